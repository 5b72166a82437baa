import BroadsealBytes

/// One more revision of a PDF, as somebody else's program adds it.
enum LaterRevision {
  /// The file after `objects`, the text between `obj` and `endobj` of each.
  static func adding(_ objects: [Int: String], to file: [UInt8]) -> [UInt8] {
    var bytes = file
    var table = ""
    for (number, object) in objects.sorted(by: { $0.key < $1.key }) {
      table += "\(number) 1\n\(padded(bytes.count)) 00000 n \n"
      bytes += Array("\(number) 0 obj\n\(object)\nendobj\n".utf8)
    }
    let start = bytes.count
    let text =
      "xref\n\(table)trailer\n<< /Size 100 /Root 1 0 R /Prev \(section(of: file)) >>\n"
      + "startxref\n\(start)\n%%EOF\n"
    return bytes + Array(text.utf8)
  }

  /// The newest text of an object that stands for itself.
  static func object(_ number: Int, in file: [UInt8]) -> String {
    let text = String(decoding: file, as: UTF8.self)
    let newest = text.split(separator: "\n\(number) 0 obj\n", omittingEmptySubsequences: false).last
    return newest.map(String.init)?.split(separator: "\nendobj").first.map(String.init) ?? ""
  }

  /// Where the newest cross-reference section stands.
  static func section(of file: [UInt8]) -> Int {
    let tail = String(decoding: file.suffix(64), as: UTF8.self)
    let words = tail.split { $0.isWhitespace }
    return words.dropLast().last.flatMap { Int($0) } ?? 0
  }

  /// Ten digits.
  static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }
}
