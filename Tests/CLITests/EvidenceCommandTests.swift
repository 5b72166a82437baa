import Broadseal
import BroadsealBytes
import BroadsealJSON
import BroadsealNotes
import BroadsealReporting
import BroadsealTrust
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("sign --evidence keeps what verify --evidence judges the past by")
struct EvidenceCommandTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  private var government: [String] {
    ["--government", desk.scratch("keys/trust/government/us.json")]
  }

  private var keys: [String] {
    ["--list-keys", desk.scratch("keys/trust/government/us.keys.pem")]
  }

  /// A moment after the signing at which everything of the desk is in force.
  private var moment: [String] { ["--at", SystemClock.now.adding(seconds: 3_600).rfc3339] }

  private func sign(_ name: String, as output: String, _ more: [String] = []) -> Command.Outcome {
    Command.run(
      [
        "sign", desk.scratch(name), "--official", "--ai", "none", "--profile", desk.profile(),
        "--evidence", "-o", folder(output),
      ] + more)
  }

  private func verify(
    _ name: String, by evidence: String, _ options: [String]
  ) -> Command.Outcome {
    Command.run(["verify", folder(name), "--evidence", evidence] + options)
  }

  @Test("a bundle stands beside the label, keeps to its schema, and proves the document")
  func kept() throws {
    for (name, output) in [
      ("photo.jpg", "a.jpg"), ("release.pdf", "a.pdf"), ("notes.txt", "a.txt"),
    ] {
      let outcome = sign(name, as: output)
      #expect(outcome.code == 0, "\(outcome.errorText)")
      let bundle = folder(output + ".evidence.json")
      let value = try JSON.Reader.parse(folder.read(output + ".evidence.json") ?? [])
      #expect(try SchemaValidator(Schema.evidence.text).faults(in: value) == [])
      for trust in [government, keys] {
        let text = verify(output, by: bundle, trust + moment)
        #expect(text.code == 0, "\(text.errorText)")
        #expect(text.text.contains("at that time"))
        #expect(text.text.contains("trust list no. 1"))
        let json = verify(output, by: bundle, trust + moment + ["-f", "json"])
        let verdict = try JSON.Reader.parse(json.output)
        #expect(try SchemaValidator(Schema.verdict.text).faults(in: verdict) == [])
        #expect(verdict["origin"]?["status"]?.string == "official")
        #expect(verdict["origin"]?["evidence"]?["judged"]?.string != nil)
      }
      // No keys file can lie beside a list within evidence.
      let unproved = verify(output, by: bundle, moment)
      #expect(unproved.code == 6 && unproved.errorText.contains("no pinned keys"))
      #expect(unproved.errorText.contains("\nhint: --list-keys names the keys file"))
      let japanese = verify(output, by: bundle, keys + moment + ["--lang", "ja"])
      #expect(japanese.text.contains("保存された証拠による"))
    }
  }

  @Test("evidence of a label beside its document, and of one that was stamped again")
  func others() throws {
    let photo = folder.write(desk.scratch.read("photo.jpg") ?? [], to: "side.jpg")
    let beside = Command.run(
      "sign", photo, "--official", "--ai", "none", "--profile", desk.profile(), "--sidecar",
      "--evidence")
    #expect(beside.code == 0, "\(beside.errorText)")
    #expect(
      verify("side.jpg", by: folder("side.jpg.c2pa.evidence.json"), keys + moment).code == 0)
    let again = Command.run(
      "sign", "--add-timestamp", desk.scratch("official.png"), "--profile", desk.profile(),
      "--evidence", "-o", folder("again.png"))
    #expect(again.code == 0, "\(again.errorText)")
    #expect(verify("again.png", by: folder("again.png.evidence.json"), keys + moment).code == 0)
  }

  @Test("a bundle that is missing, cut, changed, another file's or an attacker's proves nothing")
  func refused() throws {
    #expect(sign("photo.jpg", as: "a.jpg").code == 0)
    #expect(sign("chart.png", as: "b.png").code == 0)
    let bundle = folder.read("a.jpg.evidence.json") ?? []
    folder.write(Array(bundle.dropLast(200)), to: "cut.json")
    var changed = bundle
    changed[bundle.count / 2] ^= 0x01
    folder.write(changed, to: "changed.json")
    var forged = try EvidenceBundle(parsing: bundle, name: "a")
    let pki = try TestPKI.shared()
    let attacker = try TrustListSigner.sign(
      pki.demo.us.listContent(
        issued: SystemClock.now.adding(seconds: -60), nextUpdate: pki.demo.nextUpdate,
        tsa: pki.demo.tsaRoot.certificate), keys: [pki.impostor.listKeys[0]], name: "us.json")
    forged.lists = [EvidenceBundle.List(name: "us.json", bytes: attacker)]
    folder.write(try forged.text(), to: "forged.json")
    for (file, words) in [
      ("none.json", "no such file"), ("cut.json", "cut.json"), ("changed.json", "changed.json"),
      ("forged.json", "pinned keys signed the trust list"),
    ] {
      for trust in [government, keys] {
        let outcome = verify("a.jpg", by: folder(file), trust + moment)
        #expect(outcome.code == 6, "\(file)")
        #expect(outcome.errorText.contains(words), "\(outcome.errorText)")
        #expect(outcome.output.isEmpty)
      }
    }
    let swapped = verify("b.png", by: folder("a.jpg.evidence.json"), keys + moment + ["--explain"])
    #expect(swapped.code == 6)
    #expect(swapped.text.contains("OFF-9-EVIDENCE"))
    #expect(verify("a.jpg", by: folder("a.jpg.evidence.json"), moment).code == 6, "no keys")
    let late = verify(
      "a.jpg", by: folder("a.jpg.evidence.json"), keys + ["--at", "2031-01-01"])
    #expect(late.code == 6)
    #expect(late.errorText.contains("out of date"))
  }

  @Test("options that do not belong together are refused")
  func contradictions() {
    #expect(verify("a.jpg", by: "x", government).code == 2)
    #expect(Command.run(["verify", "a.jpg"] + keys).code == 2)
    #expect(Command.run(["verify", "a.jpg", "b.jpg", "--evidence", "x"] + moment).code == 2)
    let photo = desk.scratch("photo.jpg")
    for options in [
      ["--crl", "x"], ["--evidence", "--no-verify"], ["--evidence", "--plan", "p"],
    ] {
      let outcome = Command.run(
        ["sign", photo, "--ai", "none", "--profile", desk.profile(), "-o", folder("y")] + options)
      #expect(outcome.code == 2, "\(options): \(outcome.errorText)")
    }
    #expect(folder.names.isEmpty)
  }

  @Test(
    "evidence of a label that is corrected or replaced is replaced with it, and never somebody's file"
  )
  func followsResult() throws {
    let bundle = "out/notes.txt.evidence.json"
    func write(_ text: String) { folder.write(Array("\(text)\n".utf8), to: "in/notes.txt") }
    write("One")
    func run(_ more: [String], _ profile: String? = nil) -> Command.Outcome {
      Command.run(
        [
          "sign", folder("in"), "--output-dir", folder("out"), "--official", "--profile",
          profile ?? desk.profile(), "-f", "ndjson",
        ] + more)
    }
    func manifest() -> String? {
      (try? EvidenceBundle(parsing: folder.read(bundle) ?? [], name: "a"))?.manifest
    }
    let wrong = run(["--ai", "generated", "--ai-system", "Painter", "--evidence"])
    #expect(wrong.code == 0, "\(wrong.errorText)")
    let first = try #require(manifest())
    let corrected = run(["--ai", "none", "--corrects", "--evidence"])
    #expect(corrected.code == 0, "\(corrected.errorText)")
    let second = try #require(manifest())
    #expect(corrected.text.contains(second) && second != first, "\(corrected.text)")
    // Two versions later, one of them without evidence: what stands there is of no version that is left.
    for (text, more) in [("Two", []), ("Three", ["--evidence"])] {
      write(text)
      let outcome = run(["--ai", "none"] + more)
      #expect(outcome.code == 0, "\(outcome.errorText)")
    }
    #expect(manifest() != second)
    // Somebody's own file stays, and the document is signed and told all the same.
    folder.write(Array("somebody's".utf8), to: bundle)
    write("Four")
    let kept = run(["--ai", "none", "--evidence"])
    #expect(kept.code == 3 && kept.errorText.contains("no evidence"), "\(kept.errorText)")
    #expect(folder.read(bundle) == Array("somebody's".utf8))
    #expect(kept.text.contains("\"signed\":1,\"current\":0,\"failed\":0"), "\(kept.text)")
    let line = try JSON.Reader.parse(Array((kept.text.split(separator: "\n").first ?? "").utf8))
    #expect(line["evidenceError"]?["exit"] == 3 && line["manifest"]?.string != nil)
    #expect(try SchemaValidator(Schema.signature.text).faults(in: line) == [])
  }

  @Test("evidence is replaced with --force alone, and what is no evidence never")
  func overwriting() {
    folder.write(Array("somebody's key".utf8), to: "a.jpg.evidence.json")
    for options in [[], ["--force"]] {
      let outcome = sign("photo.jpg", as: "a.jpg", options)
      #expect(outcome.code == 3, "\(outcome.errorText)")
      #expect(outcome.errorText.contains("no evidence"))
      #expect(folder.read("a.jpg.evidence.json") == Array("somebody's key".utf8))
    }
    #expect(sign("photo.jpg", as: "b.jpg").code == 0)
    let first = folder.read("b.jpg.evidence.json") ?? []
    folder.write(first, to: "c.jpg.evidence.json")
    #expect(sign("photo.jpg", as: "c.jpg").code != 0)
    #expect(folder.read("c.jpg.evidence.json") == first)
    #expect(sign("photo.jpg", as: "c.jpg", ["--force"]).code == 0)
    #expect(folder.read("c.jpg.evidence.json") != first)
  }
}
