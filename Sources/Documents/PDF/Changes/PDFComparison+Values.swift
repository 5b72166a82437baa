import BroadsealBytes

extension PDFComparison {
  /// Whether a value of the signed revision and one of the whole file say the same: equal values, and
  /// references to the same objects, which are compared by themselves.
  func isSame(_ one: PDFPart?, _ other: PDFPart?) -> Bool {
    // A null that is there is not nothing: PDFium takes it for the page's own value, and inherits none.
    guard let one, let other else { return one == nil && other == nil }
    if isWritten(one, as: other) { return keepsReferences(one.value) }
    switch (one.object, other.object) {
    case (.null, .null): return true
    case (.boolean(let left), .boolean(let right)): return left == right
    case (.integer(let left), .integer(let right)):
      return left == right && PDFComparison.isSameNumber(one, other)
    // Not `8` and `8.0`: where an integer belongs, Poppler takes no other number.
    case (.real, .real): return PDFComparison.isSameNumber(one, other)
    case (.name(let left), .name(let right)):
      return left == right && (one.raw == other.raw || !(one.raw + other.raw).contains(0x23))
    case (.reference(let left), .reference(let right)):
      // A reference to nothing is null (ISO 32000-2 §7.3.10).
      let isThere = (old.reference(left.number) == left, new.reference(right.number) == right)
      return isThere.0 == isThere.1 && (left == right || !isThere.0)
    case (.string(let left), .string(let right)):
      guard PDFComparison.isPlainString(one.raw), PDFComparison.isPlainString(other.raw),
        let left = plain(left, of: one), let right = plain(right, of: other)
      else {
        return false
      }
      return left == right
    case (.array(let left), .array(let right)):
      return left.count == right.count
        && zip(left, right).allSatisfy { isSame(one.part($0), other.part($1)) }
    case (.dictionary, .dictionary): return differences(one, other).isEmpty
    default: return false
    }
  }

  /// Whether two values are the same text, with strings that are encrypted in the same way: then they are made of
  /// equal values, but for what references lead to.
  private func isWritten(_ one: PDFPart, as other: PDFPart) -> Bool {
    // A trailer is put together, and has no text.
    guard !one.value.bounds.isEmpty, one.value.bounds.count == other.value.bounds.count else {
      return false
    }
    return one.strings == other.strings && one.raw == other.raw
  }

  /// Whether each reference in a value of both leads to something in both, or in neither.
  private func keepsReferences(_ value: PDFValue) -> Bool {
    switch value.object {
    case .reference(let reference):
      (old.reference(reference.number) == reference)
        == (new.reference(reference.number) == reference)
    case .array(let items): items.allSatisfy { keepsReferences($0) }
    case .dictionary(let dictionary): dictionary.entries.allSatisfy { keepsReferences($0.value) }
    default: true
    }
  }

  /// The keys under which two dictionaries say different things.
  func differences(_ one: PDFPart?, _ other: PDFPart?) -> [PDFName] {
    let (before, after) = (one?.dictionary?.entries ?? [], other?.dictionary?.entries ?? [])
    // Nearly all are written as they were, or have at least their keys in the same order.
    if let one, let other, isWritten(one, as: other) {
      return before.compactMap { keepsReferences($0.value) ? nil : $0.key }
    }
    if before.count == after.count, zip(before, after).allSatisfy({ $0.key == $1.key }) {
      return zip(before, after).compactMap { entry, twin in
        isSame(one?.part(entry.value), other?.part(twin.value), under: entry.key) ? nil : entry.key
      }
    }
    var rest: [PDFName: PDFValue] = [:]
    for entry in after { rest[entry.key] = entry.value }
    var differences: [PDFName] = []
    for entry in before {
      let value = rest.removeValue(forKey: entry.key)
      if !isSame(one?.part(entry.value), value.flatMap { other?.part($0) }, under: entry.key) {
        differences.append(entry.key)
      }
    }
    // In the order of the entries: what is said first must not depend on chance.
    let added = after.filter { rest[$0.key] != nil }
    return differences + added.map(\.key)
  }

  /// Boxes, whose numbers every reader takes in either form, and programs write anew in the other.
  private static let boxes: Set<PDFName> = [
    "MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox", "Rect", "BBox",
  ]

  /// Characters of a coordinate that is another form of the same: `5000000000` is 0 to PDFium, and `5000000000.0` is not.
  private static let maximumCoordinate = 9

  /// Whether what stands under `key` says the same in both: in a box, `612.0` is `612`.
  private func isSame(_ one: PDFPart?, _ other: PDFPart?, under key: PDFName) -> Bool {
    if isSame(one, other) { return true }
    guard PDFComparison.boxes.contains(key), let one = one?.items, let other = other?.items,
      one.count == other.count
    else { return false }
    return zip(one, other).allSatisfy { left, right in
      left.object.isNumber && right.object.isNumber
        && max(left.raw.count, right.raw.count) <= PDFComparison.maximumCoordinate
        && PDFComparison.isSameNumber(left, right)
    }
  }

  /// Whether two objects say the same, the data of streams included.
  func isSame(_ one: PDFIndirectObject, _ other: PDFIndirectObject) throws(DocumentError) -> Bool {
    let encrypted = old.document.security != nil
    guard one.reference == other.reference,
      isSame(one.part(encrypted: encrypted), other.part(encrypted: encrypted))
    else { return false }
    switch (one.data, other.data) {
    case (nil, nil): return true
    case (let left?, let right?):
      guard left.length == right.length else { return false }
      if left == right { return true }
      return try old.document.file.read(one, left) == new.document.file.read(other, right)
    default: return false
    }
  }

  /// Whether two numbers are one, each short enough for every reader: PDFium reads 255 characters, and zeros
  /// before a number push it out of them.
  private static func isSameNumber(_ one: PDFPart, _ other: PDFPart) -> Bool {
    if one.raw == other.raw { return true }
    return max(one.raw.count, other.raw.count) <= 16 && digits(one.raw) == digits(other.raw)
  }

  /// The digits of a number without what does not count, so that `612.0` is `612`.
  private static func digits(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let isNegative = text.first == UInt8(ascii: "-")
    let figures = text.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    let parts = figures.split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    var whole = Array((parts.first ?? []).drop { $0 == UInt8(ascii: "0") })
    var fraction = Array(parts.count > 1 ? parts[1] : [])
    while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    if !fraction.isEmpty { whole += [UInt8(ascii: ".")] + fraction }
    return isNegative && !whole.isEmpty ? [UInt8(ascii: "-")] + whole : whole
  }

  /// Whether every reader takes the same bytes for a string: of `\516` the standard keeps eight bits
  /// (ISO 32000-2 §7.3.4.2), and pdf.js another letter.
  private static func isPlainString(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "(") else { return true }
    return !zip(text, text.dropFirst()).contains { byte, next in
      byte == UInt8(ascii: "\\") && (UInt8(ascii: "4")...UInt8(ascii: "7")).contains(next)
    }
  }

  /// A string as it was before encryption; nil when it cannot be decrypted.
  private func plain(_ string: [UInt8], of part: PDFPart) -> [UInt8]? {
    try? PDFStringCodec(security: old.document.security).decode(string, from: part.strings)
  }
}
