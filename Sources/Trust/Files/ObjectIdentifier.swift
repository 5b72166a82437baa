import BroadsealBytes

/// Dotted object identifiers (X.660), as they stand in settings and trust lists.
package enum ObjectIdentifier {
  /// `anyPolicy` (RFC 5280 §4.2.1.4).
  package static let anyPolicy = "2.5.29.32.0"

  /// Whether `text` is two or more decimal numbers with dots, without leading zeros, whose first
  /// two numbers are possible.
  package static func isValid(_ text: String) -> Bool {
    let arcs = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard text.utf8.count <= 256, arcs.count >= 2 else { return false }
    for arc in arcs {
      guard let first = arc.first, arc.count == 1 || first != UInt8(ascii: "0"),
        arc.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
      else { return false }
    }
    guard arcs[0].count == 1, let root = arcs[0].first, root <= UInt8(ascii: "2") else {
      return false
    }
    let second = arcs[1].reduce(0) { min($0 * 10 + Int($1 - UInt8(ascii: "0")), 1_000) }
    return root == UInt8(ascii: "2") || second < 40
  }
}

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
