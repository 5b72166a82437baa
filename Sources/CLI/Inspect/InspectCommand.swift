import ArgumentParser
import BroadsealBytes
import BroadsealProvenance
import BroadsealReporting
import BroadsealTrust
import BroadsealVerifying

/// `broadseal inspect`: shows what a manifest store says, proved or not.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show a document's manifest store as a tree.",
    usage: "broadseal inspect <file> [<options>]",
    discussion: "What the tree says is what the file says: only the last lines were checked.")

  @Argument(help: "The document, or a .c2pa file.")
  var file: PathArgument

  @OptionGroup(title: "Trust")
  var trust: JudgingOptions

  @Option(help: ArgumentHelp("The label, when it is a separate file.", valueName: "file.c2pa"))
  var sidecar: PathArgument?

  @Flag(help: "Show the certificates of the active manifest.")
  var certs = false

  @Option(help: ArgumentHelp("Write the manifest store to this file.", valueName: "store.c2pa"))
  var extract: PathArgument?

  @Option(help: ArgumentHelp("Show one assertion of the active manifest.", valueName: "label"))
  var assertion: PlainText?

  @Flag(help: "Replace the file of --extract if it exists.")
  var force = false

  func validate() throws {
    try [file].refuseStandardInput()
    let jobs = [certs, extract != nil, assertion != nil].count { $0 }
    if jobs > 1 { throw ValidationError("--certs, --extract and --assertion exclude each other") }
    if trust.revocation.online?.kinds.contains(.manifest) == true {
      throw ValidationError("inspect shows what is at hand: --online manifest is for verify")
    }
    if force, extract == nil { throw ValidationError("--force needs --extract") }
  }

  func run() throws {
    let found = try InspectedStore(file.path, sidecar: sidecar?.path)
    if let extract {
      try extract.write(
        found.bytes, overwrites: force, from: [file.path] + [sidecar?.path].compactMap(\.self),
        sparing: trust.files, like: file.path)
      return try Console.write(
        "\(Untrusted.path(extract.path)): the manifest store, \(found.bytes.count) bytes\n")
    }
    let store = try found.parsed()
    if certs { return try Console.write(CertificateText.chain(of: store.active, file.path)) }
    if let assertion {
      return try Console.write(AssertionText.text(of: assertion.text, in: store, file.path))
    }
    try Console.write(StoreTree(store, place: found.place).text(file.path))
    if !found.isBare { try Console.write(checked()) }
  }

  /// What was checked, under a tree that only repeats what the file says.
  private func checked() throws -> String {
    let time = trust.time()
    let verifier = Verifier(
      trust: try trust.context(at: time), at: time, options: trust.options(digestsFile: false),
      evidence: try trust.revocation.evidence())
    let verdict = verifier.session().verify(file.path, sidecar: sidecar?.path)
    let state = verdict.c2pa.state?.rawValue ?? "none"
    return "\nChecked: C2PA state \(state), integrity \(verdict.integrity.rawValue), "
      + "origin \(verdict.origin?.status.rawValue ?? "none")\n"
      + Wording(.english).reasons(of: verdict).map(VerdictText.text).joined()
  }
}
