import BroadsealBytes
import BroadsealNotes
import TestSupport
import Testing

@testable import BroadsealCLI

@Suite("Many file names reach the command as they were typed, and soon")
struct PackedArgumentsTests {
  private static let names = (0..<PackedArguments.minimumRun).map { "file\($0)" }

  private func unpacked(_ arguments: [String]) -> [String] {
    PackedArguments.pack(arguments).flatMap {
      $0.split(separator: PackedArguments.separator, omittingEmptySubsequences: false)
        .map(String.init)
    }
  }

  @Test(
    "nothing is lost and nothing moves",
    arguments: [
      ["verify"] + names, ["verify", "-j", "4"] + names + ["--lang", "ja"] + names,
      ["sign", "--"] + names + ["-odd", "--ai"] + names, ["audit"] + names + [""] + names + ["-"],
      ["verify"] + names + ["--"] + names + [""] + names, ["sign"], [],
    ])
  func keeps(_ arguments: [String]) {
    #expect(unpacked(arguments) == arguments)
  }

  @Test("a run is one argument, but for its first, which may be the value of an option")
  func runs() {
    let packed = PackedArguments.pack(["verify", "--trust-dir", "trust", "x"] + Self.names)
    #expect(packed.count == 4)
    #expect(packed.prefix(3) == ["verify", "--trust-dir", "trust"])
    let odd = PackedArguments.pack(["verify", "--"] + Self.names + ["-v"])
    #expect(odd.count == 3)
  }

  @Test("short lines, options and other commands stay as they are")
  func untouched() {
    for arguments in [
      ["verify"] + Self.names.dropLast(), ["keys", "show"] + Self.names + Self.names,
      ["sign"] + Self.names.map { "-" + $0 } + ["x"],
    ] {
      #expect(PackedArguments.pack(arguments) == arguments)
    }
  }

  @Test("a packed name that is none is an error like any other")
  func empty() {
    #expect(FileArguments(argument: "a\0\0b") == nil)
    #expect(FileArguments(argument: "a\0b")?.files.map(\.path.bytes) == [[0x61], [0x62]])
  }

  @Test("the command sees each file: options between, bytes that are no text, one that is missing")
  func command() {
    let desk = Desk.shared
    let file = desk.scratch("official.pdf")
    let many = Array(repeating: file, count: 40)
    let outcome = Command.run(
      ["verify", "-f", "ndjson"] + many + ["-j", "2"] + many + ["--", "-missing"] + desk.trust)
    #expect(outcome.code == 3)
    #expect(outcome.text.split(separator: "\n").count == 82 + desk.trust.count)
    let fine = Command.run(["verify", "-f", "ndjson"] + many + desk.trust + many)
    #expect(fine.code == 0, "\(fine.errorText)")
    #expect(fine.text.split(separator: "\n").count == 81)
    let bad = Command.run(["verify"] + many + [""] + many)
    #expect(bad.code == 2)
    #expect(!bad.errorText.contains("\0"))
  }
}
