import Glibc

/// Workers that do jobs side by side and deliver what they made in the order of the jobs.
///
/// Jobs are drawn and products delivered on the calling thread; only the work itself runs on the
/// workers, unless there is but one. Each has a context of its own, such as a buffer, kept from job
/// to job. How far they run ahead is bounded, so memory stays flat however many jobs there are.
package struct Crew: Sendable {
  /// What drawing a job gave.
  package enum Draw<Job: Sendable>: Sendable {
    /// A job.
    case job(Job)
    /// None at the moment; ask again.
    case notYet
    /// None ever again.
    case end
  }

  /// Jobs on the table for each worker: enough that a large file does not hold up small ones.
  static let lookAhead = 32

  /// How long the calling thread waits before it looks around again, in milliseconds.
  static let patience = 100

  /// Number of workers.
  package let workers: Int

  /// A crew of that many workers; one for each processor when nil.
  package init(workers: Int? = nil) {
    self.workers = max(1, workers ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  /// Does every job.
  ///
  /// - Parameters:
  ///   - draw: gives the next job; it may wait for one only when its argument is true.
  ///   - isInterrupted: asked between steps; when it answers yes, no product is delivered any more.
  ///   - context: makes what a worker keeps from job to job; called on the worker's own thread.
  ///   - work: makes the product of a job.
  ///   - deliver: takes the products in the order of their jobs; what it throws ends the run, once the jobs that
  ///     are under way have ended.
  /// - Returns: whether every job was done and delivered.
  package func run<Job: Sendable, Context, Product: Sendable, Failure: Error>(
    draw: (_ mayWait: Bool) -> Draw<Job>,
    isInterrupted: () -> Bool = { false },
    context: @escaping @Sendable () -> Context,
    work: @escaping @Sendable (Job, inout Context) -> Product,
    deliver: (Product) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    let exchange = Exchange<Job, Product>(capacity: workers * Crew.lookAhead)
    var threads: [Thread] = []
    var own: Context?
    defer { exchange.close() }
    var isDrawing = true
    while true {
      if isInterrupted() { return false }
      while isDrawing, exchange.hasRoom {
        switch draw(exchange.pending == 0) {
        case .job(let job):
          exchange.put(job)
          // A crew of one is the calling thread: handing each job over would cost more than it.
          if workers > 1, threads.count < workers, let thread = Crew.hire(exchange, context, work) {
            threads.append(thread)
          }
          if threads.isEmpty {
            var mine = own ?? context()
            Crew.work(on: exchange, &mine, work)
            own = mine
          }
          continue
        case .end: isDrawing = false
        case .notYet: break
        }
        break
      }
      if exchange.pending == 0 {
        if !isDrawing { break }
        continue
      }
      let patience = isDrawing && exchange.hasRoom ? 5 : Crew.patience
      var product = exchange.takeProduct(waiting: patience)
      while let done = product {
        do throws(Failure) { try deliver(done) } catch {
          // What jobs work on belongs to the caller, who may now close it.
          exchange.close()
          for thread in threads { thread.join() }
          throw error
        }
        if isInterrupted() { return false }
        product = exchange.takeProduct(waiting: 0)
      }
    }
    exchange.close()
    for thread in threads { thread.join() }
    return true
  }

  private static func hire<Job, Context, Product>(
    _ exchange: Exchange<Job, Product>, _ context: @escaping @Sendable () -> Context,
    _ work: @escaping @Sendable (Job, inout Context) -> Product
  ) -> Thread? {
    Thread {
      var own = context()
      while Crew.work(on: exchange, &own, work) {}
    }
  }

  /// Does one job; false when there are no more.
  @discardableResult
  private static func work<Job, Context, Product>(
    on exchange: Exchange<Job, Product>, _ context: inout Context,
    _ work: (Job, inout Context) -> Product
  ) -> Bool {
    guard let (job, place) = exchange.takeJob() else { return false }
    exchange.finish(work(job, &context), at: place)
    return true
  }
}
