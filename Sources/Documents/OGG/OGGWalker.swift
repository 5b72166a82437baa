import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// Walks over the pages of an Ogg file in order (RFC 3533 §6).
struct OGGWalker {
  private let size: Int
  private var window: ByteWindow
  private var count = 0
  /// Where the next page begins; behind the last one, where other bytes begin.
  private(set) var offset = 0

  /// Begins at the first page.
  init(_ source: ByteSource) {
    size = source.size
    window = ByteWindow(source)
  }

  /// The next page; nil at the end of the file, and where something else follows a page.
  mutating func next() throws(DocumentError) -> OGGPage? {
    let start = offset
    guard start < size else { return nil }
    guard let opening = try window.bytes(OGGPage.opening.count, at: start),
      opening.elementsEqual(OGGPage.opening)
    else {
      guard start > 0 else { throw OGGWalker.error("no page of Ogg", at: 0) }
      return nil
    }
    count += 1
    guard count <= OGGLimits.maximumPages else {
      throw OGGWalker.error("more than \(OGGLimits.maximumPages) pages", at: start)
    }
    guard let header = try window.bytes(OGGPage.fixedLength, at: start).map(Array.init),
      let lacing = try window.bytes(Int(header[26]), at: start + OGGPage.fixedLength)
    else { throw truncated(at: start) }
    let headerLength = OGGPage.fixedLength + lacing.count
    let length = lacing.reduce(headerLength) { $0 + Int($1) }
    guard let range = ByteRange(start: start, length: length), range.end <= size else {
      throw truncated(at: start)
    }
    offset = range.end
    return OGGPage(
      range: range, headerLength: headerLength, flags: OGGPage.Flags(rawValue: header[5]),
      position: UInt64(OGGWalker.little(header[6..<14])),
      serial: UInt32(truncatingIfNeeded: OGGWalker.little(header[14..<18])),
      number: UInt32(truncatingIfNeeded: OGGWalker.little(header[18..<22])),
      packetEnds: lacing.count { $0 < 255 }, endsWithPacket: lacing.last ?? 255 < 255)
  }

  private static func little(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private func truncated(at offset: Int) -> DocumentError {
    .malformed(code: OGGCode.truncated.code, Malformed("the file ends inside a page", at: offset))
  }

  static func error(_ reason: String, at offset: Int) -> DocumentError {
    .malformed(code: OGGCode.structure.code, Malformed(reason, at: offset))
  }
}
