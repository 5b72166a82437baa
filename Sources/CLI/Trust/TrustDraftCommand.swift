import ArgumentParser
import Broadseal
import BroadsealBytes
import BroadsealReporting
import BroadsealTrust

/// `broadseal trust draft`: a first list, or the next number of one that was signed.
struct TrustDraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "Make the draft of a trust list: a first one, or the next number of a signed one.",
    usage: """
      broadseal trust draft -o <draft> --scheme <name> --operator <name> \\
                            --territory <code> [<first entry>]
      broadseal trust draft -o <draft> --from <list.json> [--days <days>]
      """,
    discussion: """
      A draft is a file in JSON that trust add, withdraw, retire, renew and rotate edit, and that \
      trust sign signs. The next number of a list says what the list says, is issued now, and is \
      believed for as long as the list was.

      Exit codes: 0 written, 2 usage, 3 a file cannot be read or written, 6 a list or certificate that \
      cannot be used so.
      """)

  @Option(name: .output, help: ArgumentHelp("The draft to write.", valueName: "draft.json"))
  var output: PathArgument

  @Option(help: ArgumentHelp("The signed list to follow.", valueName: "list.json"))
  var from: PathArgument?

  @Option(
    help: ArgumentHelp(
      "Name of a new list, or ja=… for another language. Repeatable.", valueName: "lang=name"))
  var scheme: [LocalizedArgument] = []

  @Option(
    name: .customLong("operator"),
    help: ArgumentHelp("Who keeps it. Repeatable.", valueName: "lang=name"))
  var operators: [LocalizedArgument] = []

  @Option(help: ArgumentHelp("The country it speaks for: US, JP.", valueName: "code"))
  var territory: PlainText?

  @Option(help: ArgumentHelp("Days until the next update: 60 for a new list.", valueName: "days"))
  var days: Int?

  @Flag(help: "Replace the output if it exists.")
  var force = false

  @OptionGroup
  var language: LanguageOption

  @OptionGroup(title: "The first entry, as for trust add")
  var entry: EntryOptions

  /// How long a new list is believed.
  private static let usualDays = 60

  func validate() throws {
    if let days, !(1...3_650).contains(days) {
      throw ValidationError("--days takes a number from 1 to 3650")
    }
    let isNew = !scheme.isEmpty || !operators.isEmpty || territory != nil
    if from != nil, isNew || entry.isAsked {
      throw ValidationError(
        "--from follows a list that has a name and entries: trust add puts more on the draft")
    }
    guard from == nil else { return }
    if let code = territory?.text,
      code.utf8.count != 2
        || !code.utf8.allSatisfy((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains)
    {
      throw ValidationError("--territory takes two capital letters, such as US or JP")
    }
    guard !scheme.isEmpty, !operators.isEmpty, territory != nil else {
      throw ValidationError("a new list needs --scheme, --operator and --territory, or --from")
    }
    guard scheme.contains(where: { $0.language == "en" }) else {
      throw ValidationError("--scheme needs an English name: keys files name the list by it")
    }
  }

  func run() throws {
    Interruption.endsProcess()
    let draft = try from.map { try following($0) } ?? first()
    try output.write(
      draft.bytes, overwrites: force, from: from.map { [$0.path] } ?? [],
      sparing: entry.files.map(\.path))
    let list = try draft.parsed()
    for wording in language.lang.wordings {
      try Console.write(
        "\(Untrusted.path(output.path)): "
          + wording.say("a draft, not signed yet\n\n", "下書き、未署名\n\n")
          + ListText(at: SystemClock.now, wording).text(of: list))
    }
    // What a published list says was looked at before it was signed.
    if from == nil { list.content.remarkDoubts(at: SystemClock.now, beyond: nil) }
  }

  private func first() throws -> ListDraft {
    guard let names = try scheme.localized("--scheme"),
      let operators = try operators.localized("--operator"), let territory
    else { throw Failure.usage("a new list needs --scheme, --operator and --territory") }
    let now = SystemClock.now
    var draft = try ListDraft(
      scheme: names, operators: operators, territory: territory.text, issued: now,
      nextUpdate: now.adding(seconds: TrustDraftCommand.seconds(days ?? Self.usualDays)),
      name: output.path.display)
    if entry.isAsked { try entry.add(to: &draft) }
    return draft
  }

  private func following(_ path: PathArgument) throws -> ListDraft {
    let list = try path.trustList()
    guard list.isSigned else {
      throw Failure(
        .usage, path.path, "the list is not signed, and so nobody has its number yet",
        hint: "edit it as it is, or sign it first")
    }
    try TrustedEdition.requireProof(of: list, at: path.path)
    return try ListDraft(
      following: list, issued: SystemClock.now,
      lasting: days.map(TrustDraftCommand.seconds), name: output.path.display)
  }

  private static func seconds(_ days: Int) -> Int64 { Int64(days) * 86_400 }
}

/// `broadseal trust add`: a further agency, CA or time-stamp authority.
struct TrustAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Put an agency, a CA or a time-stamp authority on a draft.",
    usage: """
      broadseal trust add <draft> --agency <id> --name <name> --ca <pem> ...
      broadseal trust add <draft> --tsa <pem> --name <name>
      """,
    discussion: """
      What was put on the draft by mistake goes with trust remove, and then anew with trust add; a scope that is \
      published is changed in the draft by hand, under the names of Documentation/TrustLists.md.

      Exit codes: 0 written, 2 usage, 3 a file cannot be read or written, 6 a list or certificate that \
      cannot be used so.
      """)

  @OptionGroup
  var draft: DraftOptions

  @OptionGroup(title: "The entry")
  var entry: EntryOptions

  func validate() throws {
    guard entry.isAsked else { throw ValidationError("--ca or --tsa says who is put on the list") }
  }

  func run() throws {
    try draft.edit(sparing: entry.files) { try entry.add(to: &$0) }
  }
}
