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

extension AssertionLabel {
  /// What an assertion is, as far as many rules ask: found once, when the label is read.
  enum Kind: Hashable, Sendable {
    case actions
    case ingredient
    case hardBinding
    case multiAssetHash
    case thumbnail
    case other

    /// The kind of a label without its instance number, compared byte by byte.
    init(base: String) {
      self = Kind.labels.first { $0.label.isExactly(base) }?.kind ?? .other
    }

    /// `c2pa.hash.bmff` of version 1 counts for nothing since C2PA 2.1.
    private static let labels: [(label: String, kind: Kind)] = [
      ("c2pa.actions", .actions), ("c2pa.actions.v2", .actions),
      ("c2pa.ingredient", .ingredient), ("c2pa.ingredient.v2", .ingredient),
      ("c2pa.ingredient.v3", .ingredient),
      ("c2pa.hash.data", .hardBinding), ("c2pa.hash.boxes", .hardBinding),
      ("c2pa.hash.bmff.v2", .hardBinding), ("c2pa.hash.bmff.v3", .hardBinding),
      ("c2pa.hash.collection.data", .hardBinding), ("c2pa.hash.segment", .hardBinding),
      ("c2pa.hash.multi-asset", .multiAssetHash),
      ("c2pa.thumbnail.claim", .thumbnail), ("c2pa.thumbnail.ingredient", .thumbnail),
    ]
  }

  /// Whether the assertion lists actions, in either version.
  package var isActions: Bool { kind == .actions }

  /// Whether the assertion describes an ingredient, in any version.
  package var isIngredient: Bool { kind == .ingredient }

  /// Whether the assertion binds the manifest to the bytes of the asset (C2PA 2.5 §14.10.1.2).
  package var isHardBinding: Bool { kind == .hardBinding }

  /// Whether the assertion holds the hashes of a multi-part asset, which is no hard binding.
  package var isMultiAssetHash: Bool { kind == .multiAssetHash }

  /// Whether the assertion is a thumbnail, under its old labels too.
  package var isThumbnail: Bool { kind == .thumbnail }

  /// Whether `base` is, byte by byte, one of `labels`.
  package func isOne(of labels: [String]) -> Bool {
    labels.contains { base.isExactly($0) }
  }
}
