extension PDFComparison {
  /// Entries of a trailer that every update writes anew, those of a cross-reference stream, and a checksum that one
  /// office program notes and others drop: no reader looks at it.
  private static let free: Set<PDFName> = [
    "Size", "Prev", "ID", "XRefStm", "Type", "W", "Index", "Length", "Filter", "DecodeParms",
    "Info", "DocChecksum",
  ]

  /// The newest trailer names the same catalog and the same encryption, and adds nothing that is not
  /// known (OBJ-1); what it says of the document (`Info`) is a change of metadata.
  mutating func compareTrailers() throws(DocumentError) {
    let (one, other) = (old.trailer, new.trailer)
    if differences(one, other).contains(where: { !PDFComparison.free.contains($0) }) {
      note(.changed, .trailer, "the trailer says something else")
    }
    // The first identifier is a part of the key.
    if one["Encrypt"] != nil, !isSame(one["ID"]?.items?.first, other["ID"]?.items?.first) {
      note(.changed, .trailer, "the trailer of an encrypted document has another ID")
    }
    try compareMetadata(one["Info"], other["Info"], .trailer)
  }

  /// Compares what a document says of itself, of which nothing on a page depends.
  mutating func compareMetadata(
    _ one: PDFPart?, _ other: PDFPart?, _ rule: LaterRule
  ) throws(DocumentError) {
    if !isSame(one, other) {
      note(.metadata, rule, "what the document says of itself was changed")
    }
    guard let number = one?.object.reference?.number, moved.contains(number) else { return }
    guard let before = try old.object(number), let after = try new.object(number) else { return }
    if try !isSame(before, after), !isSameButForNulls(before, after) {
      guard isUsed(number, times: 1) else { return }
      note(.metadata, rule, "what the document says of itself was changed")
    }
    explain(before.reference)
  }

  /// Whether two dictionaries say the same to whoever inherits nothing: there, null is what is not there.
  private func isSameButForNulls(_ one: PDFIndirectObject, _ other: PDFIndirectObject) -> Bool {
    let encrypted = old.document.security != nil
    let (before, after) = (one.part(encrypted: encrypted), other.part(encrypted: encrypted))
    guard before.dictionary != nil, after.dictionary != nil, one.data == nil, other.data == nil
    else { return false }
    return differences(before, after).allSatisfy { before[$0] == nil && after[$0] == nil }
  }
}
