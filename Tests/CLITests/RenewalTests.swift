import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealJSON
import BroadsealJUMBF
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealReporting
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("sign --renew: PDF signatures for the years to come")
struct RenewalTests {
  private let folder = Scratch()
  private let responder: DemoResponder

  /// Keys whose certificates name a responder on this machine, and a sealed document.
  init() throws {
    responder = try DemoResponder()
    let made = Command.run("keys", "demo", folder("keys"), "--responder", responder.address)
    try #require(made.code == 0, "\(made.errorText)")
    responder.serve(folder("keys"))
    folder.write(Desk.sample("press-release.pdf"), to: "in/release.pdf")
    seal("release.pdf", lists)
  }

  private func seal(_ name: String, _ options: [String], by issuer: String = "us") {
    let signed = Command.run(
      [
        "sign", folder("in/release.pdf"), "--official", "--ai", "none", "--profile",
        folder("keys/\(issuer)/ISSUER.toml"), "--pades", "-o", folder(name), "--force",
      ] + options)
    #expect(signed.code == 0, "\(signed.errorText)")
  }

  private var lists: [String] {
    ["us/ca/root.crl", "us/ca/issuing.crl", "tsa/root.crl"].flatMap {
      ["--crl", folder("keys/" + $0)]
    }
  }

  private func renew(
    _ names: [String], _ options: [String], profile: String = "keys/us/ISSUER.toml"
  ) -> Command.Outcome {
    Command.run(
      ["sign"] + names.map { folder($0) }
        + ["--profile", folder(profile), "--output-dir", folder("out")] + options)
  }

  private func verify(_ name: String, _ options: [String] = []) -> Command.Outcome {
    Command.run(["verify", folder(name), "--trust-dir", folder("keys/trust")] + options)
  }

  private func verdict(_ name: String) throws -> JSON.Value {
    let value = try JSON.Reader.parse(verify(name, ["-f", "json"]).output)
    #expect(try SchemaValidator(Schema.verdict.text).faults(in: value) == [])
    return value
  }

  private func line(_ outcome: Command.Outcome) throws -> JSON.Value {
    let value = try JSON.Reader.parse(outcome.resultLine)
    #expect(try SchemaValidator(Schema.signature.text).faults(in: value) == [])
    return value
  }

  /// The label in a file, as its bytes stand there.
  private func label(_ name: String) throws -> [UInt8] {
    let location = try #require(try Document.open(FilePath(folder(name))).carrier).locate()
    guard case .found(let store) = location else { return [] }
    let active = try ManifestStore(parsing: store.bytes, allowTrailingZeros: true).active
    let label = active.assertions.first { $0.label.text == "org.broadseal.label" }
    return Array(try #require(label?.superbox.boxes.first { $0.type == .cbor }).payload)
  }

  private func data(_ name: String) throws -> ValidationData {
    try #require(try Document.open(FilePath(folder(name))).carrier).validationData()
  }

  @Test(
    "the label is repeated, the document stamped, and it is official as before, again and again")
  func label() throws {
    let before = try verdict("release.pdf")
    var name = "release.pdf"
    for round in 1...3 {
      let renewed = renew([name], ["--renew", "--force", "-f", "ndjson"] + lists)
      #expect(renewed.code == 0, "\(renewed.errorText)")
      let told = try line(renewed)
      #expect(told["pdfSignature"]?["level"]?.string == "B-LTA")
      #expect(told["pdfSignature"]?["field"]?.string == "Signature\(round + 1)")
      folder.write(try #require(folder.read("out/" + name)), to: "round\(round).pdf")
      name = "round\(round).pdf"
      #expect(verify(name).code == 0)
      let after = try verdict(name)
      #expect(after["ai"]?["status"] == before["ai"]?["status"])
      #expect(try label(name) == label("release.pdf"))
      #expect(after["origin"]?["agency"] == before["origin"]?["agency"])
      let signatures = after["pdfSignatures"]?.array ?? []
      #expect(signatures.count == round + 1)
      #expect(signatures.allSatisfy { $0["status"]?.string == "intact" })
      #expect(signatures.last?["covers"]?.string == "file")
      #expect(signatures.last?["format"]?.string == "ETSI.RFC3161")
      // What was brought once is not brought again.
      #expect(try data(name) == data("release.pdf"))
    }
  }

  @Test("asked for, the answers are those of today, beside the older ones")
  func refreshed() throws {
    let renewed = renew(["release.pdf"], ["--renew", "--online", "ocsp,crl", "--online-private"])
    #expect(renewed.code == 0, "\(renewed.errorText)")
    let (old, new) = (try data("release.pdf"), try data("out/release.pdf"))
    #expect(new.revocationLists == old.revocationLists && new.responses.count == 1)
    #expect(verify("out/release.pdf").code == 0)
  }

  @Test("without its key the label speaks for its own revision, which is intact")
  func plain() throws {
    let text = """
      schema = 1
      [timestamp]
      key = "keys/tsa/authority.pem"
      [trust]
      list = "keys/trust/government/us.json"
      anchors = "keys/trust/anchors.pem"
      tsa-anchors = "keys/trust/tsa.pem"
      """
    folder.write(Array(text.utf8), to: "ARCHIVE.toml")
    var name = "release.pdf"
    for round in 1...2 {
      let renewed = renew(
        [name], ["--renew", "plain", "-f", "ndjson"] + lists, profile: "ARCHIVE.toml")
      #expect(renewed.code == 0, "\(renewed.errorText)")
      let told = try line(renewed)
      #expect(told["renewed"]?.string == "plain" && told["manifest"] == nil)
      #expect(told["notes"]?.array?.first?["code"]?.string == "RENEWED-PLAIN")
      folder.write(try #require(folder.read("out/" + name)), to: "plain\(round).pdf")
      name = "plain\(round).pdf"
      let found = verify(name)
      #expect(found.code == 5, "\(found.errorText)")
      let verdict = try verdict(name)
      #expect(verdict["integrity"]?.string == "intact-revision")
      #expect(verdict["label"]?["after"]?.string == "evidence")
      #expect(verdict["origin"]?["status"]?.string == "official")
      #expect(verdict["pdfSignatures"]?.array?.first?["after"]?.string == "evidence")
    }
    // The revision that was labelled is still to be had.
    let cut = Command.run(
      "verify", folder(name), "--extract-revision", "2", "-o", folder("cut.pdf"))
    #expect(cut.code == 5 && folder.read("cut.pdf") == folder.read("release.pdf"))
    let joint = renew([name], ["--renew"] + lists)
    #expect(joint.code == 1 && joint.errorText.contains("--renew plain"), "\(joint.errorText)")
  }

  @Test("beside what was renewed plainly, a new label that fits the whole file is taken")
  func sidecar() throws {
    #expect(renew(["release.pdf"], ["--renew", "plain"] + lists).code == 0)
    func sign(_ options: [String]) -> Command.Outcome {
      Command.run(
        [
          "sign", folder("out/release.pdf"), "--official", "--ai", "none", "--profile",
          folder("keys/us/ISSUER.toml"), "--sidecar",
        ] + options)
    }
    let signed = sign([])
    #expect(signed.code == 0, "\(signed.errorText)")
    #expect(verify("out/release.pdf").code == 0)
    let verdict = try verdict("out/release.pdf")
    #expect(verdict["integrity"]?.string == "intact" && verdict["detached"] == true)
    #expect(verdict["origin"]?["status"]?.string == "official")
    let codes = verdict["findings"]?.array?.compactMap { $0["code"]?.string } ?? []
    #expect(codes.contains("SIDECAR-NEWER") && !codes.contains("PARENT-BROKEN"), "\(codes)")
    // Handed over, from another place.
    let label = try #require(folder.read("out/release.pdf.c2pa"))
    folder.write(label, to: "elsewhere.c2pa")
    #expect(unsafe unlink(folder("out/release.pdf.c2pa")) == 0)
    #expect(verify("out/release.pdf").code == 5)
    #expect(verify("out/release.pdf", ["--sidecar", folder("elsewhere.c2pa")]).code == 0)
    // One that does not fit leaves the label in the file its word; over an altered label none is taken.
    folder.write(label.dropLast(), to: "out/release.pdf.c2pa")
    #expect(verify("out/release.pdf").code == 5)
    folder.write(label, to: "out/release.pdf.c2pa")
    var altered = try #require(folder.read("out/release.pdf"))
    altered[2_000] ^= 1
    folder.write(altered, to: "out/release.pdf")
    #expect(verify("out/release.pdf").code == 1)
  }

  @Test(
    "a label in a file of its own would not hold beside what is renewed: refused, nothing is written"
  )
  func beside() throws {
    let profile = ["--profile", folder("keys/us/ISSUER.toml")]
    #expect(renew(["release.pdf"], ["--renew", "plain"] + lists).code == 0)
    let labelled = Command.run(
      ["sign", folder("out/release.pdf"), "--official", "--ai", "none", "--sidecar"] + profile)
    #expect(labelled.code == 0, "\(labelled.errorText)")
    #expect(verify("out/release.pdf").code == 0)
    let before = folder.read("out/release.pdf")
    let inPlace = Command.run(
      ["sign", folder("out/release.pdf"), "--renew", "plain", "--in-place"] + profile + lists)
    #expect(inPlace.code == 2, "\(inPlace.errorText)")
    #expect(inPlace.errorText.contains("release.pdf.c2pa: the label in this file would not hold"))
    #expect(folder.read("out/release.pdf") == before && verify("out/release.pdf").code == 0)
    // The hint works.
    let elsewhere = Command.run(
      ["sign", folder("out/release.pdf"), "--renew", "plain", "--output-dir", folder("kept")]
        + profile + lists)
    #expect(elsewhere.code == 0, "\(elsewhere.errorText)")
    let again = Command.run(
      ["sign", folder("kept/release.pdf"), "--official", "--ai", "none", "--sidecar"] + profile)
    #expect(again.code == 0, "\(again.errorText)")
    #expect(verify("kept/release.pdf").code == 0)
  }

  @Test("what was proved is told as a table: chain, answers, stamp, document stamp")
  func explained() throws {
    #expect(renew(["release.pdf"], ["--renew"] + lists).code == 0)
    let text = String(
      decoding: verify("out/release.pdf", ["--explain", "--lang", "both"]).output, as: UTF8.self)
    for said in [
      "PDF signature Signature1: PAdES B-LTA", "chain", "3 certificates, to the root",
      "2 of 2, the newest of", "Document time stamp Signature2", "1 of 1, the newest of",
      "PDF署名 Signature1: PAdES B-LTA", "証明書3件", "2件中2件",
      "Time stamp of the document, by ", "文書のタイムスタンプ(発行は",
    ] {
      #expect(text.contains(said), "\(said): \(text)")
    }
    seal("bare.pdf", [])
    let bare = String(decoding: verify("bare.pdf", ["--explain"]).output, as: UTF8.self)
    #expect(bare.contains("PDF signature Signature1: PAdES B-T"), "\(bare)")
    #expect(bare.contains("2 certificates, and no root") && bare.contains("0 of 2"), "\(bare)")
    let kept = String(decoding: verify("release.pdf", ["--explain"]).output, as: UTF8.self)
    #expect(kept.contains("PDF signature Signature1: PAdES B-LT\n"), "\(kept)")
    let plain = String(decoding: verify("release.pdf").output, as: UTF8.self)
    #expect(!plain.contains("B-LT"))
  }

  @Test("a signature without answers in it gets them with its renewal")
  func older() throws {
    seal("older.pdf", [])
    let renewed = renew(["older.pdf"], ["--renew", "-f", "ndjson"] + lists)
    #expect(try line(renewed)["pdfSignature"]?["level"]?.string == "B-LTA", "\(renewed.errorText)")
    #expect(verify("out/older.pdf").code == 0)
    #expect(try data("out/older.pdf") == data("release.pdf"))
  }

  @Test("of a batch each document is renewed or refused for itself")
  func batch() throws {
    let unsigned = Command.run(
      "sign", folder("in/release.pdf"), "--official", "--ai", "none", "--profile",
      folder("keys/us/ISSUER.toml"), "-o", folder("label-alone.pdf"))
    #expect(unsigned.code == 0)
    seal("theirs.pdf", [], by: "jp")
    var broken = try #require(folder.read("release.pdf"))
    broken[2_000] ^= 1
    folder.write(broken, to: "broken.pdf")
    folder.write(Desk.sample("river-levels.png"), to: "chart.png")
    let names = ["release.pdf", "label-alone.pdf", "theirs.pdf", "broken.pdf", "chart.png"]
    let outcome = renew(names, ["--renew"] + lists)
    #expect(outcome.code == 1, "\(outcome.errorText)")
    for said in [
      "label-alone.pdf: the document has no PDF signature", "theirs.pdf",
      "broken.pdf: its own label",
      "chart.png",
    ] {
      #expect(outcome.errorText.contains(said), "\(said): \(outcome.errorText)")
    }
    #expect(folder.names(in: "out") == ["release.pdf"])
    let plain = renew(
      Array(names.dropFirst()),
      [
        "--renew", "plain", "--crl", folder("keys/jp/ca/root.crl"), "--crl",
        folder("keys/jp/ca/issuing.crl"),
      ] + lists)
    #expect(plain.code == 1, "\(plain.errorText)")
    // Whoever it belongs to, a seal is renewed plainly.
    #expect(folder.names(in: "out") == ["release.pdf", "theirs.pdf"])
  }

  @Test(
    "an authority or a responder that is away leaves nothing written, and the document as it was")
  func away() throws {
    let before = folder.read("release.pdf")
    for form in [["--renew"], ["--renew", "plain"]] {
      let away = Command.run(
        ["sign", folder("release.pdf"), "--profile", folder("keys/us/ISSUER.toml"), "--in-place"]
          + form + ["--tsa", "http://127.0.0.1:9/"] + lists)
      #expect(away.code == 3 && away.errorText.contains("--tsa"), "\(away.errorText)")
      #expect(!away.errorText.contains("--allow-missing-timestamp"))
      responder.silence()
      let silent = renew(["release.pdf"], form + ["--online", "crl", "--online-private"])
      #expect(silent.code == 3, "\(silent.errorText)")
      #expect(folder.names(in: "out") == [] && folder.read("release.pdf") == before)
    }
  }

  @Test("killed half way, the document is as it was, and the next run renews it")
  func killed() throws {
    let pem = try #require(folder.read("keys/tsa/authority.pem"))
    let authority = try TimeStampAuthority(
      key: try PrivateKey(pem: pem, passphrase: nil),
      certificate: try #require(try Certificate.list(pem: pem).first))
    let asked = Mutex(0)
    let server = try LocalAuthorityServer(requests: 16) { request in
      let number = asked.withLock { asked in
        asked += 1
        return asked
      }
      // The first stamp is the one that nobody needs.
      if number > 1 { sleep(20) }
      return
        (try? authority.respond(
          to: request, at: UTCTime(secondsSinceEpoch: Int64(time(nil))))).map {
          LocalAuthorityServer.response($0)
        }
    }
    let before = try #require(folder.read("release.pdf"))
    folder.write(before, to: "work/release.pdf")
    let run = Command.start(
      ([
        "sign", folder("work/release.pdf"), "--profile", folder("keys/us/ISSUER.toml"),
        "--in-place", "--renew", "plain", "--tsa", "http://127.0.0.1:\(server.port)/",
      ] + lists).map { Array($0.utf8) })
    var waited = 0
    while folder.names(in: "work").count < 2, waited < 1_000 {
      usleep(10_000)
      waited += 1
    }
    #expect(folder.names(in: "work").count == 2)
    run.send(SIGKILL)
    #expect(run.wait().code == 128 + SIGKILL)
    #expect(folder.read("work/release.pdf") == before)
    let again = Command.run(
      [
        "sign", folder("work/release.pdf"), "--profile", folder("keys/us/ISSUER.toml"),
        "--in-place",
        "--renew",
      ] + lists)
    #expect(again.code == 0, "\(again.errorText)")
    #expect(folder.names(in: "work") == ["release.pdf"])
    #expect(verify("work/release.pdf").code == 0)
  }

  @Test("no byte in the room of the document's time stamp can be another in an official document")
  func flipped() throws {
    #expect(renew(["release.pdf"], ["--renew"] + lists).code == 0)
    let carrier = try #require(try Document.open(FilePath(folder("out/release.pdf"))).carrier)
    let stamp = try #require(try carrier.signatures().last)
    let bytes = try #require(folder.read("out/release.pdf"))
    let digits = 2 * (stamp.value?.count ?? 0)
    var altered = 0
    for step in 0..<24 {
      let place = stamp.room.start + 1 + step * digits / 24
      var changed = bytes
      changed[place] = bytes[place] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
      folder.write(changed, to: "flipped.pdf")
      // Not official where nothing can be computed any more, and altered where it differs.
      let code = verify("flipped.pdf").code
      #expect(code == 1 || code == 5, "digit \(place - stamp.room.start): \(code)")
      altered += code == 1 ? 1 : 0
    }
    // Two thirds of the message are certificates: for a changed one stands that in the security store.
    #expect(altered >= 6)
  }

  @Test(
    "what a renewal cannot be is a mistake that is named",
    arguments: [
      ["--renew", "--official", "--ai", "none"], ["--renew", "--pades"], ["--renew", "--sidecar"],
      ["--renew", "--no-timestamp"], ["--renew", "--add-timestamp"],
      ["--renew", "plain", "--evidence"],
    ])
  func usage(_ options: [String]) {
    let outcome = renew(["release.pdf"], options + lists)
    #expect(outcome.code == 2, "\(outcome.errorText)")
    let bare = renew(["release.pdf"], ["--renew"])
    #expect(bare.code == 2 && bare.errorText.contains("--online ocsp,crl"), "\(bare.errorText)")
  }
}
