import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport
import Testing

@Suite("A seal made with another key keeps its standing when the document is labelled")
struct LabelOverSealTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  private func sign(_ path: String, _ options: [String]) -> Command.Outcome {
    Command.run(
      ["sign", path, "--ai", "none", "--profile", desk.profile(), "-o", folder("out.pdf")]
        + options)
  }

  private func sealed(by signer: DemoCredential) throws -> [UInt8] {
    try ApprovedPDF.bytes(by: signer, [:], message: { try ApprovedPDF.plain($0, by: $1) })
  }

  @Test("the label stands beside it, and says why, in both languages; the document is untouched")
  func kept() throws {
    let signer = try TestPKI.shared().demo.jp.signer
    let path = folder.write(try sealed(by: signer), to: "sealed.pdf")
    let first = sign(path, ["--lang", "both"])
    #expect(first.code == 0, "\(first.errorText)")
    for words in ["\(signer.certificate.subject)", "(SEAL-KEPT)", "eシールとして認められなくなります"] {
      #expect(first.errorText.contains(words), "\(words): \(first.errorText)")
    }
    #expect(folder.read("out.pdf") == folder.read("sealed.pdf"))
    #expect(folder.read("out.pdf.c2pa") != nil)
    let verdict = Command.run(["verify", folder("out.pdf"), "--accept", "valid", "-f", "json"])
    #expect(verdict.code == 0, "\(verdict.errorText)")
    #expect(verdict.text.contains("\"after\": \"nothing\""), "\(verdict.text)")
  }

  @Test(
    "a PDF signature beside it needs to be insisted on, as the hint says; then the loss is told")
  func insisted() throws {
    let signer = try TestPKI.shared().demo.jp.signer
    let path = folder.write(try sealed(by: signer), to: "sealed.pdf")
    let refused = sign(path, ["--pades"])
    #expect(refused.code == 1)
    #expect(refused.errorText.contains("hint: --embed insists\n"), "\(refused.errorText)")
    #expect(folder.read("out.pdf") == nil)
    for options in [["--embed"], ["--embed", "--pades", "--force"]] {
      let insisted = sign(path, options + ["--lang", "both"])
      #expect(insisted.code == 0, "\(insisted.errorText)")
      for words in ["\(signer.certificate.subject)", "(LABEL-OVER-SEAL)", "以後はラベルに基づいて"] {
        #expect(insisted.errorText.contains(words), "\(words): \(insisted.errorText)")
      }
    }
    let again = Command.run(
      "sign", folder("out.pdf"), "--ai", "none", "--profile", desk.profile(), "-o",
      folder("again.pdf"))
    #expect(again.code == 0, "\(again.errorText)")
    #expect(!again.errorText.contains("SEAL"), "\(again.errorText)")
  }

  @Test("the signer's own seal, and a document without one, get the label inside")
  func own() throws {
    let signer = try TestPKI.shared().demo.us.signer
    let own = folder.write(try sealed(by: signer), to: "own.pdf")
    folder.write(try signer.key.pem() + signer.chain.flatMap(\.pem), to: "signer.pem")
    let profile = folder.write(
      Array("schema = 1\n[key]\npath = \"signer.pem\"\n".utf8), to: "ISSUER.toml")
    let first = Command.run(
      "sign", own, "--ai", "none", "--profile", profile, "--no-timestamp", "-o",
      folder("own-out.pdf"))
    #expect(first.code == 0, "\(first.errorText)")
    #expect(first.errorText.contains("LABEL-OVER-SEAL"), "\(first.errorText)")
    let plain = sign(folder.write(Desk.sample("press-release.pdf"), to: "plain.pdf"), [])
    #expect(plain.code == 0 && !plain.errorText.contains("SEAL"), "\(plain.errorText)")
  }
}
