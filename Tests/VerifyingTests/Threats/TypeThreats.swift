import BroadsealBytes
import BroadsealDocuments
import BroadsealProvenance
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// T-47: a text that was signed as one thing and is named as another.
enum TypeThreats {
  static let rows: [ThreatRow] =
    renamed.map { signed, name in
      ThreatRow(
        .fileTypes, "\(signed), signed as what it was, is now called \(name)",
        .unofficial(.recognisedTool, ["OFF-1-FILE-TYPE"])
      ) { try labelled($0, as: [type(of: signed)], called: name) }
    } + [
      ThreatRow(
        .fileTypes, "a label that states two types of the file",
        .unofficial(.recognisedTool, ["OFF-1-FILE-TYPE"])
      ) { try labelled($0, as: ["text/csv", "text/html"], called: "complaints.csv") }
    ] + archives

  /// Archives that are no file in what holds them.
  private static let archives: [ThreatRow] = {
    let archive = ZIPFile([ZIPFile.Entry("a.txt", "text")]).built().bytes
    let tape = TarFile().with("a.zip", archive).bytes + [UInt8](repeating: 0, count: 1_024)
    return [
      ("a tape with a ZIP archive behind its end", "releases.tar", tape + archive),
      ("a tape that ends with a ZIP archive, called a package", "releases.apk", tape),
      (
        "data that end with a ZIP archive, under a name that nobody knows", "releases.pyz",
        [0] + archive
      ),
    ].map { attack, name, content in
      ThreatRow(.fileTypes, attack, .unofficial(.recognisedTool, ["OFF-1-FILE-TYPE"])) { pki in
        var item = ThreatCase(name, content, trust: .demo(pki))
        item.sidecar = try TestManifest(pki).sidecar(for: content)
        return item
      }
    }
  }()

  /// The other side: names of the same family, and labels of old.
  static let genuine: [ThreatRow] =
    kept.map { signed, name in
      ThreatRow(nil, "\(signed), now called \(name)", .official()) {
        try labelled($0, as: [type(of: signed)], called: name)
      }
    }
    + unknown.map { signed, name in
      ThreatRow(nil, "\(signed), now called \(name)", .official(also: ["FILE-TYPE-UNKNOWN"])) {
        try labelled($0, as: [type(of: signed)], called: name)
      }
    } + [
      ThreatRow(
        nil, "a table whose label, of old, does not state its type",
        .official(also: ["FILE-TYPE-UNSIGNED"])
      ) { try labelled($0, as: [], called: "complaints.csv") }
    ]

  private static let renamed: [(String, String)] = [
    ("complaints.csv", "complaints.html"), ("complaints.csv", "complaints.xhtml"),
    ("complaints.csv", "complaints.hta"), ("complaints.csv", "complaints.mht"),
    ("complaints.csv", "complaints.svg"), ("complaints.csv", "complaints.php"),
    ("notice.yaml", "notice.bash"), ("notice.txt", "notice.bat"), ("notice.txt", "notice.VBS"),
    ("notice.txt", "notice.doc"), ("notice.md", "notice.py"), ("notice.txt", "notice.csv"),
    ("values.json", "values.js"), ("notice.txt", "notice.xml"), ("notice.txt", "notice.eml"),
    // Kinds that one family held before: each is read by a parser of its own.
    ("notice.txt", "notice.md"), ("complaints.csv", "values.tsv"), ("notice.xml", "notice.html"),
    ("notice.html", "notice.xht"), ("notice.html", "notice.hta"), ("notice.html", "notice.eml"),
    ("notice.mht", "notice.eml"), ("notice.css", "notice.html"), ("values.json", "values.yaml"),
    ("notice.md", "notice.adoc"), ("notice.md", "notice.rst"), ("notice.rtf", "notice.txt"),
    ("notice.tex", "notice.md"), ("notice.ics", "notice.vcf"), ("notice.bat", "notice.vbs"),
    ("notice.xml", "notice.mpd"), ("notice.html", "notice.txt"),
    // Names that systems read otherwise than by what stands behind the last dot.
    ("complaints.csv", "complaints.html."), ("complaints.csv", "complaints.html "),
    ("complaints.csv", "complaints.hta. ."), ("complaints.csv", "complaints.html\u{200B}"),
    ("complaints.csv", "complaints.html.en"), ("complaints.csv", "complaints.html.ja.utf8"),
    ("complaints.csv", "complaints.php.bak"), ("complaints.csv", "complaints.php.csv"),
    ("complaints.csv", "complaints..html"), ("complaints.csv", "..html"),
    // Names that nobody has to know: spreadsheets, installers and systems open them all the same.
    ("notice.txt", "notice.slk"), ("complaints.csv", "complaints.iqy"),
    ("notice.xml", "notice.jnlp"),
    ("notice.xml", "notice.settingcontent-ms"), ("notice.xml", "notice.library-ms"),
    ("notice.txt", "notice.ps"), ("notice.txt", "notice.rdp"), ("notice.html", "notice.hxt"),
    ("complaints.csv", "complaints.csv.slk"), ("notice.txt", "notice.slk.1"),
    ("notice.foo", "notice.slk"), ("notice.txt", "notice.foo"),
  ]

  private static let kept: [(String, String)] = [
    ("complaints.csv", "complaints.csv"), ("notice.md", "notice.txt"),
    ("notice.md", "notice"), ("notice.bat", "notice.cmd"), ("notice.yaml", "notice.yml"),
    // Dots that say something of the file, and not what it is.
    ("notice.txt", "notice.2026.11.txt"), ("notice.txt", "notice.conf"),
    ("page.html.txt", "page.html.txt"), ("values.json.txt", "values.json.txt"),
    ("complaints.csv", "complaints.csv."), ("notice.txt", ".notice.txt"),
  ]
  /// Names of a text that end in nothing known: what stands before it says the type, if anything does.
  private static let unknown: [(String, String)] = [
    ("notice.txt", "notice.v2"), ("notice.txt", "notice.txt.1"), ("x.html", "x.html.en"),
    ("notice.txt", "告示.令和8年"), ("notice.txt", "Notice v1.2 final"),
    // One that was signed under a name of its own keeps that name.
    ("notice.foo", "notice.foo"),
  ]

  private static func type(of name: String) -> String {
    switch NameReading.ending(of: FilePath(name)) {
    case .silent: "text/plain"
    case .known(let type), .unknown(let type, _): type
    }
  }

  private static func labelled(
    _ pki: TestPKI, as types: [String], called name: String
  ) throws -> ThreatCase {
    var manifest = TestManifest(pki)
    manifest.further = types.enumerated().map { number, type in
      let label = number == 0 ? Metadata.label : "\(Metadata.label)__\(number)"
      return (label, .json(Metadata(format: type).asValue), .gathered)
    }
    let content = Array("name,words\n\"A\",\"<script>alert(1)</script>\"\n".utf8)
    var item = ThreatCase(name, content, trust: .demo(pki))
    item.sidecar = try manifest.sidecar(for: content)
    return item
  }
}
