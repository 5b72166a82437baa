import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport
import Testing

@Suite("Whoever labels a document that was sealed alone is told whose seal counts no more")
struct LabelOverSealTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  private func sign(_ path: String, _ options: [String]) -> Command.Outcome {
    Command.run(
      ["sign", path, "--ai", "none", "--profile", desk.profile(), "-o", folder("out.pdf")]
        + options)
  }

  @Test("the note names field and signer, in both languages; with the next label it is gone")
  func told() throws {
    let signer = try TestPKI.shared().demo.jp.signer
    let bytes = try ApprovedPDF.bytes(
      by: signer, [:], message: { try ApprovedPDF.plain($0, by: $1) })
    let sealed = folder.write(bytes, to: "sealed.pdf")
    let first = sign(sealed, ["--lang", "both"])
    #expect(first.code == 0, "\(first.errorText)")
    for words in ["\(signer.certificate.subject)", "(LABEL-OVER-SEAL)", "以後はラベルに基づいて"] {
      #expect(first.errorText.contains(words), "\(words): \(first.errorText)")
    }
    let again = Command.run(
      "sign", folder("out.pdf"), "--ai", "none", "--profile", desk.profile(), "-o",
      folder("again.pdf"))
    #expect(again.code == 0, "\(again.errorText)")
    #expect(!again.errorText.contains("LABEL-OVER-SEAL"), "\(again.errorText)")
    let plain = sign(folder.write(Desk.sample("press-release.pdf"), to: "plain.pdf"), ["--force"])
    #expect(plain.code == 0 && !plain.errorText.contains("LABEL-OVER-SEAL"))
  }
}
