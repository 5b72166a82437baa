import ArgumentParser
import BroadsealBytes
import BroadsealFiles
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust
import BroadsealVerifying
import Glibc

/// `broadseal audit verify-report`: proves that a folder holds the reports that an agency signed.
struct VerifyReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify-report",
    abstract:
      "Prove that a folder holds the reports that audit --sign-report signed, all and unchanged.",
    usage: "broadseal audit verify-report <folder> [<options>]",
    discussion: """
      Exit codes: 0 they are, and a recognised agency signed them; \
      1 a report was changed, is missing, or a signature is wrong; 2 there is no folder of signed reports; 5 they are \
      unchanged, and no list that was given vouches for who signed them.
      """)

  @Argument(help: ArgumentHelp("The folder with the reports.", valueName: "folder"))
  var folder: PathArgument

  @OptionGroup(title: "Trust")
  var trust: JudgingOptions

  @OptionGroup(title: "Result")
  var result: ResultOptions<PlainFormat>

  /// `audit verify-report …` as the command of its own that it is.
  static func complete(_ arguments: [String]) -> [String] {
    let name = ["audit", "verify-report"]
    return arguments.starts(with: name) ? Array(arguments.dropFirst()) : arguments
  }

  func run() throws {
    try self.result.open(sparing: trust.files)
    let time = trust.time()
    let context = try trust.context(at: time)
    let verifier = Verifier(
      trust: context, at: time, clock: trust.clock, options: trust.options(digestsFile: false),
      evidence: try trust.revocation.evidence(among: context.certificates),
      manifests: trust.revocation.manifests)
    let proof = ReportProof(folder: folder.path, verifier: verifier, context: context)
    let result = try proof.prove()
    if self.result.format == .json {
      try Console.write(result.json(of: folder.path))
    } else {
      for wording in self.result.lang.wordings { try Console.write(wording.text(of: result)) }
    }
    throw Outcome(code: result.code)
  }
}

extension ReportProof.Result {
  /// What was found, as the schema `broadseal.verification/1` has it; sentences are in English.
  fileprivate func json(of folder: FilePath) -> JSON.Value {
    let wording = Wording(.english)
    var members = folder.members("folder")
    members += [
      ("reports", .integer(Int64(count))),
      ("faults", .array(faults.map { .string(wording.sentence(for: $0)) })),
    ]
    members += unsigned.members("unsigned")
    members.append(("agency", JSON.Value(agency?.id)))
    if let signed = times.signed { members.append(("time", .string(signed.rfc3339))) }
    members.append(("exit", .integer(Int64(code.rawValue))))
    return Tool.document(.verification, members)
  }
}

extension Wording {
  /// All that was found of signed reports.
  fileprivate func text(of result: ReportProof.Result) -> String {
    result.faults.map { "✗ \(sentence(for: $0))\n" }.joined()
      + result.unsigned.map(Untrusted.escaped).map {
        say("? \($0): not one of the signed reports\n", "? \($0): 署名対象外のファイル\n")
      }.joined() + conclusion(of: result) + "\n"
  }

  /// What is wrong with signed reports.
  fileprivate func sentence(for fault: ReportProof.Fault) -> String {
    switch fault {
    case .noManifest:
      say("\(ReportManifest.name) is no list of reports.", "\(ReportManifest.name)は報告書の一覧ではありません。")
    case .signature(let reason):
      say(
        "The signature over the list of reports does not hold: \(reason).",
        "報告書一覧の署名が有効ではありません(\(reason))。")
    case .missing(let name): say("\(name) is missing.", "\(name)がありません。")
    case .changed(let name): say("\(name) is not as it was signed.", "\(name)は署名時の内容と一致しません。")
    case .label(let name): say("The label of \(name) does not hold.", "\(name)のラベルが有効ではありません。")
    case .otherSigner(let name):
      say("\(name) was labelled by somebody else.", "\(name)は別の署名者によってラベル付けされています。")
    }
  }

  /// What it all amounts to.
  fileprivate func conclusion(of result: ReportProof.Result) -> String {
    guard result.faults.isEmpty else {
      return say("These are not the reports that were signed.", "署名された報告書とは認められません。")
    }
    guard result.isListGiven || result.agency != nil else {
      return say(
        "The \(result.count) reports are as they were signed. No list was given (--trust-dir, --government), so that "
          + "nothing can be said of who signed them and when.",
        "\(result.count)件の報告書は署名時のままです。トラストリスト(--trust-dir、--government)が指定されていないため、署名者と"
          + "署名時刻は確認できません。")
    }
    let when =
      result.times.signed.map { say(" on \($0.display)", "\($0.display)に") }
      ?? say(
        ", at a time that no time stamp of a recognised authority proves", "(認められた時刻の証明なし)")
    let late =
      result.times.later.map {
        say(
          " The list of them bears a time stamp of \($0.display): a later one can take the place of the first.",
          "一覧のタイムスタンプは\($0.display)のものです。後から新しいものに差し替えられている可能性があります。")
      } ?? ""
    guard let agency = result.agency else {
      return say(
        "The \(result.count) reports are as they were signed\(when); no list that was given vouches for who signed them.",
        "\(result.count)件の報告書は署名時のままですが(\(when))、署名者は指定されたリストで確認できません。")
        + late
    }
    let name = Untrusted.clean(agency.names[say("en", "ja")] ?? agency.names["en"] ?? agency.id)
    return say(
      "✓ The \(result.count) reports are those that \(name) signed\(when).",
      "✓ \(result.count)件の報告書は、\(name)が\(when)署名したものです。") + late
  }
}
