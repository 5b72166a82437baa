import BroadsealBytes
import BroadsealDocuments
import BroadsealReporting

/// What `verify` says of a file that is no document: this program put it beside a result.
extension Wording {
  /// What the file at `path` is, and how it is used.
  func words(for file: ProgramFile, at path: FilePath) -> (what: String, use: String) {
    switch file {
    case .evidence(let owner):
      let document = Untrusted.path(ProgramFile.document(of: owner))
      let bundle = Untrusted.path(path)
      let command =
        "broadseal verify \(document) --evidence \(bundle) --at TIME --list-keys LIST.keys.pem"
      return (
        say(
          "This is the evidence that sign --evidence kept of \(document): no document, and it needs no label.",
          "sign --evidence が保存した \(document) の証拠です。文書ではなく、ラベルは必要ありません。"),
        say(
          "It judges that document as of a moment of the past: \(command)",
          "過去の日時における文書の判定に使います:\(command)")
      )
    case .reportList(let folder):
      return (
        say(
          "This is the list of the reports that audit --sign-report signed: no document, and it needs no label.",
          "audit --sign-report が署名した報告書の一覧です。文書ではなく、ラベルは必要ありません。"), proof(in: folder)
      )
    case .reportSignature(let folder):
      return (
        say(
          "This is the signature over the list of reports beside it, reports.json: no document, and it needs no label.",
          "同じフォルダーにある報告書の一覧(reports.json)に対する署名です。文書ではなく、ラベルは必要ありません。"),
        proof(in: folder)
      )
    }
  }

  private func proof(in folder: FilePath) -> String {
    let folder = Untrusted.path(folder)
    return say(
      "It proves the reports, all and unchanged: broadseal audit verify-report \(folder)",
      "報告書がすべて揃い、変更されていないことの検証に使います:broadseal audit verify-report \(folder)")
  }
}
