import BroadsealBytes

/// Builds DER elements from the inside out; each function returns one whole element.
enum DERWriter {
  /// An element with its identifier octet and the shortest length (X.690 §10.1).
  static func element(_ tag: UInt8, _ contents: some Collection<UInt8>) -> [UInt8] {
    var bytes = [tag]
    let count = contents.count
    if count < 0x80 {
      bytes.append(UInt8(count))
    } else {
      let digits = bigEndian(UInt64(count))
      bytes.append(0x80 | UInt8(digits.count))
      bytes += digits
    }
    return bytes + contents
  }

  static func sequence(_ elements: [[UInt8]]) -> [UInt8] {
    element(DERTag.sequence, Array(elements.joined()))
  }

  static func set(_ elements: [[UInt8]]) -> [UInt8] {
    element(DERTag.set, Array(elements.joined()))
  }

  /// A non-negative integer from its bytes, most significant first.
  static func integer(_ magnitude: some Collection<UInt8>) -> [UInt8] {
    let digits = Array(magnitude.drop { $0 == 0 })
    guard let first = digits.first else { return element(DERTag.integer, [0]) }
    return element(DERTag.integer, first >= 0x80 ? [0] + digits : digits)
  }

  static func integer(_ value: Int) -> [UInt8] {
    integer(bigEndian(UInt64(max(0, value))))
  }

  static func boolean(_ value: Bool) -> [UInt8] {
    element(DERTag.boolean, [value ? 0xFF : 0x00])
  }

  static func octetString(_ bytes: [UInt8]) -> [UInt8] { element(DERTag.octetString, bytes) }

  /// A bit string; `unused` bits of the last byte are not part of it.
  static func bitString(_ bytes: [UInt8], unused: UInt8 = 0) -> [UInt8] {
    element(DERTag.bitString, [unused] + bytes)
  }

  /// An object identifier from its dotted form; an arc that is no number counts as zero.
  static func objectIdentifier(_ dotted: String) -> [UInt8] {
    let arcs = dotted.split(separator: ".").map { UInt64($0) ?? 0 }
    guard arcs.count >= 2 else { return element(DERTag.objectIdentifier, [0]) }
    var contents: [UInt8] = []
    for arc in [arcs[0] * 40 + arcs[1]] + arcs.dropFirst(2) {
      var groups = [UInt8(arc & 0x7F)]
      var rest = arc >> 7
      while rest > 0 {
        groups.append(UInt8(rest & 0x7F) | 0x80)
        rest >>= 7
      }
      contents += groups.reversed()
    }
    return element(DERTag.objectIdentifier, contents)
  }

  /// A time as certificates carry it: UTCTime until 2049, GeneralizedTime after (RFC 5280 §4.1.2.5).
  static func time(_ time: UTCTime) -> [UInt8] {
    let digits = time.rfc3339.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let short = (1950..<2050).contains(time.calendarDate.year)
    return element(
      short ? DERTag.utcTime : DERTag.generalizedTime,
      (short ? Array(digits.dropFirst(2)) : digits) + [UInt8(ascii: "Z")])
  }

  private static func bigEndian(_ value: UInt64) -> [UInt8] {
    (0..<8).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }.drop { $0 == 0 }
      .map { $0 }
  }
}
