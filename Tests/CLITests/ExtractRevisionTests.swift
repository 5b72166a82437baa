import BroadsealJSON
import BroadsealReporting
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("verify --extract-revision writes what was sealed")
struct ExtractRevisionTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  /// A document that was sealed with its label, and then added to.
  private func sealed() throws -> (sealed: [UInt8], later: [UInt8]) {
    let outcome = Command.run(
      [
        "sign", desk.scratch("release.pdf"), "--official", "--ai", "none", "--profile",
        desk.profile(), "--pades", "-o", folder("sealed.pdf"),
      ])
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let file = try #require(folder.read("sealed.pdf"))
    let words = String(decoding: file.suffix(64), as: UTF8.self).split { $0.isWhitespace }
    let section = try #require(words.dropLast().last)
    let root = try #require(
      String(decoding: file, as: UTF8.self).split(separator: "/Root ").last?.prefix { $0 != "R" })
    let added = "99 0 obj\nnull\nendobj\n"
    let text =
      added + "xref\n99 1\n" + String(repeating: "0", count: 10 - "\(file.count)".count)
      + "\(file.count) 00000 n \ntrailer\n<< /Size 100 /Root \(root)R /Prev \(section) >>\n"
      + "startxref\n\(file.count + added.utf8.count)\n%%EOF\n"
    return (file, file + Array(text.utf8))
  }

  @Test("byte for byte, and tells which revision a signature is of")
  func written() throws {
    let (sealed, later) = try sealed()
    folder.write(later, to: "later.pdf")
    let outcome = Command.run(
      [
        "verify", folder("later.pdf"), "--extract-revision", "2", "-o", folder("second.pdf"), "-f",
        "json",
      ] + desk.trust)
    #expect(folder.read("second.pdf") == sealed, "\(outcome.errorText)")
    #expect(
      outcome.errorText.contains(
        "second.pdf: written, revision 2 of 3, its first \(sealed.count) bytes"),
      "\(outcome.errorText)")
    let value = try JSON.Reader.parse(outcome.output)
    #expect(try SchemaValidator(Schema.verdict.text).faults(in: value) == [])
    let signature = try #require(value["pdfSignatures"]?.array?.first)
    #expect(signature["revisions"]?.integer == 3)
    #expect(signature["revision"]?.integer == 2)
    let again = Command.run(
      ["verify", folder("later.pdf"), "--extract-revision", "2", "-o", folder("second.pdf")])
    #expect(again.code == 2)
    #expect(again.errorText.contains("exists already"))
  }

  @Test("and takes the place of nothing that the run reads")
  func spared() throws {
    folder.write(try sealed().later, to: "later.pdf")
    for name in ["us.json", "us.keys.pem"] {
      folder.write(desk.scratch.read("keys/trust/government/" + name) ?? [], to: name)
    }
    for name in [
      "later.pdf.c2pa", "other.c2pa", "a.crl", "a.ocsp", "a.evidence.json", "a.keys.pem",
    ] {
      folder.write(Array(name.utf8), to: name)
    }
    let options = [
      "--government", folder("us.json"), "--crl", folder("a.crl"), "--ocsp", folder("a.ocsp"),
      "--sidecar", folder("other.c2pa"), "--evidence", folder("a.evidence.json"), "--list-keys",
      folder("a.keys.pem"), "--at", "2090-01-01",
    ]
    let before = folder.names
    for name in before where !["sealed.pdf", "later.pdf"].contains(name) {
      let bytes = folder.read(name)
      let outcome = Command.run(
        ["verify", folder("later.pdf"), "--extract-revision", "1", "-o", folder(name), "--force"]
          + options)
      #expect(outcome.code == 2)
      #expect(
        outcome.errorText.contains("the output is a file that the run reads"),
        "\(name): \(outcome.errorText)")
      #expect(folder.read(name) == bytes && folder.names == before)
    }
  }

  @Test("and says which there are")
  func refused() throws {
    folder.write(try sealed().later, to: "later.pdf")
    let missing = Command.run(
      ["verify", folder("later.pdf"), "--extract-revision", "4", "-o", folder("x.pdf")])
    #expect(missing.code == 2)
    #expect(missing.errorText.contains("the newest is 3"), "\(missing.errorText)")
    #expect(folder.read("x.pdf") == nil)
    let alone = Command.run(["verify", folder("later.pdf"), "--extract-revision", "1"])
    #expect(alone.code == 2)
    let own = Command.run(
      [
        "verify", folder("later.pdf"), "--extract-revision", "1", "-o", folder("later.pdf"),
        "--force",
      ])
    #expect(own.code == 2)
  }
}
