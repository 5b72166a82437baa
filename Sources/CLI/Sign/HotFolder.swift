import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealFolders

/// A folder into which documents are put: which of them are complete, and which were dealt with.
struct HotFolder {
  /// What is known of one file.
  private struct Sighting {
    /// Its state when it was seen last.
    let state: HotFile
    /// Since when it is at rest, on the monotonic clock.
    let since: Double
    /// Whether it was dealt with.
    var isDone = false
    /// From when on it may be tried again.
    var notBefore = 0.0
    /// How often it was tried without coming to an end.
    var tries = 0
    /// What it waits for, as the exit code of a run that ends now.
    var fault = ExitCode.success
  }

  /// A complete document, and its state when it was found so.
  struct Ready: Sendable {
    let document: InputDocument
    let state: HotFile
  }

  private let root: FilePath
  private let options: SignOptions
  private let settle: Double
  private var sightings: [FilePath: Sighting] = [:]
  private var unreachable: Set<FilePath> = []

  /// How names end that programs give to what they have not finished.
  private static let unfinished = [
    ".part", ".partial", ".filepart", ".crdownload", ".download", ".tmp",
  ].map { Array($0.utf8) }

  /// The folder at `root`, of which nothing is known yet.
  init(_ root: FilePath, _ options: SignOptions) {
    self.root = root
    self.options = options
    settle = Double(options.watching.settle)
  }

  /// Looks through the folder: complete documents that were not dealt with, and places that cannot be reached,
  /// each once.
  ///
  /// - Parameter sources: files that the run reads; they are no documents.
  mutating func look(
    sparing sources: Set<FileNode>, at now: Double
  ) -> (ready: [Ready], failures: [Failure]) {
    var (ready, failures): ([Ready], [Failure]) = ([], [])
    var met: [FilePath: Sighting] = [:]
    var walk = Walk([root], filter: filter)
    while let entry = walk.next() {
      switch entry.kind {
      case .skipped: continue
      case .unreadable(let reason):
        guard unreachable.insert(entry.path).inserted else { continue }
        failures.append(Failure(.incomplete, entry.path, reason.asClause))
      case .file:
        let name = entry.path.name
        guard !Sidecar.isSidecar(entry.path),
          !HotFolder.unfinished.contains(where: { name.suffix($0.count).elementsEqual($0) }),
          let state = HotFile(entry.path),
          FileNode(entry.path).map({ !sources.contains($0) }) ?? false
        else { continue }
        let known = sightings[entry.path].flatMap { $0.state == state ? $0 : nil }
        let sighting = known ?? Sighting(state: state, since: now)
        met[entry.path] = sighting
        guard isReady(sighting, entry.path, now) else { continue }
        guard ProgramFile(entry.path) == nil else {
          met[entry.path]?.isDone = true
          continue
        }
        let below = entry.path.bytes[walk.rootLength...].dropLast(name.count + 1)
        ready.append(
          Ready(
            document: InputDocument(
              path: entry.path, below: Array(below), state: state.identity), state: state))
      }
    }
    sightings = met
    return (ready, failures)
  }

  private func isReady(_ sighting: Sighting, _ path: FilePath, _ now: Double) -> Bool {
    !sighting.isDone && now >= sighting.notBefore && now - sighting.since >= settle
      && !HotFile.isBeingWritten(path)
  }

  private var filter: Walk.Filter {
    let apart = [
      options.result.outputDir?.path, options.watching.done?.path, options.watching.aside,
    ]
    return Walk.Filter(
      include: options.selection.included, exclude: options.selection.excluded,
      takesHidden: false, apart: Set(apart.compactMap { $0.flatMap { FileNode($0) } }))
  }

  /// What was found at `path` needs nothing more, until it changes.
  mutating func finish(_ path: FilePath) { sightings[path]?.isDone = true }

  /// What was found at `path` is looked at anew, as if it had just come.
  mutating func forget(_ path: FilePath) { sightings[path] = nil }

  /// What was found at `path` waits, longer each time, because of `fault`; gives how often it was tried.
  mutating func putOff(_ path: FilePath, over fault: ExitCode, at now: Double) -> Int {
    guard var sighting = sightings[path] else { return 0 }
    let wait = min(
      HotFolder.longestWait, HotFolder.firstWait * Double(1 << min(sighting.tries, 10)))
    sighting.tries += 1
    sighting.fault = fault
    sighting.notBefore = now + wait
    sightings[path] = sighting
    return sighting.tries
  }

  /// What keeps each document waiting that is to be tried again.
  var waiting: [ExitCode] { sightings.values.filter { !$0.isDone && $0.tries > 0 }.map(\.fault) }

  private static let firstWait = 5.0
  private static let longestWait = 300.0
}
