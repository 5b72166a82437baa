import BroadsealBytes
import BroadsealFiles
import BroadsealJSON
import BroadsealTrust
import Glibc

/// What this user has seen of each government list: the highest number, so that an older list cannot
/// be slipped in later.
///
/// It is in `$XDG_STATE_HOME/broadseal`, else in `~/.local/state/broadseal`. Where it cannot be read
/// or written, that is said: lists are then believed without a memory.
struct TrustState {
  /// The highest number seen of each list.
  let sequences: SeenSequences
  private let folder: FilePath?

  private static let fileName = "trust-sequences.json"
  private static let schema = "broadseal.sequences/2"
  /// Records of old named no keys; what they say holds for whichever keys prove a list of that name.
  private static let oldSchema = "broadseal.sequences/1"
  /// Largest file of this kind, in bytes, and most lists in it.
  private static let maximumSize = 1 << 20
  private static let maximumLists = 10_000

  /// What was seen before.
  ///
  /// - Throws: `.malformed` for a file that was damaged: a guard must not fail silently.
  init() throws(TrustError) {
    folder = TrustState.place
    guard let folder else {
      Console.note("there is no home folder, so that nothing is known of lists seen before")
      sequences = SeenSequences()
      return
    }
    sequences = try TrustState.read(folder.appending(TrustState.fileName.utf8))
  }

  /// Proves `material`, guarding against lists older than those seen before, and remembers what is
  /// newer.
  ///
  /// - Parameters:
  ///   - isPast: whether a moment was named to judge by. What was seen since then says
  ///   nothing of that moment; nothing is read or remembered.
  ///   - remembers: whether to remember; a list that is only looked at is not believed by that.
  static func context(
    _ material: TrustStore, at time: UTCTime, isPast: Bool, remembers: Bool = true
  ) throws(TrustError) -> TrustContext {
    guard !isPast, material.hasGovernmentLists else {
      return try TrustContext(material, at: time)
    }
    let state = try TrustState()
    let context: TrustContext
    do throws(TrustError) {
      context = try TrustContext(material, at: time, seen: state.sequences)
    } catch {
      throw state.explaining(error)
    }
    if remembers { state.remember(context.government) }
    return context
  }

  /// Remembers the numbers of proved lists.
  ///
  /// - Parameters:
  ///   - newKeys: the keys that are pinned for them from now on, when those change.
  ///   - held: the lock on the record, when the caller has it; it is given up.
  func remember(
    _ lists: [GovernmentTrustList], newKeys: ListKeys? = nil, under held: FileLock? = nil
  ) {
    defer { held?.release() }
    guard let folder, newKeys != nil || lists.contains(where: isNews) else { return }
    do {
      try TrustState.makeFolder(folder)
      let path = folder.appending(TrustState.fileName.utf8)
      let lock = try held == nil ? TrustState.lock(in: folder) : nil
      defer { lock?.release() }
      // Another run may have seen more meanwhile.
      var all = try TrustState.read(path)
      for list in lists {
        all.add(list.sequence, SeenSequences.Key(scheme: list.scheme, keys: list.keys))
        if let newKeys {
          all.add(
            list.sequence, SeenSequences.Key(scheme: list.scheme, keys: newKeys.fingerprint))
        }
      }
      var output = try AtomicOutput(path, overwrites: true, mode: 0o600)
      let bytes = TrustState.bytes(of: all)
      unsafe try output.append(bytes.span.bytes)
      try output.commit()
    } catch {
      Console.note(
        "it could not be remembered which trust lists were seen: "
          + Failure(explaining: error).message)
    }
  }

  /// The lock on the record, for who must not go on without; nil where nothing can be remembered.
  ///
  /// - Throws: when somebody else keeps it.
  func lock() throws(Failure) -> FileLock? {
    guard let folder else { return nil }
    do throws(SourceError) {
      try TrustState.makeFolder(folder)
      return try TrustState.lock(in: folder)
    } catch {
      // That nothing can be written is said when something is to be written.
      guard case .system(EWOULDBLOCK, _) = error.kind else { return nil }
      throw Failure(
        source: error, hint: "nothing was changed; wait for the other run, or end it")
    }
  }

  private static func lock(in folder: FilePath) throws(SourceError) -> FileLock {
    try FileLock(folder.appending("trust-sequences.lock".utf8))
  }

  private func isNews(_ list: GovernmentTrustList) -> Bool {
    sequences.number(list) < list.sequence
  }

  /// A rollback with its way out.
  func explaining(_ error: TrustError) -> TrustError {
    guard error.kind == .rolledBack, let folder else { return error }
    return TrustError(
      error.kind, error.name, error.reason,
      hint: "get the current list from its operator; what was seen is remembered in "
        + folder.display)
  }

  private static var place: FilePath? {
    if let named = Terminal.variable("XDG_STATE_HOME"), named.hasPrefix("/") {
      return FilePath(named).appending("broadseal".utf8)
    }
    guard let home = Terminal.variable("HOME"), home.hasPrefix("/") else { return nil }
    return FilePath(home).appending(".local/state/broadseal".utf8)
  }

  private static func read(_ path: FilePath) throws(TrustError) -> SeenSequences {
    let bytes: [UInt8]
    do throws(SourceError) {
      let source = try ByteSource(path)
      guard source.size <= maximumSize, let all = ByteRange(0..<source.size) else {
        throw SourceError(.changed, path: path.display)
      }
      bytes = try source.read(all)
    } catch {
      if case .system(ENOENT, _) = error.kind { return SeenSequences() }
      Console.note(
        "it cannot be read which trust lists were seen before: \(Failure(source: error).message)")
      return SeenSequences()
    }
    guard let value = try? JSON.Reader.parse(bytes), let form = value["schema"]?.string,
      form == schema || form == oldSchema,
      let lists = value["seen"]?.array, lists.count <= maximumLists
    else { throw damaged(path) }
    var sequences = SeenSequences()
    for list in lists {
      guard let scheme = list["scheme"]?.string, let number = list["sequence"]?.integer,
        case let key = SeenSequences.Key(scheme: scheme, keys: list["keys"]?.string),
        sequences.numbers[key] == nil, form == schema || key.keys == nil
      else { throw damaged(path) }
      sequences.add(number, key)
    }
    return sequences
  }

  private static func damaged(_ path: FilePath) -> TrustError {
    TrustError(
      .malformed, path.display, "the record of trust lists seen before is damaged",
      hint: "remove it to begin anew; an older list could then pass once")
  }

  private static func bytes(of sequences: SeenSequences) -> [UInt8] {
    let seen = sequences.numbers.sorted { first, second in
      let names = [first, second].map { $0.key.scheme + "\n" + ($0.key.keys ?? "") }
      return names[0].utf8.lexicographicallyPrecedes(names[1].utf8)
    }.prefix(maximumLists)
    let value: JSON.Value = [
      "schema": .string(schema),
      "seen": .array(
        seen.map { key, number in
          .object(
            Object(
              [("scheme", .string(key.scheme))] + (key.keys.map { [("keys", .string($0))] } ?? [])
                + [("sequence", .integer(number))]))
        }),
    ]
    return Array((JSON.Writer.write(value, pretty: true) + "\n").utf8)
  }

  /// Makes the folder and those above it, for this user alone.
  private static func makeFolder(_ folder: FilePath) throws(SourceError) {
    var missing: [FilePath] = []
    var next = folder
    while unsafe next.withCString({ name in unsafe access(name, F_OK) }) != 0, next.bytes.count > 1
    {
      missing.append(next)
      next = next.folder
    }
    for folder in missing.reversed() {
      let made = unsafe folder.withCString { name in unsafe mkdir(name, 0o700) }
      guard made == 0 || errno == EEXIST else { throw SourceError.system(path: folder.display) }
    }
  }
}
