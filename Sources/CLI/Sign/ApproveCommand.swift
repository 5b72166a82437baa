import ArgumentParser

/// `broadseal approve`: a second person's signature under a plan.
struct ApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Approve a plan of sign --plan with a key of your own.",
    usage: """
      broadseal approve <plan> --key <file|uri> --role <role> -o <approved>
                        [<options>]
      """,
    discussion: """
      Compares every document with the plan, shows what it says and asks on the terminal; where there \
      is none, --yes is needed. What you approve is what lies here now. The approval names a role and a record, never a person, and both are published in \
      the label. A plan that others have approved keeps their approvals.

      Exit codes: 0 approved, 1 a document is not the one in the plan, 2 usage, 3 a file cannot be \
      read or written, 6 the key is the one that will sign, or none of those that may approve, 70 a bug, 130 interrupted, or the answer was not yes.
      """)

  @Argument(help: ArgumentHelp("The plan, or a plan with approvals.", valueName: "plan.json"))
  var plan: PathArgument

  @Option(
    help: ArgumentHelp(
      "Your private key: P-256, P-384 or Ed25519; a file, or a pkcs11: address.",
      valueName: "file|uri"))
  var key: KeyArgument

  @Option(help: ArgumentHelp("Your role, never your name.", valueName: "role"))
  var role: PlainText

  @Option(
    help: ArgumentHelp(
      "Number of the record of this approval; the plan's SHA-256 if absent.", valueName: "no"))
  var record: PlainText?

  @Option(name: .output, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: PathArgument

  @Flag(help: "Approve by the digests alone, without the documents.")
  var digestsOnly = false

  @Flag(name: .shortAndLong, help: "Approve without being asked.")
  var yes = false

  @Flag(help: "Replace the output if it exists.")
  var force = false

  @OptionGroup
  var passphrase: PassphraseOptions

  @OptionGroup(title: "Result")
  var telling: SpokenOptions<PlainFormat>

  func validate() throws { try [plan].refuseStandardInput() }

  func run() throws {
    Interruption.endsProcess()
    try ApprovalRun(
      plan: plan.path, output: output, overwrites: force, isAsked: !yes,
      role: role.text, record: record?.text,
      key: key, passphrase: passphrase, looksAtDocuments: !digestsOnly,
      format: telling.format, wordings: telling.lang.wordings
    ).run()
  }
}
