import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import Testing

/// What the name of a text says, by every system that reads it, and which names call the same parser.
@Suite("What a name says of a text")
struct NameReadingTests {
  /// Names that people write, and names that are read otherwise than they look.
  private static let names: [(String, String?)] = [
    ("release.v2.html", "text/html"), ("notice.2026.11.txt", "text/plain"),
    ("a.min.css", "text/css"), ("x.en.html", "text/html"), ("x.pl.html", "text/html"),
    ("page.html.txt", "text/plain"), ("values.json.txt", "text/plain"), ("README", nil),
    ("notice.v2", nil), (".html", nil), (".notice.txt", "text/plain"), ("NOTICE.TXT", "text/plain"),
    ("c.html.", "text/html"), ("c.html ", "text/html"), ("c.hta. . ", "application/hta"),
    ("c.html\u{A0}", "text/html"), ("c.html\u{200B}\u{202E}", "text/html"), ("...", nil),
    ("c.html.en", "text/html"), ("c.html.ja.utf8", "text/html"), ("notice.txt.1", "text/plain"),
    ("c.php.bak", "application/x-httpd-php"), ("c.php.txt", "application/x-httpd-php"),
    ("c..html", "text/html"), ("..html", "text/html"), ("c.shtml", "text/x-server-parsed-html"),
    ("c.xht", "application/xhtml+xml"),
  ]

  @Test("the type is that of the last extension that is known", arguments: names)
  func type(name: String, type: String?) {
    #expect(NameReading.mediaType(of: FilePath(name)) == type, "\(name)")
  }

  @Test("an extension that nobody knows is told from none")
  func unknown() {
    for name in ["notice.v2", "c.html.en", "notice.txt.1", "c.ht\u{200B}ml"] {
      #expect(NameReading.endsUnknown(FilePath(name)), "\(name)")
    }
    for name in ["README", ".profile", "a.txt", "a.txt.", "c.php", "c.xht", "release.v2.html"] {
      #expect(!NameReading.endsUnknown(FilePath(name)), "\(name)")
    }
  }

  @Test("the end of a name says no type, one that is known, or one of its own")
  func endings() {
    for name in ["README", "notice.v2", "notice.12", "a.ja", "a.pt-br", "告示.令和8年", "a.2 final"] {
      #expect(NameReading.ending(of: FilePath(name)) == .silent, "\(name)")
    }
    for (name, type) in [
      ("c.html.en", "text/html"), ("notice.txt.1", "text/plain"), ("a.csv.bak", "text/csv"),
      ("c.php.slk", "application/x-httpd-php"),
    ] { #expect(NameReading.ending(of: FilePath(name)) == .known(type), "\(name)") }
    for (name, type, before) in [
      ("a.slk", "application/x-slk", nil),
      ("a.settingcontent-ms", "application/x-settingcontent-ms", nil),
      ("a.txt.slk", "application/x-slk", "text/plain"), ("a.SLK.1", "application/x-slk", nil),
      ("a.ht\u{200B}ml", "application/x-other-name", nil),
    ] as [(String, String, String?)] {
      #expect(
        NameReading.ending(of: FilePath(name)) == .unknown(type, before: before), "\(name)")
    }
  }

  @Test(
    "a text is signed as what its name says, or the name of what is written; other files as before")
  func stated() throws {
    func type(_ bytes: [UInt8], _ name: String, as output: String? = nil) throws -> String {
      try Document(ByteSource(bytes: bytes), path: FilePath(name))
        .statedType(as: output.map { FilePath($0) })
    }
    let text = Array("Words.\n".utf8)
    #expect(try type(text, "a.foo") == "application/x-foo")
    #expect(try type(text, "a.tmp", as: "a.txt") == "text/plain")
    #expect(try type(text, "a.md", as: "a.txt") == "text/markdown")
    #expect(try type([0, 1, 2, 3], "a.foo") == "application/octet-stream")
  }

  /// Names that call one parser.
  private static let alike = [
    "a.html a.htm", "a.xml a.xhtml a.xht a.svg a.xsl", "a.json a.geojson", "a.yaml a.yml",
    "a.tex a.latex a.sty", "a.bat a.cmd", "a.txt a.log a.text a.conf", "a.hta", "a.mht a.mhtml",
    "a.eml",
    "a.css", "a.csv", "a.tsv", "a.ics", "a.vcf", "a.md a.markdown", "a.adoc", "a.org", "a.rst",
    "a.rtf", "a.srt", "a.vtt", "a.py", "a.js", "a.php", "a.shtml", "a.vbs", "a.mpd", "a.m3u8",
  ].map { $0.split(separator: " ").map(String.init) }

  /// Each name with the number of its row.
  private static var all: [(Int, String)] {
    alike.enumerated().flatMap { row in row.element.map { (row.offset, $0) } }
  }

  @Test("only names of one parser stand for each other, and .txt for what its source shows whole")
  func parsers() throws {
    let plain: Set = ["a.md", "a.markdown", "a.adoc", "a.org", "a.rst", "a.srt", "a.vtt"]
    for (row, signed) in Self.all {
      for (other, named) in Self.all {
        let isText = Self.alike[other].contains("a.txt")
        let shows = plain.contains(signed) || Self.alike[row].contains("a.tex")
        let agrees = NameReading.agrees(
          named: try #require(NameReading.mediaType(of: FilePath(named))),
          signed: try #require(NameReading.mediaType(of: FilePath(signed))))
        #expect(agrees == (row == other || isText && shows), "\(signed) as \(named)")
      }
    }
  }
}
