import Broadseal
import BroadsealAuditing
import BroadsealBytes
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealSQLite
import BroadsealTrust
import Glibc

/// A history that is open, with its lock: runs on one take turns.
///
/// Whoever only looks at it writes nothing, so that one on a disk that cannot be written is read like any other: the
/// lock is then taken where there is one, and shared with others who look. Nothing is put beside a file that is no history.
///
/// Its path was named by whoever runs the audit, and SQLite opens the file, and the journal beside it, by that path for
/// as long as it writes: the way there may lead through links, and whoever may change that way may change the file. What
/// comes of that is seen, and not believed: every row bears a code of this user's key (`HistoryError.edited`).
struct HistoryAccess {
  /// The history.
  let store: HistoryStore
  /// Nil where there is none, and nobody writes.
  private let lock: Int32?

  /// Every code by its name.
  static var codes: [String: Code] {
    Dictionary(Code.all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The files of the history at `path`.
  static func files(of path: FilePath) -> [FilePath] {
    ["", ".lock", "-journal"].map { path.adding(suffix: $0) }
  }

  /// Opens the history at `path`.
  ///
  /// - Parameters:
  ///   - creates: whether one that is not there is made.
  ///   - writes: whether it is changed.
  init(_ path: FilePath, creates: Bool, writes: Bool) throws(Failure) {
    if FileNode(path) != nil {
      try HistoryAccess.requireHistory(path, orEmpty: creates)
    } else if !creates {
      throw Failure(source: .system(ENOENT, path: path.display), code: .usage)
    }
    let lock = try HistoryAccess.lock(path, writes: writes)
    self.lock = lock
    do throws(HistoryError) {
      store = try HistoryAccess.store(path, creates: creates, writes: writes)
    } catch {
      if let lock { close(lock) }
      throw Failure(history: error, at: path)
    }
  }

  /// Whether nobody else writes to it meanwhile: a run that is open there then works no more.
  var isAlone: Bool { lock != nil }

  /// Lets the next one in.
  func release() { if let lock { close(lock) } }

  /// Refuses a file that is something else, before anything is made beside it.
  private static func requireHistory(_ path: FilePath, orEmpty isEnough: Bool) throws(Failure) {
    do throws(HistoryError) {
      _ = try HistoryStore(path, key: try passingKey(), creates: isEnough, writes: false)
    } catch {
      switch error {
      case .foreign: break
      case .database(let fault) where fault.kind == .damaged: break
      // What a run that was broken off left beside it is put right by whoever may write.
      default: return
      }
      throw Failure(history: error, at: path)
    }
  }

  private static func store(
    _ path: FilePath, creates: Bool, writes: Bool
  ) throws(HistoryError) -> HistoryStore {
    if writes { return try HistoryStore(path, key: try key(), creates: creates) }
    // No key is made for looking: without one nothing holds that is in the history.
    let own = read(keyPath(in: try stateFolder()))
    let key = if let own { own } else { try passingKey() }
    do throws(HistoryError) {
      return try HistoryStore(path, key: key, creates: false, writes: false)
    } catch {
      // A run that was broken off left something to put right.
      guard case .database(let fault) = error, fault.kind == .unreachable,
        let store = try? HistoryStore(path, key: key, creates: false)
      else { throw error }
      return store
    }
  }

  /// The lock of the history at `path`; nil where somebody only looks at it and there is none to be had.
  private static func lock(_ path: FilePath, writes: Bool) throws(Failure) -> Int32? {
    let name = path.adding(suffix: ".lock")
    let descriptor = unsafe name.withCString { name in
      unsafe open(name, (writes ? O_RDWR | O_CREAT : O_RDONLY) | O_CLOEXEC | O_NOFOLLOW, 0o600)
    }
    guard descriptor >= 0 else {
      guard writes else { return nil }
      guard errno != ENOENT else {
        throw Failure(
          .usage, path.folder, "there is no such folder", hint: "the history is made in it")
      }
      throw Failure(source: .system(path: name.display), code: .usage)
    }
    var isSaid = false
    while flock(descriptor, (writes ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0 {
      // A disk that knows no locks has no writer that this could wait for.
      guard writes || errno == EWOULDBLOCK || errno == EINTR else {
        close(descriptor)
        return nil
      }
      if Interruption.isRequested {
        close(descriptor)
        throw Failure(history: .interrupted, at: path)
      }
      if !isSaid {
        Console.remark("\(Untrusted.path(path)): another run uses this history; waiting for it")
      }
      isSaid = true
      usleep(100_000)
    }
    return descriptor
  }

  /// The key by which this user's histories are known; made when there is none.
  private static func key() throws(HistoryError) -> MessageKey {
    let folder = try stateFolder()
    let path = keyPath(in: folder)
    do throws(SourceError) {
      try folder.makeFolder()
      if let key = read(path) { return key }
      guard let bytes = try? Random.bytes(MessageKey.byteCount) else {
        throw SourceError(.changed, path: path.display)
      }
      var output = try AtomicOutput(path, overwrites: false, mode: 0o600)
      unsafe try output.append(bytes.span.bytes)
      try output.commit()
    } catch {
      // Another run may have made it meanwhile.
      if let key = read(path) { return key }
      throw .system("\(error)")
    }
    guard let key = read(path) else { throw .system("\(path.display): no key") }
    return key
  }

  private static func stateFolder() throws(HistoryError) -> FilePath {
    guard let folder = SeenLists.stateFolder else {
      throw .system("no home folder for the key that guards it; set XDG_STATE_HOME")
    }
    return folder
  }

  private static func keyPath(in folder: FilePath) -> FilePath {
    folder.appending("history.key".utf8)
  }

  /// A key that nobody has: by it no row is known.
  private static func passingKey() throws(HistoryError) -> MessageKey {
    guard let bytes = try? Random.bytes(MessageKey.byteCount), let key = MessageKey(bytes) else {
      throw .system("no random bytes")
    }
    return key
  }

  private static func read(_ path: FilePath) -> MessageKey? {
    let descriptor = unsafe path.withCString { name in
      unsafe open(name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: MessageKey.byteCount + 1)
    let count = unsafe Glibc.read(descriptor, &bytes, bytes.count)
    return MessageKey(Array(bytes.prefix(max(count, 0))))
  }
}

extension Failure {
  /// What went wrong with a history.
  init(history error: HistoryError, at path: FilePath) {
    switch error {
    case .database(let fault):
      let hint: String? =
        switch fault.kind {
        case .full:
          "make room; what earlier runs found is not lost, and this one goes on where it stopped"
        case .busy: "another program keeps it for itself"
        case .damaged: "put back a copy of it, or begin a new history"
        case .unreachable, .other: nil
        }
      self.init(
        fault.kind == .full ? .incomplete : .usage, path,
        "the history cannot be used: \(Untrusted.line(fault.reason))", hint: hint)
    case .edited(let place):
      self.init(
        .trust, path,
        "somebody else wrote to the history: \(Untrusted.line(place)) is not as this program wrote it",
        hint: "it was edited, or is another user's: put back a copy of it, or begin a new history")
    case .foreign:
      self.init(
        .usage, path, "no history of this version", hint: "name another file for --history")
    case .noRun(let number):
      self.init(
        .usage, path, "there is no finished run \(number)", hint: "history list shows every run")
    case .otherFiles(let one, let other):
      self.init(
        .usage, path, "runs \(one) and \(other) looked at different files",
        hint: "compare runs over the same folders with the same patterns")
    case .system(let reason):
      self.init(.usage, path, "the history cannot be guarded: \(Untrusted.line(reason))")
    case .interrupted: self.init(.interrupted, path, "interrupted while waiting for another run")
    }
  }
}
