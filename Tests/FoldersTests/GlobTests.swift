import Testing

@testable import BroadsealFolders

@Suite("Globs choose files")
struct GlobTests {
  @Test(
    "a pattern matches the whole path, or the name when it has no slash",
    arguments: [
      ("*.pdf", "a.pdf", true), ("*.pdf", "x/y/a.pdf", true), ("*.pdf", "a.pdf/x", false),
      ("x/*.pdf", "x/a.pdf", true), ("x/*.pdf", "x/y/a.pdf", false),
      ("x/*.pdf", "z/x/a.pdf", false),
      ("**/*.pdf", "a.pdf", true), ("**/*.pdf", "x/y/a.pdf", true),
      ("x/**", "x/y/z", true), ("x/**", "y/x", false), ("x/**/z", "x/z", true),
      ("a?c", "abc", true), ("a?c", "a\u{65E5}c", true), ("a?c", "ac", false),
      ("[a-c]*", "beta", true), ("[!a-c]*", "beta", false), ("[!a-c]*", "delta", true),
      ("cut[1].jpg", "x/cut[1].jpg", true), ("cut[1].jpg", "cut1.jpg", true),
      ("x/cut[1].jpg", "x/cut[1].jpg", true), ("x/cut[1].jpg", "y/cut[1].jpg", false),
      ("cut[1].jpg", "cut[2].jpg", false), ("a[!b].pdf", "a[!b].pdf", true),
      ("*a*b*c", "xxaxxbxxc", true), ("*a*b*c", "xxaxxbxx", false),
    ])
  func match(pattern: String, path: String, expected: Bool) throws {
    let glob = try #require(Glob(pattern))
    #expect(glob.matches(Array(path.utf8)[...]) == expected)
  }

  @Test("a pattern made to be slow is not")
  func patience() throws {
    let glob = try #require(Glob(String(repeating: "*a", count: 40) + "b"))
    #expect(!glob.matches(Array(repeating: UInt8(ascii: "a"), count: 4_000)[...]))
    let folders = try #require(Glob(String(repeating: "**/a/", count: 40) + "b"))
    #expect(!folders.matches(Array(String(repeating: "a/", count: 1_000).utf8)[...]))
  }

  @Test("a pattern that cannot be read is refused", arguments: ["", "/", "[a", "x/[a"])
  func refused(pattern: String) {
    #expect(Glob(pattern) == nil)
  }
}
