import BroadsealBytes
import BroadsealFiles

/// Where XMP stands in bytes that hold other text too (ISO 16684-1 §7.4): each element `RDF`, whatever
/// its prefix. A page that quotes a term of a vocabulary says nothing about itself.
enum RDFRegions {
  /// The regions of `source` that stand in `ranges`, in their order.
  static func find(
    in source: ByteSource, among ranges: [ByteRange]
  ) throws(DocumentError) -> [ByteRange] {
    var regions: [ByteRange] = []
    for range in ranges {
      for region in find(in: try source.bytes(range)) {
        let place = range.start + region.lowerBound..<range.start + region.upperBound
        if let found = ByteRange(place) { regions.append(found) }
      }
    }
    return regions
  }

  /// The regions from the start of each opening tag to its end tag, or to the end of `bytes`.
  static func find(in bytes: [UInt8]) -> [Range<Int>] {
    // Most files have none, and whatever else they hold need not be looked at twice.
    guard holdsName(bytes.span) else { return [] }
    var regions: [Range<Int>] = []
    var position = 0
    while let (start, end) = tag(in: bytes, from: position, isClosing: false) {
      let closing = tag(in: bytes, from: end, isClosing: true)
      regions.append(start..<(closing?.end ?? bytes.count))
      guard let closing else { break }
      position = closing.end
    }
    return regions
  }

  private static let name = Array("RDF".utf8)
  /// Longest prefix that is looked for, in bytes.
  private static let longestPrefix = 32

  /// The next tag of that element: where it begins, and where its name ends.
  private static func tag(
    in bytes: [UInt8], from: Int, isClosing: Bool
  ) -> (start: Int, end: Int)? {
    var position = from
    while let bracket = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = bracket + 1
      var index = position
      if isClosing {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "/") else { continue }
        index += 1
      }
      let word = bytes[index...].prefix(longestPrefix + name.count + 1).prefix(while: isNamePart)
      // The name begins with the word, or behind the last colon in it.
      let before = word.dropLast(name.count).last
      if word.suffix(name.count).elementsEqual(name), before ?? colon == colon {
        return (bracket, word.endIndex)
      }
    }
    return nil
  }

  /// Whether the name stands anywhere in `bytes`: of three bytes in a row one is looked at, until it is a letter of
  /// the name.
  private static func holdsName(_ bytes: borrowing Span<UInt8>) -> Bool {
    var last = 2
    while last < bytes.count {
      switch bytes[last] {
      case UInt8(ascii: "F"):
        if bytes[last - 1] == UInt8(ascii: "D"), bytes[last - 2] == UInt8(ascii: "R") {
          return true
        }
        last += 3
      case UInt8(ascii: "D"): last += 1
      case UInt8(ascii: "R"): last += 2
      default: last += 3
      }
    }
    return false
  }

  private static let colon = UInt8(ascii: ":")

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x2D, 0x2E: true
    default: byte >= 0x80
    }
  }
}
