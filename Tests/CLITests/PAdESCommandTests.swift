import BroadsealBytes
import BroadsealJSON
import BroadsealNotes
import BroadsealReporting
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("sign --pades, and what verify says of both signatures")
struct PAdESCommandTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  private func sign(_ files: [String], _ options: [String] = []) -> Command.Outcome {
    Command.run(
      ["sign"] + files.map { desk.scratch($0) }
        + ["--official", "--ai", "none", "--profile", desk.profile(), "--pades"]
        + ["--output-dir", folder.path] + options)
  }

  private func verify(_ path: String, _ options: [String] = []) -> Command.Outcome {
    Command.run(["verify", path] + desk.trust + options)
  }

  @Test("a PDF gets both, and is told so as text and in its schema")
  func both() throws {
    let text = sign(["release.pdf"])
    #expect(text.code == 0, "\(text.errorText)")
    #expect(String(decoding: text.output, as: UTF8.self).contains("PDF signature PAdES B-T"))
    let line = sign(["release.pdf"], ["--resign", "-f", "ndjson"])
    let value = try JSON.Reader.parse(line.resultLine)
    #expect(try SchemaValidator(Schema.signature.text).faults(in: value) == [])
    #expect(value["pdfSignature"]?["level"]?.string == "B-T")
    #expect(value["pdfSignature"]?["field"]?.string == "Signature1")
    let unstamped = sign(["release.pdf"], ["--resign", "-f", "ndjson", "--no-timestamp"])
    #expect(try JSON.Reader.parse(unstamped.resultLine)["pdfSignature"]?["level"]?.string == "B-B")
  }

  @Test("a file of another type is refused alone, and among others gets its label, which is said")
  func others() throws {
    let alone = sign(["chart.png"])
    #expect(alone.code == 1 && folder.names.isEmpty, "\(alone.errorText)")
    let outcome = sign(["chart.png", "release.pdf", "notes.txt"])
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(outcome.errorText.contains("2 documents, "), "\(outcome.errorText)")
    #expect(outcome.errorText.contains("can have a PDF signature (PADES-NOT-PDF); -v names each"))
    #expect(folder.names == ["chart.png", "notes.txt", "release.pdf"])
  }

  @Test("--sidecar contradicts it")
  func sidecar() {
    let outcome = Command.run(
      "sign", desk.scratch("release.pdf"), "--ai", "none", "--profile", desk.profile(), "--pades",
      "--sidecar")
    #expect(outcome.code == 2 && outcome.errorText.contains("--pades"), "\(outcome.errorText)")
  }

  @Test("the verdict has both, in its schema and in both languages")
  func verdict() throws {
    #expect(sign(["release.pdf"]).code == 0)
    let path = folder("release.pdf")
    let json = verify(path, ["-f", "json"])
    #expect(json.code == 0, "\(json.errorText)")
    let value = try JSON.Reader.parse(json.output)
    #expect(try SchemaValidator(Schema.verdict.text).faults(in: value) == [])
    #expect(value["origin"]?["status"]?.string == "official")
    let signature = value["pdfSignatures"]?.array?.first
    #expect(signature?["status"]?.string == "intact" && signature?["covers"]?.string == "file")
    #expect(signature?["withLabel"] == true && signature?["labelSigner"] == true)
    let text = String(decoding: verify(path, ["--lang", "both"]).output, as: UTF8.self)
    #expect(text.contains("PDF signature: it holds, by the label's own signer"), "\(text)")
    #expect(text.contains("PDF署名:有効です。"), "\(text)")
  }

  @Test("a changed byte in the room of the PDF signature is its failure, and ends 1")
  func broken() throws {
    #expect(sign(["release.pdf"]).code == 0)
    var bytes = try #require(folder.read("release.pdf"))
    let mark = Array("/Contents <30".utf8)
    let start = try #require(bytes.indices.last { bytes[$0...].starts(with: mark) })
    bytes[start + 400] = bytes[start + 400] == 0x30 ? 0x31 : 0x30
    let path = folder.write(bytes, to: "broken.pdf")
    let json = verify(path, ["-f", "json"])
    #expect(json.code == 1)
    let value = try JSON.Reader.parse(json.output)
    #expect(try SchemaValidator(Schema.verdict.text).faults(in: value) == [])
    #expect(value["integrity"]?.string == "altered" && value["c2pa"]?["state"]?.string == "Trusted")
    #expect(value["pdfSignatures"]?.array?.first?["status"]?.string == "broken")
    let explained = verify(path, ["--explain"])
    let text = String(decoding: explained.output, as: UTF8.self)
    #expect(text.contains("PDF signature: broken") && text.contains("PDF-SIGNATURE-BROKEN"))
    #expect(text.contains("OFF-1-PDF-SIGNATURE"))
  }

  @Test("what was planned without it is not signed with it, nor the other way round")
  func plan() throws {
    let second = ["--approver", desk.scratch("keys/jp/chain.pem")]
    let plan = sign(["release.pdf"], ["--plan", folder("plan.json")] + second)
    #expect(plan.code == 0, "\(plan.errorText)")
    let value = try JSON.Reader.parse(folder.read("plan.json") ?? [])
    #expect(value["document"]?["pades"] == true)
    let without = Command.run(
      [
        "sign", desk.scratch("release.pdf"), "--official", "--ai", "none", "--profile",
        desk.profile(), "--output-dir", folder.path, "--plan", folder("other.json"),
      ] + second)
    #expect(without.code == 0)
    #expect(try JSON.Reader.parse(folder.read("other.json") ?? [])["document"]?["pades"] == nil)
  }
}
