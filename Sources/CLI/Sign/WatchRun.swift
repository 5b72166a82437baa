import Broadseal
import BroadsealBytes
import BroadsealFiles
import BroadsealReporting
import BroadsealSigning
import BroadsealWorkers
import Glibc

/// A run of `sign --watch`: signs what is put into a folder, as it comes, until it is told to end.
///
/// Nothing is remembered on the disk: whether a document was signed is seen from the results, as every night. So a
/// run that is killed at any moment, and started again, neither loses a document nor signs one twice.
struct WatchRun {
  private let options: SignOptions
  private let root: FilePath
  private let aside: Aside?
  private let kept: Aside?

  /// Seconds between two looks; a folder that takes long to look through is looked through less often.
  private static let pause = 0.5
  /// Times that a document is tried whose fault it may be.
  private static let mostTries = 4

  /// A run by `options`.
  init(_ options: SignOptions, root: FilePath) {
    self.options = options
    self.root = root
    aside = options.watching.aside.map(Aside.init)
    kept = options.watching.done.map { Aside(folder: $0.path) }
  }

  /// Watches until a signal comes, and says how many documents came out how.
  func run() throws -> ExitCode {
    // Somebody who opens a file for writing while it is looked at sends this.
    signal(SIGIO, SIG_IGN)
    guard let lock = try FolderLock(root) else {
      throw Failure(.usage, root, "another run watches this folder already")
    }
    var workshop = try Workshop(options)
    var folder = HotFolder(root, options)
    var tally = SignatureTally()
    var trouble: Failure?
    var debts = WatchDebts()
    if !options.common.quiet {
      for wording in options.lang.wordings {
        let folder = Untrusted.escaped(root)
        Console.note(wording.say("watching \(folder)", "\(folder) を監視しています"))
      }
    }
    while !Interruption.isRequested {
      let start = Clock.monotonic
      let (ready, failures) = folder.look(sparing: workshop.sources, at: start)
      for failure in failures {
        Console.report(failure)
        tally.add(failure)
        debts.add(failure.code)
      }
      if !ready.isEmpty {
        do {
          try workshop.renew(at: start)
          try sign(ready, in: workshop, &folder, &tally, &trouble, &debts)
        } catch let failure as Failure where failure.code == .internal {
          throw failure
        } catch {
          let failure = Failure(explaining: error)
          // What is wrong with a profile or a list is no document's fault: they wait.
          say(failure, unless: &trouble)
          for item in ready {
            _ = folder.putOff(item.document.path, over: failure.code, at: start)
          }
        }
      }
      wait(max(WatchRun.pause, 2 * (Clock.monotonic - start)))
    }
    _ = consume lock
    let code = folder.waiting.reduce(debts.code) { $0.combined(with: $1) }
    try close(tally, waiting: folder.waiting.count, workshop.report, code)
    return code
  }

  /// Signs what is complete, many at once, and deals with each in order.
  private func sign(
    _ ready: [HotFolder.Ready], in workshop: Workshop, _ folder: inout HotFolder,
    _ tally: inout SignatureTally, _ trouble: inout Failure?, _ debts: inout WatchDebts
  ) throws {
    var rest = ready[...]
    let nodes = Set(ready.compactMap { FileNode($0.document.path) })
    _ = try Crew(workers: options.common.jobs).run(
      draw: { _ in
        Interruption.isRequested ? .end : rest.popFirst().map { .job($0) } ?? .end
      },
      context: {},
      work: { [signer = workshop.signer] (item: HotFolder.Ready, _: inout Void) in
        Product(item: item, result: signer.sign(item.document, among: nodes))
      },
      deliver: { (product: Product) throws in
        try deliver(product, workshop, &folder, &tally, &trouble, &debts)
      })
  }

  private struct Product: Sendable {
    let item: HotFolder.Ready
    let result: Result<SignatureReport.Outcome, WatchedSigner.Fault>
  }

  /// Tells what came of a document, and moves it where it belongs.
  private func deliver(
    _ product: Product, _ workshop: Workshop, _ folder: inout HotFolder,
    _ tally: inout SignatureTally, _ trouble: inout Failure?, _ debts: inout WatchDebts
  ) throws {
    let (item, path) = (product.item, product.item.document.path)
    switch product.result {
    case .success(let outcome):
      trouble = nil
      debts.settle(path)
      try tell(
        workshop.report.entry(path, .success(SignatureReport.Product(outcome: outcome))), &tally)
      folder.finish(path)
      if let kept {
        try attempt(item, &folder, &debts) { () throws(Failure) in try kept.keep(item) }
      }
    case .failure(let fault):
      switch fault.blame {
      case .haste: return folder.forget(path)
      case .nobody:
        _ = folder.putOff(path, over: fault.failure.code, at: Clock.monotonic)
        return say(fault.failure, unless: &trouble)
      case .unclear:
        // It is signed, and only what belongs beside it is tried again.
        if case .signed(let result, _)? = fault.outcome {
          let product = SignatureReport.Product(outcome: .signed(result))
          try tell(workshop.report.entry(path, .success(product)), &tally)
        }
        let tries = folder.putOff(path, over: fault.failure.code, at: Clock.monotonic)
        guard tries > WatchRun.mostTries else { return say(fault.failure, unless: &trouble) }
      case .document: break
      }
      folder.finish(path)
      debts.owe(path, fault.failure.code)
      var place: FilePath?
      if let aside {
        place = try attempt(item, &folder, &debts) { () throws(Failure) in
          try aside.fail(item, over: fault.failure)
        }
      }
      try tell(
        workshop.report.entry(path, .failure(fault.failure), aside: place), &tally)
    }
  }

  /// Moves a document; where that cannot be done it stays, and is left alone.
  @discardableResult
  private func attempt(
    _ item: HotFolder.Ready, _ folder: inout HotFolder, _ debts: inout WatchDebts,
    _ move: () throws(Failure) -> FilePath?
  ) throws -> FilePath? {
    do throws(Failure) {
      let place = try move()
      // Another version came meanwhile: it is a document of its own.
      if place == nil { folder.forget(item.document.path) }
      return place
    } catch {
      Console.report(error)
      debts.add(error.code)
      return nil
    }
  }

  private func tell(_ entry: SignatureReport.Entry, _ tally: inout SignatureTally) throws {
    for note in entry.notes { Console.note(note) }
    for note in entry.repeated {
      for line in note.lines(in: options.lang.wordings) { Console.note(line) }
    }
    if let failure = entry.failure { Console.report(failure) }
    tally.add(entry)
    try Console.write(entry.line)
  }

  /// Reports what keeps documents waiting, once as long as nothing else happens.
  private func say(_ failure: Failure, unless said: inout Failure?) {
    if said?.message != failure.message { Console.report(failure) }
    said = failure
  }

  /// The last line.
  private func close(
    _ tally: SignatureTally, waiting: Int, _ report: SignatureReport, _ code: ExitCode
  ) throws(Failure) {
    guard report.format == .text else {
      return try Console.write(tally.line(endingWith: code, waiting: waiting))
    }
    guard !report.isQuiet else { return }
    for wording in report.wordings {
      try Console.write(wording.closing(tally, waiting: waiting) + "\n")
    }
  }

  /// Waits, but no longer than until a signal comes.
  private func wait(_ seconds: Double) {
    let end = Clock.monotonic + seconds
    while !Interruption.isRequested, Clock.monotonic < end { usleep(50_000) }
  }
}
