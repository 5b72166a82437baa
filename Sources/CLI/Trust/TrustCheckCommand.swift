import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust

/// `broadseal trust check`: whether a list would be believed, and everything that it says.
struct TrustCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say of each trust list whether it would be believed, and everything that it says.",
    usage: "broadseal trust check <list.json> ... [<options>]",
    discussion: """
      The pinned keys of LIST.json stand beside it as LIST.keys.pem; a list without keys needs the \
      recognition of another list named here. Of a PEM file of anchors it is said whose they are, \
      and how old. Drafts, and lists that too few keepers have signed, \
      are shown too, as what nobody believes. Exit code 6 when a list is not believed; 1 when one \
      is, and it or a certificate on it ends within the days that --expires-within names.
      """)

  @Argument(help: ArgumentHelp("Government trust lists, or drafts.", valueName: "list.json"))
  var lists: [PathArgument]

  @Option(help: ArgumentHelp("Judge as of this moment, reading no clock.", valueName: "time"))
  var at: TimeArgument?

  @OptionGroup
  var expiry: ExpiryOptions

  @OptionGroup(title: "Result")
  var result: ResultOptions<PlainFormat>

  func run() throws {
    try result.open(
      sparing: lists.flatMap { [$0.path, TrustStore.keysPath(of: $0.path)] })
    let time = at?.time ?? SystemClock.now
    var material = TrustStore()
    var anchors: [AnchorFile] = []
    for list in lists {
      if let file = try AnchorFile(list.path, at: time) {
        anchors.append(file)
      } else {
        try material.addGovernmentList(list.path)
      }
    }
    let context: TrustContext
    do throws(TrustError) {
      context = try SeenLists.context(material, at: time, isPast: at != nil, remembers: false)
    } catch {
      let error = reworded(error)
      try showUnbelieved(error, anchors, at: time)
      // What was found is told, and so its file is written.
      Console.report(Failure(explaining: error))
      throw Outcome(code: .trust)
    }
    let lists = context.government
    let endings = lists.map { ListEndings(of: $0.content, at: time, expiry) }
    let isEnding =
      endings.contains { !$0.isEmpty }
      || anchors.contains { !$0.endings(at: time, expiry).isEmpty }
    if result.format == .json {
      let notes = lists.map { remarks(on: $0, among: lists, at: time, Wording(.english)) }
      try Console.write(
        TrustJSON.document(
          lists: zip(lists, zip(endings, notes)).map {
            TrustJSON.list($0, endings: $1.0.lines(in: Wording(.english)), notes: $1.1)
          }, anchors: anchors.map { $0.json(at: time, expiry) }))
    } else {
      for wording in result.lang.wordings {
        try show(lists, endings, anchors, at: time, in: wording)
      }
    }
    if isEnding, expiry.isNamed { throw Outcome(code: .failed) }
  }

  /// Anchors and lists that are believed, in one language.
  private func show(
    _ lists: [GovernmentTrustList], _ endings: [ListEndings], _ anchors: [AnchorFile],
    at time: UTCTime, in wording: Wording
  ) throws {
    for file in anchors { try Console.write(file.text(at: time, expiry, wording)) }
    for (number, (list, endings)) in zip(lists, endings).enumerated() {
      let name = Untrusted.line(list.name)
      let notes = remarks(on: list, among: lists, at: time, wording)
        .map { ListEndings.note($0, wording) }
      try Console.write(
        (number == 0 ? "" : "\n")
          + wording.say("✓ \(name) is believed\n", "✓ \(name): 信頼できるリストです\n")
          + TrustText(wording).basis(of: list)
          + "\n" + (try shown(list, at: time, wording)) + endings.text(in: wording)
          + notes.joined())
    }
  }

  /// What else is to be said of a list, a line each.
  private func remarks(
    on list: GovernmentTrustList, among lists: [GovernmentTrustList], at time: UTCTime,
    _ wording: Wording
  ) -> [String] {
    TrustText(wording).notes(on: list, among: lists)
      + list.content.doubtTexts(at: time, in: wording)
  }

  /// Everything that the list in the file of this name says.
  private func shown(
    _ list: GovernmentTrustList, at time: UTCTime, _ wording: Wording
  ) throws -> String {
    guard let file = lists.first(where: { $0.path.display == list.name }) else { return "" }
    let read = try file.trustList()
    guard read.digest == list.digest else {
      throw Failure(.incomplete, file.path, "the file changed while it was read")
    }
    return ListText(at: time, wording).text(of: read)
  }

  /// What is said of a draft, which keys would not help, and of a list whose keys lie beside it under another name.
  private func reworded(_ error: TrustError) -> TrustError {
    guard error.kind == .keysMissing,
      let list = lists.first(where: { $0.path.display == error.name }),
      let parsed = try? list.trustList()
    else { return error }
    guard parsed.isSigned else {
      return TrustError(
        .unsigned, error.name, "nobody has signed this draft yet", hint: "trust sign signs it")
    }
    guard let all = try? KeysBeside.all(of: parsed, at: [list.path]), !all.isEmpty else {
      return error
    }
    guard let beside = KeysBeside.best(of: all, for: parsed) else {
      return TrustError(
        .keysMissing, error.name,
        "several keys files of this list lie beside it, and none under its name: \(KeysBeside.names(of: all))",
        hint: KeysBeside.hint)
    }
    let (count, need) = (parsed.signatures(by: beside.keys), beside.keys.threshold)
    guard count < need else {
      return TrustError(
        .keysMissing, error.name,
        "its keys lie beside it under another name, \(beside.name)",
        hint: KeysBeside.hint)
    }
    return TrustError(
      .notEnoughSignatures, error.name,
      "\(count) of \(need) signatures by the keys of \(beside.name)",
      hint: need - count == 1
        ? "one more keeper has to sign it" : "\(need - count) more keepers have to sign it")
  }

  /// Whether a fault is that list's, or that of the keys beside it.
  private func isMeant(_ list: PathArgument, by error: TrustError) -> Bool {
    [list.path, TrustStore.keysPath(of: list.path)].contains { $0.display == error.name }
  }

  /// The list that is not believed, why, and what it says; then those that were not judged for it.
  private func showUnbelieved(
    _ error: TrustError, _ anchors: [AnchorFile], at time: UTCTime
  ) throws {
    let meant = lists.filter { isMeant($0, by: error) }
    let others = lists.filter { !isMeant($0, by: error) }
    if result.format == .json {
      let values = (meant + others).compactMap { list -> JSON.Value? in
        let isMeant = isMeant(list, by: error)
        let parsed = try? list.trustList()
        guard isMeant || parsed != nil else { return nil }
        return TrustJSON.list(
          named: list.path.display, kind: isMeant ? error.kind.description : nil,
          reason: isMeant ? error.reason : nil, parsed,
          endings: parsed.map {
            ListEndings(of: $0.content, at: time, expiry).lines(in: Wording(.english))
          } ?? [])
      }
      return try Console.write(
        TrustJSON.document(lists: values, anchors: anchors.map { $0.json(at: time, expiry) }))
    }
    for wording in result.lang.wordings {
      for file in anchors { try Console.write(file.text(at: time, expiry, wording)) }
      try Console.write(
        "✗ \(Untrusted.line(error.name)): "
          + "\(wording.words(for: error.kind)) (\(error.kind.description))\n")
      for list in meant + others {
        guard let parsed = try? list.trustList() else { continue }
        let isMeant = isMeant(list, by: error)
        let name = Untrusted.line(list.path.display)
        let state =
          isMeant
          ? parsed.isSigned
            ? wording.say("nobody believes this list", "信頼できるリストと確認できません")
            : wording.say(
              "a draft: nobody has signed it, and nobody believes it", "下書き:署名がないため、信頼できません")
          : wording.say(
            "– \(name): not judged, since the other is not believed",
            "– \(name): もう一方のリストが信頼できないため、検証していません")
        try Console.write(
          "\(state)\n\n" + ListText(at: time, wording).text(of: parsed)
            + ListEndings(of: parsed.content, at: time, expiry).text(in: wording)
            + parsed.content.doubtTexts(at: time, in: wording)
            .map { ListEndings.note($0, wording) }.joined() + "\n")
      }
    }
  }
}
