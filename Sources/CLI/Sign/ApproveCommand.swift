import ArgumentParser

/// `broadseal approve`: a second person's signature under a plan.
struct ApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Approve a plan of sign --plan with a key of your own.",
    usage: "broadseal approve <plan> --key <file|uri> --role <role> -o <approved>",
    discussion: """
      Shows what the plan says, and compares every document with it: what you approve is what lies \
      here now. The approval names a role and a record, never a person, and both are published in \
      the label. A plan that others have approved keeps their approvals.
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

  @Flag(help: "Replace the output if it exists.")
  var force = false

  @OptionGroup
  var passphrase: PassphraseOptions

  func validate() throws { try [plan].refuseStandardInput() }

  func run() throws {
    Interruption.endsProcess()
    try ApprovalRun(
      plan: plan.path, output: output, overwrites: force, role: role.text, record: record?.text,
      key: key, passphrase: passphrase, looksAtDocuments: !digestsOnly
    ).run()
  }
}
