import BroadsealBytes
import BroadsealFiles
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport
import Testing

/// The demonstration's gazette: it seals with pyHanko, and the program judges.
@Suite("A gazette that seals and does not label", .enabled(if: Witness.isWanted, Witness.reason))
struct GazetteWitnessTests {
  private let scratch = Scratch()

  /// The demonstration, a sealed release, one that was changed later, and one with a byte that differs.
  private init() throws {
    let demo = TestSupport.Command.run(["keys", "demo", scratch("demo")])
    try #require(demo.code == 0, "\(demo.errorText)")
    let sample = Corpus.packageFolder + "/Samples/press-release.pdf"
    let source = try ByteSource(path: sample)
    let whole = try #require(ByteRange(start: 0, length: source.size))
    scratch.write(try source.read(whole), to: "files/unsigned.pdf")
    let answer = try Witness.run(
      "gazette.py",
      [
        "key": .string(scratch("demo/gazette/key.pem")),
        "chain": .string(scratch("demo/gazette/chain.pem")),
        "input": .string(sample),
        "sealed": .string(scratch("files/sealed.pdf")),
        "changed": .string(scratch("files/changed.pdf")),
      ])
    #expect(answer["signatures"] == 1)
    var bytes = try #require(scratch.read("files/sealed.pdf"))
    let place = try #require(bytes.firstRange(of: Array("/MediaBox".utf8))).upperBound + 2
    bytes[place] ^= 1
    scratch.write(bytes, to: "files/broken.pdf")
  }

  private func verify(_ name: String, _ more: String...) -> TestSupport.Command.Outcome {
    TestSupport.Command.run(["verify", scratch("files/" + name)] + more)
  }

  private var list: [String] { ["--government", scratch("demo/gazette/gazette.json")] }

  private func judged(_ name: String, _ more: [String]) throws -> (JSON.Value, Int32) {
    let outcome = TestSupport.Command.run(
      ["verify", scratch("files/" + name), "-f", "json", "--accept", "sealed"] + more)
    return (try JSON.Reader.parse(outcome.output), outcome.code)
  }

  private func codes(_ verdict: JSON.Value) -> [String] {
    (verdict["origin"]?["reasons"]?.array ?? []).compactMap { $0["code"]?.string }
  }

  @Test("is official under its list, in both languages, and its file has no label")
  func official() throws {
    let text = verify("sealed.pdf", list[0], list[1], "--lang", "both")
    #expect(text.code == 4)
    let name = "Demo Official Gazette (invented)"
    #expect(
      text.text.contains(
        "Sealed by: \(name) (Japan), recognised government issuer. It carries no label."))
    #expect(text.text.contains("eシール付与者:デモ官報(架空)(日本)。政府機関としてトラストリストに登録されています。"))
    #expect(text.text.contains("(time as the issuer states it)"))
    #expect(text.text.contains("Nothing is known about the use of AI."))
    let (verdict, code) = try judged("sealed.pdf", list)
    #expect(code == 0)
    #expect(verdict["integrity"] == "no-label")
    #expect(verdict["origin"]?["basis"] == "seal" && verdict["origin"]?["status"] == "official")
    #expect(verdict["ai"]?["status"] == "not-stated")
    let signature = verdict["pdfSignatures"]?.array?.first
    #expect(signature?["seal"]?["official"] == true && signature?["seal"]?["speaks"] == true)
    #expect(signature?["entry"]?["agency"]?["id"] == "demo.jp.gazette")
    #expect(signature?["chain"]?.array?.count == 2 && signature?["time"]?["claimed"] != nil)
  }

  @Test("is recognised by no other list, and by none without it")
  func unrecognised() throws {
    let (other, code) = try judged("sealed.pdf", ["--trust-dir", scratch("demo/trust")])
    #expect(code == 5 && codes(other) == ["SEAL-4-UNLISTED"])
    #expect(other["origin"]?["status"] == "unrecognised")
    let (nobody, none) = try judged("sealed.pdf", [])
    #expect(none == 5 && codes(nobody) == ["SEAL-4-NO-LIST"])
    #expect(verify("sealed.pdf").text.contains("PDF signature by"))
  }

  @Test("is altered once its page shows something else, or a byte differs")
  func altered() throws {
    let (changed, code) = try judged("changed.pdf", list)
    #expect(code == 1 && changed["integrity"] == "altered")
    #expect(codes(changed) == ["SEAL-3-CHANGED"])
    let text = verify("changed.pdf", list[0], list[1], "--lang", "both")
    #expect(text.code == 1)
    #expect(
      text.text.contains("The file was changed after it was sealed: the document was changed."))
    #expect(text.text.contains("eシール付与後に変更されています:文書が変更されています。"))
    let (broken, broke) = try judged("broken.pdf", list)
    #expect(broke == 1 && broken["integrity"] == "altered")
    #expect(codes(broken) == ["SEAL-2-BROKEN"] && broken["origin"]?["status"] == "none")
    #expect(
      verify("broken.pdf", list[0], list[1]).text.contains("The file does not match its seal."))
  }

  @Test("is counted by an audit, each file once")
  func audit() throws {
    scratch.write(
      try #require(scratch.read("files/sealed.pdf")), to: "files/copies/sealed again.pdf")
    let outcome = TestSupport.Command.run(
      ["audit", scratch("files")] + list + ["-o", "text=-", "-o", "json=" + scratch("audit.json")])
    #expect(outcome.code == 1)
    for line in ["sealed", "changed after seal", "seal broken"] {
      #expect(outcome.text.contains(line), "\(outcome.text)")
    }
    let report = try JSON.Reader.parse(try #require(scratch.read("audit.json")))
    let seals = report["summary"]?["seals"]
    #expect(seals?["official"] == 2 && seals?["changed"] == 1 && seals?["broken"] == 1)
    #expect(seals?["others"] == 0 && seals?["not-judged"] == 0)
    #expect(report["summary"]?["integrity"]?["altered"] == 2)
  }

  @Test("counts for nothing after its list has withdrawn the key")
  func withdrawn() throws {
    let chain = try Certificate.list(pem: try #require(scratch.read("demo/gazette/chain.pem")))
    let bytes = try #require(scratch.read("demo/gazette/gazette.json"))
    let list = try ParsedTrustList(parsing: bytes, name: "gazette.json")
    let key = chain[0].publicKey.spkiSHA256
    let date = chain[0].notBefore.rfc3339
    let json = String(decoding: list.content.json, as: UTF8.self)
      .replacing("\"LoTESequenceNumber\": 1", with: "\"LoTESequenceNumber\": 2")
      .replacing(
        "\"requireTimestamp\": false",
        with: #""requireTimestamp": false, "invalidSince": [ { "spki": "\#(key)", "#
          + #""date": "\#(date)", "reason": "keyCompromise" } ]"#)
    try #require(json.contains("keyCompromise"))
    scratch.write(json.utf8, to: "new/list.json")
    scratch.write(
      try #require(scratch.read("demo/gazette/gazette.keys.pem")), to: "new/gazette.keys.pem")
    for (from, to, number) in [("list.json", "one.json", 1), ("one.json", "gazette.json", 2)] {
      let signed = TestSupport.Command.run([
        "trust", "sign", scratch("new/" + from), "--key",
        scratch("demo/gazette/list/\(number).key.pem"), "-o", scratch("new/" + to),
        "--predecessor", scratch("demo/gazette/gazette.json"), "--yes",
      ])
      try #require(signed.code == 0, "\(signed.errorText)")
    }
    let (verdict, code) = try judged(
      "sealed.pdf", ["--government", scratch("new/gazette.json")])
    #expect(code == 5 && codes(verdict) == ["SEAL-7-WITHDRAWN"])
  }
}
