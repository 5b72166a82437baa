import BroadsealBytes

/// The label of an assertion and what it says (C2PA 2.4 §6.2, §6.4).
package struct AssertionLabel: Hashable, Sendable {
  /// The label as received: `c2pa.ingredient.v3__1`.
  package let text: String
  /// The label without its instance number: `c2pa.ingredient.v3`. The old thumbnails' file type is
  /// taken off as well: `c2pa.thumbnail.claim` for `c2pa.thumbnail.claim.jpeg`.
  package let base: String
  /// The instance number: 0 for the first instance, which bears none.
  package let instance: Int
  let kind: Kind

  /// Reads a label.
  package init(_ text: String) {
    self.text = text
    var stem = text[...]
    for kind in ["c2pa.thumbnail.claim", "c2pa.thumbnail.ingredient"] where text.hasPrefix(kind) {
      let rest = text.dropFirst(kind.count)
      guard rest.first == "." || rest.first == "_" else { continue }
      stem = text[..<(rest.firstIndex(of: ".") ?? text.endIndex)]
    }
    (base, instance) = AssertionLabel.split(stem)
    kind = Kind(base: base)
  }

  /// The label of an instance of `base`: without a number for the first.
  package init(base: String, instance: Int) {
    self.base = base
    self.instance = instance
    kind = Kind(base: base)
    text = instance == 0 ? base : "\(base)__\(instance)"
  }

  /// Looks at bytes: to look at characters costs more than all the rest, and digits are ASCII.
  private static func split(_ stem: Substring) -> (String, Int) {
    let bytes = stem.utf8
    let count = bytes.reversed().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      .count
    guard count > 0 else { return (String(stem), 0) }
    let (mark, digits) = (bytes.dropLast(count), bytes.suffix(count))
    let isThumbnail = stem.hasPrefix("c2pa.thumbnail.")
    let separator =
      mark.suffix(2).elementsEqual("__".utf8)
      ? 2 : isThumbnail && mark.last == UInt8(ascii: "_") ? 1 : 0
    guard separator > 0, digits.first != UInt8(ascii: "0"), count <= 9,
      let number = Int(Substring(digits))
    else { return (String(stem), 0) }
    return (String(Substring(mark.dropLast(separator))), number)
  }
}
