public import BroadsealBytes
package import BroadsealFiles
import BroadsealJSON
import BroadsealOpenSSL
import Glibc

/// The record of the government lists that somebody has seen: of each the highest number, so that an
/// older list cannot be slipped in later.
///
///     let seen = SeenLists(in: "/var/lib/portal")
///     let verifier = try Verifier(trust: trust, seen: seen)
///     for note in verifier.notes { log(note) }
///
/// A list with a lower number than one that was seen is refused as `TrustError.Kind.rolledBack`: it is
/// genuine, and may name an agency whose entry was withdrawn since. The record is a small file in the
/// folder, `trust-sequences.json`; it is read whenever a verifier is made, and written when a list is
/// newer. Where the system does not let it be read or written, lists are believed without a memory, and a note says so; a
/// record that is there and is none stops the run, and neither is ever written over.
public struct SeenLists: Sendable {
  /// What the record holds at one moment.
  package struct Record: Sendable {
    /// The highest number seen of each list.
    package let sequences: SeenSequences
    /// Notes from reading the record.
    package let notes: [Note]
  }

  private let folder: FilePath?

  private static let fileName = "trust-sequences.json"
  private static let schema = "broadseal.sequences/3"
  /// Records of earlier versions; beside the scheme their entries name nothing, or a whole set of keys.
  /// They are read on and kept.
  private static let members: [String: Set<String>] = [
    "broadseal.sequences/1": [], "broadseal.sequences/2": ["keys"], schema: ["keys", "key"],
  ]
  /// Largest record that is written, in bytes, and largest that is read: every record that was written is read
  /// again. The first is room for 20,000 lists and keys.
  static let (maximumWritten, maximumRead) = (4 << 20, 8 << 20)

  /// The record in `folder`, which is made when there is something to remember.
  ///
  /// - Parameter folder: nil where there is no place for a record; a note then says so.
  public init(in folder: FilePath?) {
    self.folder = folder
  }

  /// What was seen before.
  ///
  /// - Throws: `.malformed` for a file that was damaged, is too large, or for something that is no file: a guard must
  ///   not fail silently.
  package func read() throws(TrustError) -> Record {
    guard let folder else { return Record(sequences: SeenSequences(), notes: [.noFolder]) }
    var notes: [Note] = []
    let sequences = try SeenLists.read(folder.appending(SeenLists.fileName.utf8), &notes)
    return Record(sequences: sequences ?? SeenSequences(), notes: notes)
  }

  /// Proves `store`, guarding against lists older than those seen before, and remembers what is newer.
  ///
  /// - Parameters:
  ///   - remembers: whether to remember; a list that is only looked at is not believed by that.
  ///   - notes: gets what the user should know.
  package func context(
    _ store: TrustStore, at time: UTCTime, remembers: Bool = true, notes: inout [Note]
  ) throws(TrustError) -> TrustContext {
    let record = try read()
    notes += record.notes
    let context: TrustContext
    do throws(TrustError) {
      context = try TrustContext(store, at: time, seen: record.sequences)
    } catch {
      throw explaining(error)
    }
    if remembers { notes += remember(context.government, after: record) }
    return context
  }

  /// Remembers the numbers of proved lists.
  ///
  /// - Parameters:
  ///   - record: what was known when they were proved.
  ///   - newKeys: the keys that are pinned for them from now on, when those change.
  ///   - held: the lock on the record, when the caller has it; it is given up.
  /// - Returns: what the user should know.
  package func remember(
    _ lists: [GovernmentTrustList], after record: Record, newKeys: ListKeys? = nil,
    under held: FileLock? = nil
  ) -> [Note] {
    defer { held?.release() }
    guard let folder, newKeys != nil || lists.contains(where: record.sequences.isNews) else {
      return []
    }
    var notes: [Note] = []
    do {
      try SeenLists.makeFolder(folder)
      let path = folder.appending(SeenLists.fileName.utf8)
      let lock = try held == nil ? SeenLists.lock(in: folder) : nil
      defer { lock?.release() }
      // Another run may have seen more meanwhile.
      guard var all = try SeenLists.read(path, &notes) else { return notes }
      for list in lists {
        all.add(list)
        for key in newKeys?.keys ?? [] {
          all.add(
            list.sequence,
            SeenSequences.Key(scheme: list.scheme, witness: .key(key.spkiSHA256)))
        }
      }
      let bytes = SeenLists.bytes(of: all)
      guard bytes.count <= SeenLists.maximumWritten else {
        throw SourceError(.tooLarge(limit: SeenLists.maximumWritten), path: path.display)
      }
      var output = try AtomicOutput(path, overwrites: true, mode: 0o600)
      unsafe try output.append(bytes.span.bytes)
      try output.commit()
    } catch let error as SourceError {
      notes.append(Note(.unwritten, error))
    } catch let error as TrustError {
      notes.append(Note(.damaged, error.description))
    } catch {
      notes.append(Note(.unwritten, SourceError(.changed, path: folder.display)))
    }
    return notes
  }

  /// The lock on the record, for a caller that must not go on without it; nil where nothing can be
  /// remembered.
  ///
  /// - Throws: when somebody else keeps it.
  package func lock() throws(SourceError) -> FileLock? {
    guard let folder else { return nil }
    do throws(SourceError) {
      try SeenLists.makeFolder(folder)
      return try SeenLists.lock(in: folder)
    } catch {
      // That nothing can be written is said when something is to be written.
      guard case .system(EWOULDBLOCK, _) = error.kind else { return nil }
      throw error
    }
  }

  private static func lock(in folder: FilePath) throws(SourceError) -> FileLock {
    try FileLock(folder.appending("trust-sequences.lock".utf8))
  }

  /// A rollback with its way out.
  package func explaining(_ error: TrustError) -> TrustError {
    guard error.kind == .rolledBack, let folder else { return error }
    return TrustError(
      error.kind, error.name, error.reason,
      hint: "get the current list from its operator; what was seen is remembered in "
        + folder.display)
  }

  /// The record at `path`, an empty one where there is none; nil where the system does not let it be read.
  private static func read(
    _ path: FilePath, _ notes: inout [Note]
  ) throws(TrustError) -> SeenSequences? {
    let bytes: [UInt8]
    do throws(SourceError) {
      bytes = try ByteSource.whole(path, limit: maximumRead)
    } catch {
      if error.isMissingFile {
        guard !leadsNowhere(path) else { throw astray(path) }
        return SeenSequences()
      }
      switch error.kind {
      case .notRegular, .tooLarge, .link: throw damaged(path)
      case .system, .truncated, .changed, .attribute: break
      }
      notes.append(Note(.unread, error))
      return nil
    }
    guard let value = try? JSON.Reader.parse(bytes),
      let members = value["schema"]?.string.flatMap({ SeenLists.members[$0] }),
      let lists = value["seen"]?.array
    else { throw damaged(path) }
    var sequences = SeenSequences()
    for list in lists {
      guard let scheme = list["scheme"]?.string, let number = list["sequence"]?.integer,
        case let key = SeenSequences.Key(scheme: scheme, witness: SeenSequences.Witness(list)),
        sequences.numbers[key] == nil, key.witness.member.map({ members.contains($0.0) }) ?? true
      else { throw damaged(path) }
      sequences.add(number, key)
    }
    return sequences
  }

  /// Whether `path`, or a folder on the way to it, is a link that leads to nothing: not the same as a record that is
  /// not there yet, since whoever can put a link there could have what was seen forgotten.
  private static func leadsNowhere(_ path: FilePath) -> Bool {
    var next = path
    while true {
      var (itself, meant) = (stat(), stat())
      if unsafe next.withCString({ name in unsafe lstat(name, &itself) }) == 0 {
        let found = unsafe next.withCString { name in unsafe stat(name, &meant) }
        return itself.st_mode & S_IFMT == S_IFLNK && found != 0
      }
      guard next.folder.bytes.count < next.bytes.count else { return false }
      next = next.folder
    }
  }

  private static func astray(_ path: FilePath) -> TrustError {
    TrustError(
      .unreadable, path.display,
      "a link that leads to nothing stands where trust lists seen before are remembered",
      hint:
        "put back what it leads to, or remove the link to begin anew; an older list could then pass once"
    )
  }

  private static func damaged(_ path: FilePath) -> TrustError {
    TrustError(
      .malformed, path.display, "the record of trust lists seen before is damaged",
      hint: "remove it to begin anew; an older list could then pass once")
  }

  private static func bytes(of sequences: SeenSequences) -> [UInt8] {
    let seen = sequences.numbers.sorted { first, second in
      let names = [first, second].map { $0.key.scheme + "\n" + ($0.key.witness.member?.1 ?? "") }
      return names[0].utf8.lexicographicallyPrecedes(names[1].utf8)
    }
    let value: JSON.Value = [
      "schema": .string(schema),
      "seen": .array(
        seen.map { key, number in
          .object(
            JSON.Object(
              [("scheme", .string(key.scheme))]
                + (key.witness.member.map { [($0.0, .string($0.1))] } ?? [])
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

extension SeenSequences.Witness {
  /// Who vouches for a number in the record: one key, a set of keys, or anybody.
  fileprivate init(_ entry: JSON.Value) {
    if let key = entry["key"]?.string {
      self = .key(key)
    } else if let keys = entry["keys"]?.string {
      self = .set(keys)
    } else {
      self = .anyone
    }
  }

  /// The member of an entry of the record that names it; nil for an entry that names nobody.
  fileprivate var member: (String, String)? {
    switch self {
    case .key(let key): ("key", key)
    case .set(let keys): ("keys", keys)
    case .anyone: nil
    }
  }
}
