import BroadsealBytes

@testable import BroadsealDocuments

/// A file whose catalog and page tree are in an object stream.
struct PDFObjectStreamSample {
  /// The file.
  let bytes: [UInt8]

  /// Replaces words of the stream's text before it is written.
  ///
  /// - Parameters:
  ///   - changes: what to replace, by words of the same length.
  ///   - catalog: the text of the catalog.
  ///   - aliases: how many numbers more the cross-reference gives to the place of the page tree.
  init(
    changes: [String: String] = [:], catalog: String = "<< /Type /Catalog /Pages 2 0 R >>",
    aliases: Int = 0
  ) {
    let objects = [
      catalog, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
    ]
    var header = ""
    var body = ""
    for (index, object) in objects.enumerated() {
      header += "\(index + 1) \(body.utf8.count) "
      body += object + " "
    }
    var text = header + body
    for (old, new) in changes {
      guard let start = text.range(of: old) else { continue }
      text.replaceSubrange(start, with: new)
    }
    var file = Array("%PDF-1.7\n".utf8)
    let container = file.count
    file += Array("4 0 obj\n<< /Type /ObjStm /N 3 /First \(header.utf8.count) ".utf8)
    file += Array("/Length \(text.utf8.count) >>\nstream\n\(text)\nendstream\nendobj\n".utf8)
    let section = file.count
    file += Array("5 0 obj\n<< /Type /XRef /Size \(6 + aliases) /Root 1 0 R /W [1 2 1] ".utf8)
    file += Array("/Index [1 \(5 + aliases)] /Length \(20 + aliases * 4) >>\nstream\n".utf8)
    var rows = ByteWriter()
    for index in 0..<3 { rows.write([2, 0, 4, UInt8(index)]) }
    for offset in [container, section] {
      rows.write(1)
      rows.writeBigEndian(UInt16(offset))
      rows.write(0)
    }
    for _ in 0..<aliases { rows.write([2, 0, 4, 1]) }
    file += rows.bytes
    file += Array("\nendstream\nendobj\nstartxref\n\(section)\n%%EOF\n".utf8)
    bytes = file
  }
}

extension String {
  /// Where `word` first stands.
  fileprivate func range(of word: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) {
        return start..<(index(start, offsetBy: word.count))
      }
      start = index(after: start)
    }
    return nil
  }
}
