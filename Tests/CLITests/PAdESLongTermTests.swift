import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealJSON
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealReporting
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("sign --pades with answers about revocation: PAdES B-LT")
struct PAdESLongTermTests {
  private let folder = Scratch()
  private let responder: DemoResponder

  /// Keys whose certificates name a responder on this machine.
  init() throws {
    responder = try DemoResponder()
    let made = Command.run("keys", "demo", folder("keys"), "--responder", responder.address)
    try #require(made.code == 0, "\(made.errorText)")
    responder.serve(folder("keys"))
    folder.write(Desk.sample("press-release.pdf"), to: "release.pdf")
    folder.write(Desk.sample("river-levels.png"), to: "chart.png")
  }

  private func sign(_ options: [String], _ files: [String] = ["release.pdf"]) -> Command.Outcome {
    Command.run(
      ["sign"] + files.map { folder($0) }
        + [
          "--official", "--ai", "none", "--profile", folder("keys/us/ISSUER.toml"), "--pades",
          "--output-dir", folder("out"),
        ] + options)
  }

  private var lists: [String] {
    ["us/ca/root.crl", "us/ca/issuing.crl", "tsa/root.crl"].flatMap {
      ["--crl", folder("keys/" + $0)]
    }
  }

  private func data(_ name: String = "out/release.pdf") throws -> ValidationData {
    try #require(try Document.open(FilePath(folder(name))).carrier).validationData()
  }

  private func level(_ outcome: Command.Outcome) throws -> String? {
    let value = try JSON.Reader.parse(outcome.resultLine)
    #expect(try SchemaValidator(Schema.signature.text).faults(in: value) == [])
    return value["pdfSignature"]?["level"]?.string
  }

  private func verify() -> Command.Outcome {
    Command.run("verify", folder("out/release.pdf"), "--trust-dir", folder("keys/trust"))
  }

  @Test("asked for, they come from whomever the certificates name, and stay when nobody answers")
  func asked() throws {
    let signed = sign(["--online", "ocsp,crl", "--online-private", "-f", "ndjson"])
    #expect(signed.code == 0, "\(signed.errorText)")
    #expect(try level(signed) == "B-LT")
    let data = try data()
    // Signer and its two authorities, the time-stamp authority and its root, the responder.
    #expect(data.certificates.count == 6)
    #expect(data.responses.count == 1 && data.revocationLists.count == 2)
    responder.silence()
    #expect(verify().code == 0)
    let file = try #require(folder.read("out/release.pdf"))
    let text = String(decoding: file, as: UTF8.self)
    #expect(text.contains("/Extensions << /ESIC << /BaseVersion /1.7 /ExtensionLevel 5 >> >>"))
    #expect(!text.contains("/VRI"))
  }

  @Test("many documents of one signer ask once")
  func once() throws {
    let names = (1...4).map { "release\($0).pdf" }
    for name in names { folder.write(Desk.sample("press-release.pdf"), to: name) }
    let signed = sign(["--online", "ocsp,crl", "--online-private"], names + ["chart.png"])
    #expect(signed.code == 0, "\(signed.errorText)")
    #expect(responder.questions == 3)
    for name in names { #expect(try data("out/" + name).responses.count == 1) }
  }

  @Test("given in files, nobody is asked")
  func given() throws {
    let signed = sign(lists + ["-f", "ndjson"])
    #expect(signed.code == 0, "\(signed.errorText)")
    #expect(try level(signed) == "B-LT" && responder.questions == 0)
    #expect(try data().revocationLists.count == 3 && data().responses.isEmpty)
    #expect(verify().code == 0)
    // A run that is repeated signs nothing twice, and one that asks for more does.
    let again = sign(lists + ["-f", "ndjson"])
    #expect(try JSON.Reader.parse(again.resultLine)["current"] == true, "\(again.errorText)")
  }

  @Test("without them a PDF signature is what it was, and brings nothing along")
  func plain() throws {
    let signed = sign(["-f", "ndjson"])
    #expect(try level(signed) == "B-T")
    #expect(try data() == ValidationData())
    #expect(verify().code == 0)
    let more = sign(lists + ["-f", "ndjson"])
    #expect(try level(more) == "B-LT", "\(more.errorText)")
  }

  @Test("an answer that is missing, or that nobody gives, leaves nothing written")
  func missing() {
    let outcome = sign(Array(lists.prefix(4)))
    #expect(outcome.code == 3, "\(outcome.errorText)")
    #expect(outcome.errorText.contains("Time-Stamp Authority"), "\(outcome.errorText)")
    responder.silence()
    let silent = sign(["--online", "ocsp,crl", "--online-private"])
    #expect(silent.code == 3, "\(silent.errorText)")
    #expect(silent.errorText.contains("nobody who was asked gave an answer"), "\(silent.errorText)")
    let far = sign(["--online", "ocsp,crl"])
    #expect(far.code == 3, "\(far.errorText)")
    #expect(far.errorText.contains("only --online-private asks such a one"), "\(far.errorText)")
    #expect(!far.errorText.contains("or ask with --online"), "\(far.errorText)")
    #expect(folder.names(in: "out") == [])
  }

  @Test("a signer that was revoked signs nothing")
  func revoked() throws {
    let pem = try #require(folder.read("keys/us/chain.pem"))
    responder.revoke(try #require(try Certificate.list(pem: pem).first))
    let outcome = sign(["--online", "ocsp,crl", "--online-private"])
    #expect(outcome.code == 2, "\(outcome.errorText)")
    #expect(outcome.errorText.contains("was revoked") && folder.names(in: "out") == [])
  }

  @Test("answers without a PDF signature, or without a time stamp, are a mistake that is named")
  func usage() {
    let online = Command.run(
      "sign", folder("release.pdf"), "--ai", "none", "--profile", folder("keys/us/ISSUER.toml"),
      "--in-place", "--online", "crl")
    #expect(online.code == 2 && online.errorText.contains("--pades"), "\(online.errorText)")
    let unstamped = sign(lists + ["--no-timestamp"])
    #expect(unstamped.code == 2 && unstamped.errorText.contains("--no-timestamp"))
    let manifest = sign(["--online", "manifest"])
    #expect(manifest.code == 2, "\(manifest.errorText)")
  }
}
