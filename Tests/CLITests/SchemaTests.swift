import BroadsealJSON
import BroadsealNotes
import BroadsealReporting
import Glibc
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("Machine formats keep to the schemas that ship")
struct SchemaTests {
  let desk = Desk.shared

  @Test("every schema is one JSON document", arguments: Schema.allCases)
  func documents(schema: Schema) throws {
    let outcome = Command.run("--schema", schema.rawValue)
    #expect(outcome.code == 0)
    let value = try JSON.Reader.parse(outcome.output)
    #expect(value["$id"]?.string == "urn:broadseal:\(schema.rawValue):\(schema.number)")
    let names = value["properties"]?["schema"]?["const"]?.string
    // An approved plan is a JSON Web Signature, whose members others have named.
    #expect(schema == .approved ? names == nil : names == schema.name)
  }

  @Test("real verdicts keep to theirs, and a wrong one does not")
  func verdicts() throws {
    let validator = try SchemaValidator(Schema.verdict.text)
    let files = ["official.pdf", "official.png", "ai.jpg", "release.pdf", "notes.txt", "missing"]
    for trust in [desk.trust, []] {
      let outcome = Command.run(
        ["verify", "-f", "ndjson"] + files.map { desk.scratch($0) } + trust)
      #expect(outcome.resultLines.count == files.count)
      for line in outcome.resultLines {
        #expect(validator.faults(in: try JSON.Reader.parse(line)) == [])
      }
    }
    let changed = desk.flipped("official.pdf") { $0 / 2 }
    let altered = Command.run(["verify", "-f", "json", changed.path] + desk.trust)
    #expect(validator.faults(in: try JSON.Reader.parse(altered.output)) == [])
    #expect(validator.faults(in: ["schema": "broadseal.verdict/1"]).count > 5)
    #expect(validator.faults(in: 5) != [])
  }

  @Test("a real audit and a real signing keep to theirs")
  func others() throws {
    let audit = Command.run(["audit", desk.scratch.path, "-o", "json=-"] + desk.trust)
    let faults = try SchemaValidator(Schema.audit.text).faults(in: JSON.Reader.parse(audit.output))
    #expect(faults == [])
    let folder = Scratch()
    let signing = Command.run(
      [
        "sign", desk.scratch("chart.png"), desk.scratch("notes.txt"), desk.scratch("missing"),
        "--ai", "none", "--profile", desk.profile(), "--output-dir", folder.path, "-f", "ndjson",
      ])
    let lines = signing.resultLines
    #expect(lines.count == 3)
    let validator = try SchemaValidator(Schema.signature.text)
    for line in lines { #expect(validator.faults(in: try JSON.Reader.parse(line)) == []) }
  }

  @Test("the last line of ndjson counts the others, and says how the run ends")
  func tally() throws {
    let validator = try SchemaValidator(Schema.tally.text)
    func last(_ outcome: Command.Outcome) throws -> JSON.Value {
      let line = try #require(outcome.output.split(separator: 0x0A).last)
      let value = try JSON.Reader.parse(line)
      #expect(validator.faults(in: value) == [])
      #expect(value["exit"]?.integer == Int64(outcome.code))
      return value
    }
    let files = ["official.pdf", "release.pdf", "missing"].map { desk.scratch($0) }
    let verified = try last(Command.run(["verify", "-f", "ndjson"] + files + desk.trust))
    #expect(verified["files"]?.integer == 3 && verified["exit"]?.integer == 3)
    for name in ["satisfied", "unlabelled", "incomplete"] {
      #expect(verified["counts"]?[name]?.integer == 1, "\(name)")
    }
    let ending = Command.run(
      ["verify", "-f", "ndjson", files[0], "--expires-within", "3000"] + desk.trust)
    #expect(ending.code == 1)
    #expect(try last(ending)["counts"]?["satisfied"]?.integer == 1)
    let folder = Scratch()
    folder.write(Desk.sample("river.jpg"), to: "in/river.jpg")
    folder.write(Desk.sample("press-release.txt"), to: "in/a.txt")
    let sign = [
      "sign", folder("in"), "--ai", "none", "--profile", desk.profile(), "--output-dir",
      folder("out"), "-f", "ndjson",
    ]
    #expect(try last(Command.run(sign))["counts"]?["signed"]?.integer == 2)
    let again = try last(Command.run(sign))
    #expect(again["counts"]?["current"]?.integer == 2 && again["files"]?.integer == 2)
    #expect(again["leftOut"]?["labels"]?.integer == 0)
  }

  /// What every other command writes for machines, and its schema.
  private static let others: [(schema: Schema, command: [String], code: Int32)] = [
    (.certificates, ["keys", "check", "keys/us/chain.pem", "--key", "keys/us/key.pem"], 0),
    (.certificates, ["keys", "check", "keys/ai-service/chain.pem"], 0),
    (.certificates, ["keys", "show", "keys/us/key.pem", "keys/us/chain.pem"], 0),
    (.trust, ["trust", "show", "--trust-dir", "keys/trust"], 0),
    (.trust, ["trust", "check", "keys/trust/government/us.json"], 0),
    (.trust, ["trust", "check", "keys/trust/government/us.json", "keys/trust/tsa.pem"], 0),
    (.trust, ["trust", "check", "alone.json"], 6),
    (.listdiff, ["trust", "diff", "alone.json", "alone.json"], 0),
    (.fingerprint, ["trust", "fingerprint", "keys/trust/government/us.keys.pem"], 0),
    (.codes, ["explain", "PDF-SYNTAX", "SEAL-KEPT"], 0),
    (.policy, ["policy", "check", "policy.toml", "empty"], 1),
    (.policy, ["policy", "explain", "releases/chart.png", "--policy", "policy.toml"], 1),
    (.runs, ["history", "list", "past.db"], 0),
    (.runs, ["history", "compare", "past.db", "1", "2"], 0),
    (.inspection, ["inspect", "official.pdf"], 0),
    (.verdict, ["verify", "official.pdf", "--accept", "valid"], 0),
  ]

  @Test("every command tells its result as one object too, and into a file as well as to a pipe")
  func every() throws {
    let folder = Scratch()
    let state = ["XDG_STATE_HOME": folder("state")]
    #expect(
      Command.shell(
        "cp -R '\(desk.scratch.path)'/. '\(folder.path)'/ && mkdir '\(folder("empty"))'"
      )
      .code == 0)
    folder.write(folder.read("keys/trust/government/us.json") ?? [], to: "alone.json")
    folder.write(Desk.sample("river-levels.png"), to: "releases/chart.png")
    let policy = Command.run("policy", "starter", "official-releases", "-o", folder("policy.toml"))
    #expect(policy.code == 0 && policy.output.isEmpty, "\(policy.errorText)")
    for _ in 0..<2 {
      let audit = Command.run(
        ["audit", "empty", "chart.png", "--history", "past.db", "-q"], variables: state,
        folder: folder.path)
      #expect(audit.code == 0, "\(audit.errorText)")
    }
    for (schema, words, code) in Self.others {
      let told = Command.run(words + ["-f", "json"], variables: state, folder: folder.path)
      #expect(told.code == code, "\(words): \(told.errorText)")
      let faults = try SchemaValidator(schema.text).faults(in: JSON.Reader.parse(told.output))
      #expect(faults == [], "\(words)")
      let kept = Command.run(
        words + ["-f", "json", "-o", "kept.json", "--force"], variables: state, folder: folder.path)
      #expect(kept.code == code && kept.output.isEmpty, "\(words): \(kept.errorText)")
      // Nothing but moments may differ.
      #expect(folder.read("kept.json")?.count == told.output.count, "\(words)")
      let text = Command.run(words, variables: state, folder: folder.path)
      #expect(text.code == code && !text.output.isEmpty, "\(words): \(text.errorText)")
    }
    let lists = Command.run("trust", "fetch", "-f", "json")
    #expect(
      try SchemaValidator(Schema.fetched.text).faults(in: JSON.Reader.parse(lists.output)) == [])
    let taken = Command.run("explain", "PDF-SYNTAX", "-o", folder("kept.json"))
    #expect(taken.code == 2 && taken.errorText.contains("exists already"), "\(taken.errorText)")
    for command in [
      ["verify", "official.pdf"], ["keys", "check", "keys/us/chain.pem"],
      ["trust", "check", "keys/trust/government/us.json"],
    ] {
      let own = Command.run(
        command + ["-o", command[command.count - 1], "--force"], variables: state,
        folder: folder.path)
      #expect(own.code == 2 && own.errorText.contains("the run reads"), "\(own.errorText)")
    }
  }
}
