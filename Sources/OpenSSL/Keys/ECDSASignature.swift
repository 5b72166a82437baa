import BroadsealBytes

/// An ECDSA signature in its two forms: raw `r ‖ s` as COSE and JWS carry it (RFC 9053 §2.1), and
/// the DER sequence that OpenSSL and certificates use.
package struct ECDSASignature: Hashable, Sendable {
  /// `r` and `s`, most significant byte first, each as long as the curve's field.
  package let raw: [UInt8]

  /// A raw signature; nil when its length is not the curve's, or either half is zero.
  package init?(raw: [UInt8], curve: EllipticCurve) {
    let half = curve.fieldSize
    guard raw.count == 2 * half, raw[..<half].contains(where: { $0 != 0 }),
      raw[half...].contains(where: { $0 != 0 })
    else { return nil }
    self.raw = raw
  }

  /// A DER signature; nil when it is not strict DER or a half is too long for the curve.
  package init?(der: [UInt8], curve: EllipticCurve) {
    var outer = DERReader(der)
    guard var inner = try? outer.enter(), outer.isAtEnd,
      let first = try? inner.contents(of: DERTag.integer),
      let second = try? inner.contents(of: DERTag.integer), inner.isAtEnd,
      let r = Self.padded(first, to: curve.fieldSize),
      let s = Self.padded(second, to: curve.fieldSize)
    else { return nil }
    self.init(raw: r + s, curve: curve)
  }

  /// Whether `s` is the lesser of the two values that verify alike, s and n − s.
  ///
  /// Anybody can turn one into the other: where nothing else covers a signature, only one form of it may
  /// count. The house writes the lesser.
  package func isLow(on curve: EllipticCurve) -> Bool {
    let s = Array(raw[(raw.count / 2)...])
    return !ECDSASignature.difference(curve.order, s).lexicographicallyPrecedes(s)
  }

  /// A raw signature with n − s in the place of s, which verifies too; nil when the bytes are no signature.
  package static func twin(of raw: [UInt8], on curve: EllipticCurve) -> [UInt8]? {
    guard let signature = ECDSASignature(raw: raw, curve: curve) else { return nil }
    let half = raw.count / 2
    return signature.raw[..<half] + difference(curve.order, Array(signature.raw[half...]))
  }

  /// The same signature with the lesser `s`.
  package func low(on curve: EllipticCurve) -> [UInt8] {
    isLow(on: curve) ? raw : ECDSASignature.twin(of: raw, on: curve) ?? raw
  }

  /// `first` − `second`, both of one length and the first the greater.
  private static func difference(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
    var borrow = 0
    var digits: [UInt8] = []
    for (one, other) in zip(first, second).reversed() {
      let digit = Int(one) - Int(other) - borrow
      borrow = digit < 0 ? 1 : 0
      digits.append(UInt8(truncatingIfNeeded: digit))
    }
    return digits.reversed()
  }

  /// The DER form.
  package var der: [UInt8] {
    let half = raw.count / 2
    return DERWriter.sequence([DERWriter.integer(raw[..<half]), DERWriter.integer(raw[half...])])
  }

  private static func padded(_ integer: ArraySlice<UInt8>, to count: Int) -> [UInt8]? {
    guard let first = integer.first, first < 0x80 else { return nil }
    if first == 0, integer.count > 1, integer[integer.startIndex + 1] < 0x80 { return nil }
    let digits = integer.drop { $0 == 0 }
    guard digits.count <= count else { return nil }
    return [UInt8](repeating: 0, count: count - digits.count) + digits
  }
}
