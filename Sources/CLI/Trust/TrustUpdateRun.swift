import Broadseal
import BroadsealBytes
import BroadsealFiles
import BroadsealJSON
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
  /// In which form, and in which languages of a text, it is told.
  let format: PlainFormat
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
    let diff = update.isKnown ? nil : old.map { ListDiff(from: $0, to: received) }
    if let diff { try show(diff) }
    let former =
      old == nil ? nil : try SmallFile.read(list.path, limit: TrustLimits.maximumFileSize)
    try write(bytes, update, to: keysPath, orPutBack: former)
    for note in state.remember(
      [update.list], after: record, newKeys: update.newKeys, under: lock)
    {
      Console.note(note)
    }
    try tell(update, diff)
  }

  /// Puts the list, and the keys that it brings, in the place of those that are there.
  ///
  /// - Parameter former: the list that was there; nil where none was.
  private func write(
    _ bytes: [UInt8], _ update: TrustListUpdate, to keysPath: FilePath, orPutBack former: [UInt8]?
  ) throws {
    // The list first: the old keys prove it as well as the new ones do.
    if !update.isKnown { try list.write(bytes, overwrites: true, from: []) }
    guard let newKeys = update.newKeys else { return }
    do throws(Failure) {
      try keysPath.write(newKeys.pem, overwrites: true)
    } catch {
      if !update.isKnown { putBack(former) }
      throw error
    }
  }

  /// Says what came of it.
  private func tell(_ update: TrustListUpdate, _ diff: ListDiff?) throws {
    if format == .json {
      try Console.write(json(update, diff))
    } else if !isQuiet {
      for wording in wordings { try Console.write(words(update, wording)) }
    } else if update.isStep {
      // Whoever hears nothing takes the list for the current one.
      for wording in wordings {
        Console.note("\(Untrusted.escaped(list.path)): \(TrustUpdateRun.step(wording))")
      }
    }
  }

  /// Tells the differences, and refuses what loses something that nobody has named.
  private func show(_ diff: ListDiff) throws {
    if !isQuiet, format == .text {
      for wording in wordings {
        let text = ListDiffText(wording: wording, terminal: Console.terminal)
        try Console.write(text.text(of: diff) + "\n")
      }
    }
    do throws(Failure) {
      try diff.refuseLosses(
        beyond: acceptedLosses, in: from.name,
        hint:
          "ask the operator of the list; nothing was changed here. What is really meant to go is named, one by "
          + "one, with --accept-loss")
    } catch {
      guard format == .json else { throw error }
      // What was found is told, and so its file is written.
      try Console.write(
        document(
          "refused", scheme: diff.new.scheme, number: diff.new.number,
          nextUpdate: diff.new.nextUpdate, diff))
      Console.report(error)
      throw Outcome(code: error.code)
    }
  }

  private func words(_ update: TrustListUpdate, _ wording: Wording) -> String {
    let (scheme, number) = (Untrusted.clean(update.list.scheme), update.list.sequence)
    let next = update.list.content.nextUpdate.display
    let state =
      update.isKnown
      ? wording.say("is up to date", "最新です") : wording.say("updated", "更新しました")
    var text = "\(Untrusted.path(list.path)): \(state)"
    text += wording.say(
      ", \(scheme), number \(number), next update by \(next)\n",
      "(\(scheme)、第\(number)号、次回更新 \(next) まで)\n")
    if let keys = update.newKeys {
      let (threshold, count) = (keys.threshold, keys.keys.count)
      text += wording.say(
        "new keys are pinned: \(threshold) of \(count) must sign\n",
        "新しい鍵を登録しました。今後は\(count)個のうち\(threshold)個の署名が必要です\n")
    }
    return update.isStep ? text + TrustUpdateRun.step(wording) + "\n" : text
  }

  private static func step(_ wording: Wording) -> String {
    wording.say(
      "this number is out of date and was taken for the new keys alone: now get the current list",
      "この号は有効期限が切れており、新しい鍵のためにのみ取り込みました。続けて最新のリストを取得してください")
  }

  /// What came of it, as the schema `broadseal.update/1` has it.
  private func json(_ update: TrustListUpdate, _ diff: ListDiff?) -> JSON.Value {
    let state = update.isKnown ? "up-to-date" : update.isStep ? "step" : "updated"
    let content = update.list.content
    return document(
      state, scheme: content.scheme, number: content.sequence, nextUpdate: content.nextUpdate, diff,
      newKeys: update.newKeys)
  }

  private func document(
    _ state: String, scheme: String?, number: Int64, nextUpdate: UTCTime, _ diff: ListDiff?,
    newKeys: ListKeys? = nil
  ) -> JSON.Value {
    var members = list.path.members("list")
    members += [
      ("state", .string(state)), ("scheme", JSON.Value(scheme)), ("number", .integer(number)),
      ("nextUpdate", .string(nextUpdate.rfc3339)),
    ]
    if let newKeys {
      members.append(("newKeys", .array(newKeys.keys.map { .string($0.spkiSHA256) })))
      members.append(("threshold", .integer(Int64(newKeys.threshold))))
    }
    if let diff { members.append(("diff", diff.json)) }
    return Tool.document(.update, members)
  }

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
      list.path.remove()
      return
    }
    do throws(Failure) {
      try list.path.write(former, overwrites: true)
    } catch { Console.remark("the former list could not be put back: \(error.message)") }
  }
}
