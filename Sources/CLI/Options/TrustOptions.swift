import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealReporting
import BroadsealTrust

/// Who is believed, and at which moment: shared by every command that looks at trust.
struct TrustOptions: ParsableArguments {
  @Option(
    name: .customLong("government"),
    help: ArgumentHelp(
      "A government trust list; its pinned keys stand beside it as LIST.keys.pem. Repeatable.",
      valueName: "list.json"))
  var lists: [PathArgument] = []

  @Option(help: ArgumentHelp("Anchors of C2PA claim signers. Repeatable.", valueName: "pem"))
  var anchors: [PathArgument] = []

  @Option(help: ArgumentHelp("Anchors of time-stamp authorities. Repeatable.", valueName: "pem"))
  var tsaAnchors: [PathArgument] = []

  @Option(
    help: ArgumentHelp(
      "Certificates of signers that you accept by hand. Repeatable.", valueName: "pem"))
  var allow: [PathArgument] = []

  @Option(help: ArgumentHelp("A further accepted key purpose. Repeatable.", valueName: "oid"))
  var eku: [ObjectIdentifierArgument] = []

  @Option(
    help: ArgumentHelp(
      "A folder with any of these under fixed names; else $BROADSEAL_TRUST names it.",
      valueName: "dir"))
  var trustDir: PathArgument?

  @Option(
    help: ArgumentHelp(
      "Judge as of this moment, reading no clock and no record of lists seen since.",
      valueName: "time"))
  var at: TimeArgument?

  /// Every file that was named, those in the folder, and the pinned keys beside the lists.
  var files: [FilePath] {
    let named = (lists + anchors + tsaAnchors + allow).map(\.path)
    let folder = trustDir?.path ?? TrustOptions.namedFolder
    return named + lists.map { TrustStore.keysPath(of: $0.path) }
      + (folder.map(TrustFolder.files) ?? [])
  }

  /// The folder that the environment names; nil when it names none.
  private static var namedFolder: FilePath? {
    Terminal.variable("BROADSEAL_TRUST").flatMap { $0.isEmpty ? nil : FilePath($0) }
  }

  /// The moment to judge by.
  func time() -> UTCTime { at?.time ?? SystemClock.now }

  /// The clock that runs on while files are judged; nil for a moment that was named.
  var clock: (@Sendable () -> UTCTime)? {
    guard at == nil else { return nil }
    return { SystemClock.now }
  }

  /// Everything that was given, proved.
  ///
  /// - Parameters:
  ///   - kept: evidence that was kept with a document, whose lists stand for those given.
  ///   - keys: files with the pinned keys of its lists.
  func context(
    at time: UTCTime, kept: (bundle: EvidenceBundle, name: String)? = nil,
    keys: [PathArgument] = []
  ) throws(TrustError) -> TrustContext {
    var material = TrustStore()
    if let folder = trustDir?.path {
      material = try TrustFolder.read(folder)
    } else if let folder = TrustOptions.namedFolder {
      do throws(TrustError) {
        material = try TrustFolder.read(folder)
      } catch {
        throw TrustError(
          error.kind, error.name, error.reason,
          hint: (error.hint.map { $0 + "; " } ?? "") + "$BROADSEAL_TRUST names the folder")
      }
    }
    for list in lists { try material.addGovernmentList(list.path) }
    for file in anchors { try material.addClaimAnchors(file.path) }
    for file in tsaAnchors { try material.addTimeStampAnchors(file.path) }
    for file in allow { try material.addAllowed(file.path) }
    for purpose in eku { try material.addPurpose(purpose.text) }
    for file in keys { try material.addListKeys(file.path) }
    for (name, fetched) in material.fetched where fetched.isOld(at: time) {
      Console.remark(
        Untrusted.line(
          "\(name): fetched \(fetched.age(at: time)) days ago from \(fetched.address); trust fetch "
            + "gets the current list"))
    }
    if let (bundle, name) = kept {
      do throws(TrustError) {
        return try TrustContext(material, evidence: bundle, named: name, at: time)
      } catch  where error.kind == .stale {
        // Nobody gets a current list for what has long been over.
        throw TrustError(
          error.kind, error.name, error.reason,
          hint: "--at names a moment before that, at which the kept list was in force")
      }
    }
    return try SeenLists.context(material, at: time, isPast: at != nil)
  }
}

extension SeenLists {
  /// Proves `store`, guarding against lists older than those that this user has seen.
  ///
  /// - Parameters:
  ///   - isPast: whether a moment was named to judge by. What was seen since then says nothing of that
  ///     moment; nothing is read or remembered.
  ///   - remembers: whether to remember; a list that is only looked at is not believed by that.
  static func context(
    _ store: TrustStore, at time: UTCTime, isPast: Bool, remembers: Bool = true
  ) throws(TrustError) -> TrustContext {
    guard !isPast, store.hasGovernmentLists else { return try TrustContext(store, at: time) }
    var notes: [Note] = []
    defer { for note in notes { Console.note(note) } }
    return try SeenLists.ofUser.context(store, at: time, remembers: remembers, notes: &notes)
  }
}

extension Console {
  /// Says what is to be known of the record of lists.
  static func note(_ note: SeenLists.Note) {
    Console.remark(Untrusted.line(note.description))
  }
}
