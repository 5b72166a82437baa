import BroadsealBytes

/// One more revision of a PDF, as somebody else's program adds it.
enum LaterRevision {
  /// The file after `objects`, the text between `obj` and `endobj` of each.
  static func adding(_ objects: [Int: String], to file: [UInt8], size: Int = 100) -> [UInt8] {
    var bytes = file
    var table = ""
    for (number, object) in objects.sorted(by: { $0.key < $1.key }) {
      table += "\(number) 1\n\(padded(bytes.count)) 00000 n \n"
      bytes += Array("\(number) 0 obj\n\(object)\nendobj\n".utf8)
    }
    let start = bytes.count
    let text =
      "xref\n\(table)trailer\n<< /Size \(size) /Root 1 0 R /Prev \(section(of: file)) >>\n"
      + "startxref\n\(start)\n%%EOF\n"
    return bytes + Array(text.utf8)
  }

  /// The file after an object that no cross-reference names, which readers find that search for objects.
  static func hiding(_ number: Int, _ object: String, in file: [UInt8]) -> [UInt8] {
    let bytes = file + Array("\(number) 0 obj\n\(object)\nendobj\n".utf8)
    let text =
      "xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 100 /Root 1 0 R /Prev \(section(of: file)) >>\n"
      + "startxref\n\(bytes.count)\n%%EOF\n"
    return bytes + Array(text.utf8)
  }

  /// The file after a hybrid update (ISO 32000-1 §7.5.8.4): its table frees the object, its stream leads to the
  /// place where it always was.
  static func veiling(_ number: Int, in file: [UInt8]) -> [UInt8] {
    let place = file.firstRange(of: Array("\n\(number) 0 obj".utf8)).map { $0.lowerBound + 1 } ?? 0
    var bytes = file
    let stream = bytes.count
    let entry =
      [1] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: place >> $0) }
      + [UInt8](repeating: 0, count: 2)
    bytes += Array(
      ("90 0 obj\n<< /Type /XRef /W [1 4 2] /Index [\(number) 1] /Size 100 /Length \(entry.count) >>\n"
        + "stream\n").utf8)
    bytes += entry + Array("\nendstream\nendobj\n".utf8)
    let start = bytes.count
    let text =
      "xref\n\(number) 1\n0000000000 00001 f \ntrailer\n<< /Size 100 /Root 1 0 R "
      + "/Prev \(section(of: file)) /XRefStm \(stream) >>\nstartxref\n\(start)\n%%EOF\n"
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
