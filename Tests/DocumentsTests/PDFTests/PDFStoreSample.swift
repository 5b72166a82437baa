import BroadsealBytes

@testable import BroadsealDocuments

/// A PDF with a manifest store that a test builds by hand, part by part.
struct PDFStoreSample {
  /// The file specification of a store in object `stream`.
  static func specification(_ stream: Int, more: String = "") -> String {
    "<< /Type /Filespec /AFRelationship /C2PA_Manifest /F (a.c2pa) /UF (a.c2pa) "
      + "/EF << /F \(stream) 0 R >> \(more) >>"
  }

  /// An embedded file stream with `data`.
  static func stream(
    _ data: String = "STORE", more: String = "/Subtype /application#2Fc2pa", length: Int? = nil
  ) -> String {
    "<< /Type /EmbeddedFile \(more) /Length \(length ?? data.utf8.count) >>\n"
      + "stream\n\(data)\nendstream"
  }

  /// A catalog with more entries.
  static func catalog(_ more: String) -> String { "<< /Type /Catalog /Pages 2 0 R \(more) >>" }

  /// The usual objects: the store in 5, its file specification in 4, listed in `AF`.
  static func objects(_ changes: [Int: String] = [:]) -> [Int: String] {
    [1: catalog("/AF [4 0 R]"), 4: specification(5), 5: stream()].merging(changes) { $1 }
  }
}
