import BroadsealBytes

/// A text file of key purposes, one object identifier a line, as C2PA tools ship it (`store.cfg`).
///
/// Lines that start with `//` or `#` are comments. Anything else that is not a dotted object
/// identifier is an error.
enum PurposeFile {
  /// The object identifiers of the file, in order.
  static func parse(_ bytes: [UInt8], name: String) throws(TrustError) -> [String] {
    var purposes: [String] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      let text = String(decoding: line, as: UTF8.self)
        .split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" }).joined(separator: " ")
      if text.isEmpty || text.hasPrefix("//") || text.hasPrefix("#") { continue }
      guard ObjectIdentifier.isValid(text) else {
        throw TrustError(.malformed, name, "line \(index + 1) is not an object identifier")
      }
      purposes.append(text)
    }
    guard !purposes.isEmpty else { throw TrustError(.malformed, name, "no object identifier") }
    return purposes
  }
}
