import Broadseal
import BroadsealBytes
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust
import Glibc

/// A run of `trust update`: what was fetched takes the place of a list only when it is proved.
struct TrustUpdateRun {
  let list: PathArgument
  /// Where the list is.
  let from: ListSource
  let isQuiet: Bool
  /// What may be lost, by its id.
  let acceptedLosses: Set<String>
  /// In which languages the differences are told.
  let wordings: [Wording]
  /// Files that the run reads beside the list, which is none of them.
  let sources: [FilePath]

  /// Fetches, proves, writes and remembers.
  func run() throws {
    let keysPath = TrustStore.keysPath(of: list.path)
    if let node = FileNode(list.path), sources.contains(where: { FileNode($0) == node }) {
      throw Failure.overwritesSource(list.path)
    }
    // Nobody is asked for a list that could not be taken.
    _ = (try pinnedKeys(keysPath), try current())
    let bytes = try from.bytes()
    let state = SeenLists.ofUser
    let lock: FileLock?
    do throws(SourceError) { lock = try state.lock() } catch {
      throw Failure(
        source: error, hint: "nothing was changed; wait for the other run, or end it")
    }
    // Under the lock: another run may have taken a newer list, or new keys, while this one waited for its own.
    let keys = try pinnedKeys(keysPath)
    let old = try current()
    let record = try state.read()
    for note in record.notes { Console.note(note) }
    let received: ParsedTrustList
    let update: TrustListUpdate
    do throws(TrustError) {
      received = try ParsedTrustList(parsing: bytes, name: from.name)
      update = try TrustListUpdate(
        received, over: old, keys: keys,
        at: SystemClock.now,
        minimumSequence: record.sequences.number(keys))
    } catch { throw state.explaining(error) }
    if let old, !update.isKnown { try show(ListDiff(from: old, to: received)) }
    let former =
      old == nil ? nil : try SmallFile.read(list.path, limit: TrustLimits.maximumFileSize)
    // The list first: the old keys prove it as well as the new ones do.
    if !update.isKnown { try list.write(bytes, overwrites: true, from: []) }
    if let newKeys = update.newKeys {
      do throws(Failure) {
        try keysPath.write(newKeys.pem, overwrites: true)
      } catch {
        if !update.isKnown { putBack(former) }
        throw error
      }
    }
    for note in state.remember(
      [update.list], after: record, newKeys: update.newKeys, under: lock)
    {
      Console.note(note)
    }
    if !isQuiet {
      try Console.write(words(update))
    } else if update.isStep {
      // Whoever hears nothing takes the list for the current one.
      Console.note("\(Untrusted.escaped(list.path)): \(TrustUpdateRun.step)")
    }
  }

  /// Tells the differences, and refuses what loses something that nobody has named.
  private func show(_ diff: ListDiff) throws {
    if !isQuiet {
      for wording in wordings {
        let text = ListDiffText(wording: wording, terminal: Terminal(of: STDOUT_FILENO))
        try Console.write(text.text(of: diff) + "\n")
      }
    }
    try diff.refuseLosses(
      beyond: acceptedLosses, in: from.name,
      hint: "ask the operator of the list; nothing was changed here. What may be lost")
  }

  private func words(_ update: TrustListUpdate) -> String {
    var text = "\(Untrusted.path(list.path)): "
    text += update.isKnown ? "is up to date, " : "updated, "
    text += "\(Untrusted.clean(update.list.scheme)), number \(update.list.sequence), "
    text += "next update by \(update.list.content.nextUpdate.display)\n"
    if let keys = update.newKeys {
      text += "new keys are pinned: \(keys.threshold) of \(keys.keys.count) must sign\n"
    }
    return update.isStep ? text + TrustUpdateRun.step + "\n" : text
  }

  private static let step =
    "this number is out of date and was taken for the new keys alone: now get the current list"

  private func pinnedKeys(_ path: FilePath) throws -> ListKeys {
    guard FileNode(path) != nil else {
      throw TrustError(
        .keysMissing, path.display, "no pinned keys for this trust list",
        hint:
          "get its keys file once by a way you trust: keys that come with a list are not believed")
    }
    return try ListKeys(
      pem: try SmallFile.read(path, limit: TrustLimits.maximumFileSize), name: path.display)
  }

  /// The list at hand, whatever its age.
  private func current() throws -> ParsedTrustList? {
    guard FileNode(list.path) != nil else {
      try list.path.requireFolder()
      return nil
    }
    return try ParsedTrustList(
      parsing: try SmallFile.read(list.path, limit: TrustLimits.maximumFileSize),
      name: list.path.display)
  }

  /// Leaves the list as it was; without one there was none.
  private func putBack(_ former: [UInt8]?) {
    guard let former else {
      _ = unsafe list.path.withCString { unsafe unlink($0) }
      return
    }
    do throws(Failure) {
      try list.path.write(former, overwrites: true)
    } catch { Console.note("the former list could not be put back: \(error.message)") }
  }
}
