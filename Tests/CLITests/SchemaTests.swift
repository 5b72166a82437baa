import BroadsealJSON
import BroadsealNotes
import BroadsealReporting
import Glibc
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("Machine formats keep to the schemas that ship")
struct SchemaTests {
  private let desk = Desk.shared

  @Test("every schema is one JSON document", arguments: Schema.allCases)
  func documents(schema: Schema) throws {
    let outcome = Command.run("--schema", schema.rawValue)
    #expect(outcome.code == 0)
    let value = try JSON.Reader.parse(outcome.output)
    #expect(value["$id"]?.string == "urn:broadseal:\(schema.rawValue):1")
  }

  @Test("real verdicts keep to theirs, and a wrong one does not")
  func verdicts() throws {
    let validator = try SchemaValidator(Schema.verdict.text)
    let files = ["official.pdf", "official.png", "ai.jpg", "release.pdf", "notes.txt", "missing"]
    for trust in [desk.trust, []] {
      let outcome = Command.run(
        ["verify", "-f", "ndjson"] + files.map { desk.scratch($0) } + trust)
      for line in outcome.output.split(separator: 0x0A) {
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
    let lines = signing.output.split(separator: 0x0A)
    #expect(lines.count == 3)
    let validator = try SchemaValidator(Schema.signature.text)
    for line in lines { #expect(validator.faults(in: try JSON.Reader.parse(line)) == []) }
  }
}
