import BroadsealBytes
import Testing

@Suite("A path keeps its bytes")
struct FilePathTests {
  @Test(
    "every two names have two displays, and each leads back to its name",
    arguments: [
      ([0x61, 0xFF] as [UInt8], "a\\xff"),
      (Array("a\\xff".utf8), "a\\\\xff"),
      (Array("日本".utf8), "日本"),
      (Array("\\".utf8) + [0xC3], "\\\\\\xc3"),
      ([0xED, 0xA0, 0x80], "\\xed\\xa0\\x80"),
    ])
  func display(bytes: [UInt8], shown: String) throws {
    let path = try #require(FilePath(bytes: bytes))
    #expect(path.display == shown)
    #expect(FilePath(displayed: shown) == path)
  }

  @Test("what shows of no path is none", arguments: ["a\\", "\\y", "\\xf", "\\xfg", "\\x00"])
  func displayed(text: String) {
    #expect(FilePath(displayed: text) == nil)
  }

  @Test("a NUL is no part of a path")
  func nul() {
    #expect(FilePath(bytes: [0x61, 0]) == nil)
  }

  @Test(
    "a path falls apart into folder and name",
    arguments: [
      ("a.pdf", ".", "a.pdf"), ("/a.pdf", "/", "a.pdf"), ("x/y/a.pdf", "x/y", "a.pdf"),
    ])
  func parts(text: String, folder: String, name: String) {
    let path = FilePath(text)
    #expect(path.folder == FilePath(folder))
    #expect(Array(path.name) == Array(name.utf8))
  }

  @Test("what a folder holds comes before names that merely begin like it")
  func order() {
    let sorted = ["a.txt", "a/x", "a-b", "a"].map { FilePath($0) }.sorted()
    #expect(sorted.map(\.display) == ["a", "a/x", "a-b", "a.txt"])
  }

  @Test("composed and decomposed spellings meet in normal form C")
  func normalForm() {
    #expect(Array("e\u{301}\u{30AB}\u{3099}".precomposed.unicodeScalars) == ["\u{E9}", "\u{30AC}"])
  }

  @Test("where a path was found goes with what is made of it, and is no part of what it is")
  func found() {
    let path = FilePath("in/sub/a.csv").found(below: 3)
    #expect(path == "in/sub/a.csv" && Set([path, "in/sub/a.csv"]).count == 1)
    #expect(path.adding(suffix: ".c2pa").rootLength == 3)
    #expect(path.folder.rootLength == 3 && path.folder.appending("b".utf8).rootLength == 3)
    #expect(path.folder.folder == "in" && path.folder.folder.rootLength == nil)
    #expect(FilePath("in/a.csv").rootLength == nil)
  }
}
