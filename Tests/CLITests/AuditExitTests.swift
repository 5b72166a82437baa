import Glibc
import TestSupport
import Testing

@Suite("An audit ends as its findings say, whatever it writes")
struct AuditExitTests {
  private let desk = Desk.shared

  /// What is in the folder, what is asked, and how the run ends.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let files: [String]
    var options: [String] = []
    var trusts = true
    let code: Int32

    var testDescription: String { "\(code): \(name)" }
  }

  private static let cases = [
    Case(name: "everything is official", files: ["official.pdf", "official.png"], code: 0),
    Case(name: "something has no label", files: ["official.pdf", "notes.txt"], code: 0),
    Case(
      name: "something has no label, and that counts", files: ["notes.txt"],
      options: ["--fail-on", "no-label"], code: 1),
    Case(name: "something is altered", files: ["official.pdf", "altered.jpg"], code: 1),
    Case(
      name: "something is altered, and nothing counts", files: ["altered.jpg"],
      options: ["--fail-on", "none"], code: 0),
    Case(name: "nobody could look into something", files: ["official.pdf", "film.mkv"], code: 3),
    Case(
      name: "something is altered, and nobody could look into something else",
      files: ["altered.jpg", "film.mkv"], code: 1),
    Case(name: "nobody is believed", files: ["official.pdf"], trusts: false, code: 0),
    Case(
      name: "every list is out of date", files: ["official.pdf"], options: ["--at", "2045-01-01"],
      code: 6),
    Case(
      name: "something does not keep a rule", files: ["official.pdf"],
      options: ["--policy", "POLICY"], code: 1),
    Case(
      name: "the policy is none", files: ["official.pdf"], options: ["--policy", "/dev/null"],
      code: 2),
    Case(name: "nothing is there", files: [], code: 2),
    Case(
      name: "an option is none", files: ["official.pdf"], options: ["--polcy", "x"], code: 2),
  ]

  @Test("with every form of report at once, and with none", arguments: cases)
  func ending(row: Case) throws {
    let scratch = Scratch()
    var altered = desk.scratch.read("official.jpg") ?? []
    altered[altered.count - 100] ^= 1
    scratch.write([], to: "in/.keep")
    unsafe unlink(scratch("in/.keep"))
    for file in row.files {
      let bytes: [UInt8] =
        switch file {
        case "altered.jpg": altered
        case "film.mkv": [0x1A, 0x45, 0xDF, 0xA3, 1]
        default: desk.scratch.read(file) ?? []
        }
      scratch.write(bytes, to: "in/" + file)
    }
    let policy = scratch.write(
      Array(
        """
        policy_version = 1
        [[rule]]
        id = "A-1"
        match = ["**"]
        require = { ai = ["generated"] }
        severity = "error"
        """.utf8), to: "policy.toml")
    let words =
      ["audit", scratch("in"), "-q"] + row.options.map { $0 == "POLICY" ? policy : $0 }
      + (row.trusts ? desk.trust : [])
    let silent = Command.run(words)
    #expect(silent.code == row.code, "\(silent.errorText)")
    #expect(silent.output.isEmpty)
    let names = ["text", "json", "ndjson", "csv", "sarif", "junit", "html"]
    let told = Command.run(
      words + names.flatMap { ["-o", "\($0)=" + scratch("r." + $0)] }
        + ["-o", "crjson=" + scratch("labels")])
    #expect(told.code == row.code, "\(told.errorText)")
    let written = names.filter { scratch.read("r." + $0) != nil }
    // What is judged is reported, whatever came out; what is refused leaves nothing behind.
    let isRefused = [2, 6].contains(row.code)
    #expect(written == (isRefused ? [] : names))
    #expect((scratch.read("labels/index.ndjson") != nil) == !isRefused)
    #expect(scratch.names(in: ".").filter { $0.hasPrefix(".broadseal") } == [])
  }
}
