import ArgumentParser
import BroadsealBytes
import BroadsealJSON
import BroadsealProvenance
import BroadsealReporting
import BroadsealTrust
import BroadsealVerifying

/// `broadseal inspect`: shows what a manifest store says, proved or not.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show a document's manifest store as a tree, and what the label in it says.",
    usage: "broadseal inspect <file> [<options>]",
    discussion: """
      What the tree says is what the file says: only what stands under "Checked" was checked. Exit \
      codes: 0 shown, whatever the verdict, 1 a store that cannot be read, 3 a file that cannot be, \
      4 no label.
      """)

  @Argument(help: "The document, or a .c2pa file; - is standard input.")
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

  @OptionGroup(title: "Result")
  var result: ResultOptions<PlainFormat>

  func validate() throws {
    let jobs = [certs, extract != nil, assertion != nil].count { $0 }
    if jobs > 1 { throw ValidationError("--certs, --extract and --assertion exclude each other") }
    if trust.revocation.online?.kinds.contains(.manifest) == true {
      throw ValidationError("inspect shows what is at hand: --online manifest is for verify")
    }
    if result.format == .json, jobs > 0 {
      throw ValidationError(
        "-f json shows all of it: leave --certs, --extract and --assertion out")
    }
    if result.force, extract == nil, result.output == nil {
      throw ValidationError("--force needs --extract or -o")
    }
  }

  func run() throws {
    Interruption.endsProcess()
    let path = file.isStandardStream ? try PipedFile.input() : file.path
    let found = try InspectedStore(path, sidecar: sidecar?.path)
    let (format, lang) = (result.format, result.lang)
    try result.open(sparing: [path].withLabels + [sidecar?.path].compactMap(\.self) + trust.files)
    if let extract {
      try extract.write(
        found.bytes, overwrites: result.force, from: [path] + [sidecar?.path].compactMap(\.self),
        sparing: trust.files, like: path)
      let (name, count) = (Untrusted.path(extract.path), found.bytes.count)
      for wording in lang.wordings {
        try Console.write(
          "\(name): "
            + wording.say("the manifest store, \(count) bytes", "マニフェストストア(\(count)バイト)") + "\n")
      }
      return
    }
    let store = try found.parsed()
    if certs {
      let text = CertificateText(lang.wordings.first ?? Wording(.english))
      return try Console.write(try text.chain(of: store.active, path))
    }
    if let assertion {
      return try Console.write(AssertionText.text(of: assertion.text, in: store, path))
    }
    let verdict = found.isBare ? nil : try judged(path)
    guard format == .text else {
      let json = InspectionJSON.value(of: store, at: found.place, path, verdict)
      return try Console.write(json)
    }
    var parts: [String] = []
    for wording in lang.wordings {
      parts.append(StoreTree(wording).text(of: store, found.place, path))
      if let verdict { parts.append(checked(verdict, wording)) }
    }
    try Console.write(parts.joined(separator: "\n"))
  }

  /// What verification says of the document.
  private func judged(_ path: FilePath) throws -> Verdict {
    let time = trust.time()
    let context = try trust.context(at: time)
    let verifier = Verifier(
      trust: context, at: time,
      options: trust.options(digestsFile: result.format == .json),
      evidence: try trust.revocation.evidence(among: context.certificates))
    return verifier.session().verify(path, sidecar: sidecar?.path)
  }

  /// What was checked, under a tree that only repeats what the file says.
  private func checked(_ verdict: Verdict, _ wording: Wording) -> String {
    let state = verdict.c2pa.state.map { wording.word(for: $0) } ?? wording.say("none", "なし")
    let integrity = wording.word(for: verdict.integrity)
    let origin = wording.word(for: verdict.origin?.status ?? .none)
    let text = VerdictText(
      wordings: [wording], explains: true, terminal: Console.terminal)
    return wording.say(
      "Checked: C2PA state \(state), integrity \(integrity), origin \(origin)\n",
      "検証結果:\(wording.stateName) \(state)、\(wording.integrityName) \(integrity)、"
        + "\(wording.originName) \(origin)\n")
      + text.body(verdict, wording)
  }
}
