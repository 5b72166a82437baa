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
    ]

  /// The other side: names of the same family, and labels of old.
  static let genuine: [ThreatRow] =
    kept.map { signed, name in
      ThreatRow(nil, "\(signed), now called \(name)", .official()) {
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
  ]

  private static let kept: [(String, String)] = [
    ("complaints.csv", "complaints.csv"), ("complaints.csv", "values.tsv"),
    ("notice.txt", "notice.md"), ("notice.md", "notice"), ("notice.bat", "notice.cmd"),
    ("notice.txt", "notice.v2"),
  ]

  private static func type(of name: String) -> String {
    TypeFamily.mediaType(of: FilePath(name)) ?? "text/plain"
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
