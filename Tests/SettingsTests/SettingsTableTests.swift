import BroadsealBytes
import BroadsealFiles
import TestSupport
import Testing

@testable import BroadsealSettings

@Suite("A file of settings is read strictly, and a fault says where it is")
struct SettingsTableTests {
  private func table(_ text: String) throws(SettingsError) -> SettingsTable {
    let scratch = Scratch()
    return try SettingsTable(
      SettingsFile(FilePath(scratch.write(Array(text.utf8), to: "settings.toml"))))
  }

  @Test("values come out as they were written, one text also where several may stand")
  func values() throws {
    let table = try table(
      "number = 3\non = true\none = \"a\"\nmany = [\"a\", \"b\"]\n[in]\nx = \"y\"")
    #expect(try table.integer("number") == 3)
    #expect(try table.flag("on") == true)
    #expect(try table.texts("one") == ["a"])
    #expect(try table.texts("many") == ["a", "b"])
    #expect(try table.table("in")?.allTexts() == ["x": "y"])
    #expect(try table.text("absent") == nil)
  }

  @Test("an unknown key is a fault with its line and the keys that are known")
  func unknown() throws {
    let table = try table("a = 1\n[in]\nb = 2\n")
    let fault = #expect(throws: SettingsError.self) {
      try table.table("in")?.allowOnly(["c", "d"])
    }
    #expect(fault?.reason == "line 3: unknown key b in [in]")
    #expect(fault?.hint == "known here: c, d")
    #expect(fault?.path.display.hasSuffix("/settings.toml") == true)
  }

  @Test(
    "a value of another type is a fault",
    arguments: [
      ("a = 1", "a is not a text"), ("a = \"\"", "a is not a text"), ("", "a is missing"),
    ])
  func wrong(text: String, reason: String) throws {
    let table = try table(text)
    let fault = #expect(throws: SettingsError.self) { try table.requiredText("a") }
    #expect(fault?.reason.hasSuffix(reason) == true, "\(fault?.reason ?? "")")
  }

  @Test(
    "what is no TOML, no UTF-8, or holds a NUL is refused",
    arguments: [
      Array("a = ".utf8), [0x61, 0x20, 0x3D, 0x20, 0x22, 0xFF, 0x22], Array("a = \"\\u0000\"".utf8),
      Array("a = \"\0\"".utf8),
    ])
  func refused(bytes: [UInt8]) throws {
    let path = FilePath(Scratch().keptToTheEnd().write(bytes, to: "settings.toml"))
    #expect(throws: SettingsError.self) { try SettingsTable(SettingsFile(path)) }
  }

  @Test("a file that is missing or too large is refused before it is parsed")
  func limits() throws {
    let scratch = Scratch()
    let missing = #expect(throws: SettingsError.self) {
      try SettingsFile(FilePath(scratch("missing.toml")))
    }
    #expect(missing?.source?.isMissingFile == true)
    let most = [UInt8](repeating: 0x20, count: SettingsFile.maximumSize)
    let full = FilePath(scratch.write(most, to: "full.toml"))
    #expect(try SettingsFile(full).path == full)
    let large = FilePath(scratch.write(most + [0x20], to: "large.toml"))
    let fault = #expect(throws: SettingsError.self) { try SettingsFile(large) }
    #expect(fault?.reason == "larger than \(SettingsFile.maximumSize) bytes")
  }
}
