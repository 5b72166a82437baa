import Glibc

/// The table between the thread that hands out jobs and the threads that do them: a ring of places
/// with one job or one product each, emptied in the order in which it was filled.
///
/// Safe: the three pointers live as long as the object and never leave it.
@safe
final class Exchange<Job: Sendable, Product: Sendable>:
  // Every stored property is read and written with the mutex held.
  @unchecked Sendable
{
  private enum Place {
    case empty
    case waiting(Job)
    case taken
    case done(Product)
  }

  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let work: UnsafeMutablePointer<pthread_cond_t>
  private let products: UnsafeMutablePointer<pthread_cond_t>
  private var ring: [Place]
  private var filled = 0
  private var claimed = 0
  private var emptied = 0
  private var isClosed = false

  /// A ring of `capacity` places: how far the fastest worker may run ahead of the slowest.
  init(capacity: Int) {
    ring = Array(repeating: .empty, count: capacity)
    unsafe lock = .allocate(capacity: 1)
    unsafe work = .allocate(capacity: 1)
    unsafe products = .allocate(capacity: 1)
    unsafe pthread_mutex_init(lock, nil)
    unsafe pthread_cond_init(work, nil)
    // Waiting goes by the clock that nobody sets: a jump back of the other would be waited for.
    var steady = pthread_condattr_t()
    unsafe pthread_condattr_init(&steady)
    unsafe pthread_condattr_setclock(&steady, CLOCK_MONOTONIC)
    unsafe pthread_cond_init(products, &steady)
    unsafe pthread_condattr_destroy(&steady)
  }

  deinit {
    unsafe pthread_cond_destroy(products)
    unsafe pthread_cond_destroy(work)
    unsafe pthread_mutex_destroy(lock)
    unsafe products.deallocate()
    unsafe work.deallocate()
    unsafe lock.deallocate()
  }

  /// Places that hold a job or a product.
  var pending: Int { locked { filled - emptied } }

  /// Whether another job fits.
  var hasRoom: Bool { locked { filled - emptied < ring.count } }

  /// Puts a job on the table; call it only when there is room.
  func put(_ job: Job) {
    locked {
      ring[filled % ring.count] = .waiting(job)
      filled += 1
      unsafe pthread_cond_signal(work)
    }
  }

  /// The oldest product, if it is done; waits for it at most `milliseconds`.
  func takeProduct(waiting milliseconds: Int) -> Product? {
    locked {
      if let product = popProduct() { return product }
      guard milliseconds > 0 else { return nil }
      var until = timespec()
      unsafe clock_gettime(CLOCK_MONOTONIC, &until)
      let nanoseconds = until.tv_nsec + milliseconds * 1_000_000
      until.tv_sec += nanoseconds / 1_000_000_000
      until.tv_nsec = nanoseconds % 1_000_000_000
      unsafe pthread_cond_timedwait(products, lock, &until)
      return popProduct()
    }
  }

  /// The next job and its place; nil when there will be no more.
  func takeJob() -> (job: Job, place: Int)? {
    locked {
      while true {
        if isClosed { return nil }
        if claimed < filled {
          let place = claimed % ring.count
          claimed += 1
          guard case .waiting(let job) = ring[place] else { continue }
          ring[place] = .taken
          return (job, place)
        }
        unsafe pthread_cond_wait(work, lock)
      }
    }
  }

  /// Puts the product of the job taken from `place` there.
  func finish(_ product: Product, at place: Int) {
    locked {
      ring[place] = .done(product)
      if place == emptied % ring.count { unsafe pthread_cond_signal(products) }
    }
  }

  /// No more jobs: every worker that asks for one goes home.
  func close() {
    locked {
      isClosed = true
      unsafe pthread_cond_broadcast(work)
    }
  }

  private func popProduct() -> Product? {
    let place = emptied % ring.count
    guard emptied < filled, case .done(let product) = ring[place] else { return nil }
    ring[place] = .empty
    emptied += 1
    return product
  }

  private func locked<Value>(_ body: () -> Value) -> Value {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    return body()
  }
}
