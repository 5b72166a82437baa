import BroadsealJSON
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("What the program puts beside results is no document to any of its commands")
struct ProgramFileTests {
  private let desk = Desk.shared
  private let folder = Scratch()
  private let names = ["a.txt.evidence.json", "b.csv.c2pa.evidence.json"]

  init() {
    folder.write(Array("One\n".utf8), to: "in/a.txt")
    folder.write(Array("1,2\n".utf8), to: "in/b.csv")
  }

  private func sign(_ paths: [String], _ more: [String]) -> Command.Outcome {
    Command.run(
      ["sign", "--official", "--ai", "none", "--profile", desk.profile()] + paths + more)
  }

  private func audit(_ paths: [String], _ more: [String] = []) throws -> JSON.Value {
    let outcome = Command.run(["audit"] + paths + ["-o", "json=-"] + more + desk.trust)
    return try JSON.Reader.parse(outcome.output)
  }

  @Test("evidence is left out and counted, by sign and audit, in archives and samples too")
  func evidence() throws {
    let first = sign([folder("in")], ["--output-dir", folder("out"), "--evidence"])
    #expect(first.code == 0, "\(first.errorText)")
    for name in names { #expect(folder.read("out/\(name)") != nil, "\(name)") }
    let again = sign([folder("out")], ["--output-dir", folder("more")])
    #expect(again.code == 0, "\(again.errorText)")
    #expect(again.text.contains("left out: 1 label, 2 evidence files"), "\(again.text)")
    #expect(folder.read("more/\(names[0])") == nil)
    let named = sign(
      [folder("out/a.txt"), folder("out/\(names[0])")], ["--output-dir", folder("third")])
    #expect(
      named.code == 0 && named.errorText.contains("put beside a result"), "\(named.errorText)")
    let found = try audit([folder("out")])
    #expect(found["summary"]?["files"] == 2)
    #expect(found["summary"]?["skipped"]?["evidence"] == 2)
    let drawn = try audit([folder("out")], ["--sample", "50", "--seed", "1"])
    #expect(drawn["summary"]?["files"] == 2)
    let text = Command.run(["audit", folder("out")] + desk.trust).text
    #expect(text.contains("evidence"), "\(text)")
    var files: [ZIPFile.Entry] = []
    for name in ["a.txt"] + names {
      let bytes = folder.read("out/\(name)") ?? []
      files.append(ZIPFile.Entry(name).with { $0.content = bytes })
    }
    folder.write(ZIPFile(files).built().bytes, to: "packed/a.zip")
    let packed = try audit([folder("packed")], ["--archives"])
    // The evidence whose document is not in the archive is judged, as any file is.
    #expect(packed["summary"]?["skipped"]?["evidence"] == 1)
    #expect(packed["summary"]?["files"] == 3)
  }

  @Test("the name alone hides nothing: other content, no document beside it, or a label of its own")
  func judged() throws {
    #expect(sign([folder("in")], ["--output-dir", folder("out"), "--evidence"]).code == 0)
    let bundle = folder.read("out/\(names[0])") ?? []
    folder.write(Array("{\"schema\":\"broadseal.evidence/1\"}\n".utf8), to: "x/a.txt.evidence.json")
    folder.write(Array("One\n".utf8), to: "x/a.txt")
    folder.write(bundle, to: "x/gone.txt.evidence.json")
    folder.write(bundle, to: "x/b.txt.evidence.json")
    folder.write(Array("Two\n".utf8), to: "x/b.txt")
    #expect(sign([folder("x/b.txt.evidence.json")], ["--sidecar"]).code == 0)
    let found = try audit([folder("x")])
    #expect(found["summary"]?["files"] == 5)
    #expect(found["summary"]?["skipped"]?["evidence"] == 0)
  }

  @Test("verify says what such a file is, and how it is used")
  func told() throws {
    #expect(sign([folder("in")], ["--output-dir", folder("out"), "--evidence"]).code == 0)
    folder.write([], to: "rep/keep.txt")
    let written = Command.run(
      [
        "audit", folder("out"), "-o", "json=" + folder("rep/audit.json"), "--sign-report",
        desk.profile(),
      ] + desk.trust)
    #expect(written.code == 0, "\(written.errorText)")
    for (name, english, japanese) in [
      ("out/" + names[0], "--evidence \(folder("out/" + names[0]))", "証拠です"),
      ("out/" + names[1], "verify \(folder("out/b.csv")) --evidence", "証拠です"),
      ("rep/reports.json", "audit verify-report \(folder("rep"))", "報告書の一覧です"),
      ("rep/reports.json.p7s", "audit verify-report \(folder("rep"))", "署名です"),
    ] {
      let outcome = Command.run(["verify", folder(name)] + desk.trust)
      #expect(outcome.text.replacing(#/\s+/#, with: " ").contains(english), "\(outcome.text)")
      #expect(!outcome.text.contains("Ask for that file"), "\(outcome.text)")
      let other = Command.run(["verify", folder(name), "--lang", "ja"] + desk.trust).text
      #expect(other.contains(japanese), "\(other)")
    }
    let found = try audit([folder("rep")])
    #expect(found["summary"]?["skipped"]?["evidence"] == 2)
  }
}
