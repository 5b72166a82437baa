import BroadsealBytes
package import BroadsealFiles

extension Document {
  /// How many bytes of a PDF stand before something behind its last end, where that alone keeps a label from being put
  /// in or taken out; nil where nothing stands there, or more is amiss.
  package func lengthBeforeExcess() throws(SourceError) -> Int? {
    guard format == .pdf else { return nil }
    let start = max(0, source.size - Document.reach)
    let tail = try source.part(from: start, length: Document.reach)
    var last: Int?
    while let found = tail.firstIndex(of: "%%EOF", from: last.map { $0 + 1 }) { last = found }
    guard let last else { return nil }
    let behind = tail[(last + 5)...].prefix(2)
    let line =
      behind.elementsEqual([0x0D, 0x0A]) ? 2 : behind.first == 0x0A || behind.first == 0x0D ? 1 : 0
    let length = start + (last - tail.startIndex) + 5 + line
    guard length < source.size, let range = ByteRange(start: 0, length: length),
      let carrier = try Document(source.part(range), path: path).carrier,
      (try? carrier.reserve(Document.trialSize, insisting: false)) != nil
    else { return nil }
    return length
  }

  /// Bytes at the end in which the last end is looked for.
  private static let reach = 1 << 16
  /// Bytes of a store that is only tried.
  private static let trialSize = 4_096
}
