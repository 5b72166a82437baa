import Broadseal
import BroadsealBytes
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust

/// A run of `trust sign`: nobody signs what he has not been shown.
struct TrustSignRun {
  let list: PathArgument
  let keys: [PathArgument]
  let output: PathArgument
  let predecessor: PathArgument?
  /// What may be lost, by its id.
  let acceptedLosses: Set<String>
  let acceptsStale: Bool
  /// Whether the person is asked.
  let isAsked: Bool
  let overwrites: Bool
  let wordings: [Wording]
  let passphrase: PassphraseOptions

  /// Checks the list, shows it, asks, signs and writes.
  func run() throws {
    try output.refuseStandardOutput()
    let sources = (keys + [passphrase.passphraseFile, predecessor].compactMap(\.self)).map(\.path)
    if let place = FileNode(output.path), sources.contains(where: { FileNode($0) == place }) {
      throw Failure.overwritesSource(output.path)
    }
    let bytes = try SmallFile.read(list.path, limit: TrustLimits.maximumFileSize)
    let parsed = try ParsedTrustList(parsing: bytes, name: list.path.display)
    // What the schema refuses is not worth showing.
    _ = try TrustListSigner.sign(bytes, keys: [], name: list.path.display)
    let old = try predecessor.map { try TrustedEdition($0.path) }
    try requireSuccessor(parsed, of: old)
    try requireLife(of: parsed)
    let diff = old.map { ListDiff(from: $0.list, to: parsed) }
    try show(parsed, diff)
    if let diff {
      try diff.refuseLosses(
        beyond: acceptedLosses, in: list.path.display,
        hint:
          "put it back: an agency that ends is retired, a certificate renewed. What is really meant to go is "
          + "named, one by one, with --accept-loss")
    }
    remark(on: parsed, after: old, diff)
    // Those of the predecessor, or those beside the list or beside the output.
    let beside =
      try old == nil ? KeysBeside.all(of: parsed, at: [self.list.path, output.path]) : []
    if isAsked { try ask() }
    var secrets: [PrivateKey] = []
    for file in keys {
      guard let secret = try passphrase.material(of: file.path).key else {
        throw Failure(.usage, file.path, "there is no private key")
      }
      try require(secret, of: file.path, beside, old, for: parsed)
      secrets.append(secret)
    }
    let signed = try TrustListSigner.sign(bytes, keys: secrets, name: list.path.display)
    // The list itself may be replaced: each keeper adds a signature in turn.
    try output.write(
      signed, overwrites: overwrites, from: [], sparing: sources)
    let result = try ParsedTrustList(parsing: signed, name: output.path.display)
    for wording in wordings { try Console.write(words(result, beside, old, wording)) }
  }

  /// Notes what a keeper may not have meant: entries that speak against themselves, and a number with nothing new.
  private func remark(on new: ParsedTrustList, after old: TrustedEdition?, _ diff: ListDiff?) {
    new.content.remarkDoubts(at: SystemClock.now, beyond: old?.list.content, repeatsClock: true)
    guard let diff, diff.changes.isEmpty else { return }
    Console.remark(
      "number \(diff.new.number) says what number \(diff.old.number) says: nothing is different")
  }

  private func requireSuccessor(_ new: ParsedTrustList, of old: TrustedEdition?) throws {
    guard let old else {
      guard new.content.sequence == 1 else {
        throw Failure(
          .usage, list.path,
          "the list has number \(new.content.sequence), and nothing shows what was different before",
          hint: "--predecessor names the list that is published now")
      }
      return
    }
    let scheme = old.list.content.scheme ?? ""
    guard new.content.scheme == scheme else {
      throw TrustError(
        .wrongScheme, list.path.display,
        "it is the list \(new.content.scheme ?? ""), and its predecessor is \(scheme)")
    }
    guard new.content.sequence > old.list.content.sequence else {
      throw TrustError(
        .rolledBack, list.path.display,
        "its number \(new.content.sequence) is not above the \(old.list.content.sequence) of its "
          + "predecessor",
        hint: "trust draft --from takes the next number")
    }
    // Whoever compares with an older number than the published one sees too little.
    let seen = try SeenLists.ofUser.read().sequences.number(old.keys)
    guard seen <= old.list.content.sequence || seen == new.content.sequence else {
      throw TrustError(
        .rolledBack, old.list.name,
        "number \(seen) of this list was seen here, so that its number "
          + "\(old.list.content.sequence) is not the one that is published now",
        hint: "--predecessor names the list with the highest number")
    }
  }

  private func requireLife(of new: ParsedTrustList) throws {
    guard !acceptsStale else { return }
    let left = new.content.nextUpdate.secondsSinceEpoch - SystemClock.now.secondsSinceEpoch
    guard left < 3_600 else { return }
    throw TrustError(
      .stale, list.path.display,
      left < 0
        ? "the list is out of date since \(new.content.nextUpdate): nobody would believe it"
        : "the list is out of date within the hour, on \(new.content.nextUpdate)",
      hint: "move NextUpdate in the draft, or sign it as it is with --accept-stale")
  }

  private func show(_ new: ParsedTrustList, _ diff: ListDiff?) throws {
    guard let diff else {
      for wording in wordings {
        try Console.write(ListText(at: SystemClock.now, wording).text(of: new) + "\n")
      }
      return
    }
    for wording in wordings {
      let text = ListDiffText(wording: wording, terminal: Console.terminal)
      try Console.write(text.text(of: diff) + "\n")
    }
  }

  private func ask() throws {
    guard
      let answer = try Questions.ask(
        wordings.map { $0.say("Sign this? Type yes: ", "署名しますか。yes と入力してください: ") }
          .joined(separator: "/ "))
    else {
      throw Failure.usage(
        "nobody can be asked here whether to sign this", hint: "--yes signs without asking")
    }
    guard answer == "yes" else {
      throw Failure(.interrupted, list.path, "not signed, since the answer was not yes")
    }
  }

  /// Keys of which enough must sign.
  private typealias KeySet = (keys: ListKeys, isNew: Bool)

  /// The keys by which readers believe the list, and those that it names from now on; none where nobody knows any.
  private func sets(
    of list: ParsedTrustList, _ beside: [KeysBeside], _ old: TrustedEdition?
  ) -> [KeySet] {
    let present = old?.keys ?? KeysBeside.best(of: beside, for: list)?.keys
    return [(present, false), (list.content.nextKeys, true)].compactMap { keys, isNew in
      keys.map { (keys: $0, isNew: isNew) }
    }
  }

  /// Refuses a key that has signed, and one whose signature no reader counts: a file with it would look like a step on.
  private func require(
    _ secret: PrivateKey, of file: FilePath, _ beside: [KeysBeside], _ old: TrustedEdition?,
    for list: ParsedTrustList
  ) throws(Failure) {
    let key = secret.publicKey
    let sets = sets(of: list, beside, old)
    guard !list.hasSignature(by: key) else {
      let missing = sets.map { $0.keys.threshold - list.signatures(by: $0.keys) }.max()
      let hint: String =
        switch missing {
        case nil: "another keeper signs it next"
        case let count? where count <= 0: "it has the signatures that it needs"
        case 1?: "one more keeper has to sign it"
        case let count?: "\(count) more keepers have to sign it"
        }
      throw Failure(.trust, file, "this key has signed the list already", hint: hint)
    }
    // Where several keys files lie there and nobody can say yet which is meant, a keeper by any of them.
    let possible = sets.allSatisfy(\.isNew) ? beside.map(\.keys) : []
    let known = (sets.map(\.keys) + possible).flatMap { $0.keys.map(\.spkiSHA256) }
    guard known.isEmpty || known.contains(key.spkiSHA256) else {
      throw Failure(
        .trust, file, "this key is none of the list's keys: its signature would count for nothing",
        hint: "trust fingerprint shows the keys in a keys file; this one is \(key.spkiSHA256)")
    }
  }

  /// How many signatures the list has, how many it needs, and whether anybody would believe it now.
  private func words(
    _ signed: ParsedTrustList, _ beside: [KeysBeside], _ old: TrustedEdition?,
    _ wording: Wording
  ) -> String {
    let sets = sets(of: signed, beside, old)
    var counts: [String] = []
    var missing = 0
    for (place, set) in sets.enumerated() where place == 0 || set.keys != sets[0].keys {
      let (count, need) = (signed.signatures(by: set.keys), set.keys.threshold)
      missing = max(missing, need - count)
      let (all, new) = (set.keys.keys.count, set.isNew ? "new " : "")
      counts.append(
        wording.say(
          "\(count) of \(need)\(place == 0 ? " signatures" : "") by its \(all) \(new)keys",
          "\(set.isNew ? "新しい鍵" : "鍵")\(all)個のうち必要な署名\(need)件に対し\(count)件"))
    }
    var text = "\(Untrusted.path(output.path)): "
    if sets.allSatisfy(\.isNew), beside.count > 1 {
      let count = Progress.count(signed.signatureCount, "signature")
      let names = KeysBeside.names(of: beside)
      text += wording.say(
        "\(count); several keys files of this list lie here (\(names)), and so nobody can say how many are needed; "
          + KeysBeside.hint,
        "署名\(signed.signatureCount)件。このリストの鍵ファイルが複数あるため(\(names))、必要な件数を確認できません。"
          + wording.told(KeysBeside.hint))
    } else if counts.isEmpty {
      let count = Progress.count(signed.signatureCount, "signature")
      text += wording.say(
        "\(count); no keys file stands beside it, and so nobody can say here how many are needed",
        "署名\(signed.signatureCount)件。鍵ファイルが同じフォルダーにないため、必要な件数を確認できません")
    } else {
      text += counts.joined(separator: wording.say(", ", "、"))
      let more = missing == 1 ? "1 more has" : "\(missing) more have"
      // A change that was announced by a number of theirs: the former keepers need not sign any more.
      let isTakenOver =
        old?.list.content.nextKeys.map {
          $0 == signed.content.nextKeys && signed.signatures(by: $0) >= $0.threshold
        } ?? false
      text +=
        missing > 0 && isTakenOver
        ? wording.say(
          "; complete for readers who took the new keys over, and not for others until \(more) signed by the former ones",
          "。新しい鍵に切り替えた閲覧者には署名がそろっています。以前の鍵の閲覧者には、以前の鍵の署名があと\(missing)件必要です")
        : missing > 0
          ? wording.say("; not valid until \(more) signed", "。あと\(missing)件の署名が必要です")
          : wording.say("; complete", "。署名はそろっています")
    }
    return text + "\n"
  }
}

extension ListDiff {
  /// Refuses what is lost and was not named; what is lost was shown by then.
  ///
  /// - Parameters:
  ///   - name: the list, in the error.
  ///   - hint: what to do, before the IDs of what is lost.
  func refuseLosses(beyond accepted: Set<String>, in name: String, hint: String) throws(Failure) {
    let names = Set(losses.compactMap(\.id) + losses.compactMap(\.qualifiedID))
    for id in accepted.subtracting(names).sorted() {
      Console.remark("--accept-loss \(Untrusted.clean(id)): nothing of that name is lost")
    }
    let losses = losses(beyond: accepted)
    guard let first = losses.first else { return }
    let ids = losses.compactMap(self.name)
    let more = losses.count - 1
    let shown = Set(ids).sorted().prefix(5).joined(separator: ", ")
    throw Failure(
      .trust,
      "\(name): the list loses \(first.lost)" + (more == 0 ? "" : ", and \(more) more, marked ✗"),
      hint: "\(hint): \(shown)")
  }
}

extension ListChange {
  /// What is lost, in a few words.
  fileprivate var lost: String {
    let place = Untrusted.clean(place ?? agency ?? "")
    switch kind {
    case .agencyGone: return "the agency \(Untrusted.clean(agency ?? place))"
    case .serviceGone: return "the service \(place)"
    case .certificateGone: return "a certificate of \(place)"
    case .historyGone: return "a time in which \(place) was granted"
    case .withdrawalGone: return "a withdrawal at \(place)"
    case .withdrawalLater: return "part of a withdrawal at \(place), which begins later"
    default: return "the gravity of a withdrawal at \(place)"
    }
  }
}
