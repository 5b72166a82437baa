package import BroadsealCBOR
package import BroadsealOpenSSL

extension Sign1 {
  /// Why a signature cannot be brought to its reserved size.
  package struct SizeError: Error, Hashable, Sendable {
    /// Bytes of the signature without padding.
    package let needed: Int
    /// Bytes that were reserved.
    package let reserved: Int
  }

  /// Fewest bytes that padding takes: a reserved size must equal the unpadded one or exceed it by
  /// at least so many.
  package static let minimumPadding = padSize(HeaderLabel.padding, 0)

  /// The protected header of a claim signature: the algorithm and the certificates under 33, leaf
  /// first (C2PA 2.4 §14.5).
  package static func protectedHeader(
    _ algorithm: SignatureAlgorithm, certificates: [[UInt8]]
  ) -> [UInt8] {
    Encoder.encode(
      .map(
        Map([
          Map.Entry(
            key: Value(Int(HeaderLabel.algorithm)), value: Value(algorithm.coseIdentifier)),
          Map.Entry(
            key: Value(Int(HeaderLabel.x5chain)), value: X5Chain.value(of: certificates)),
        ])))
  }

  /// The same signature with other unprotected headers.
  package func with(unprotected: Map) -> Sign1 {
    Sign1(copying: self, unprotected: unprotected, signature: signature)
  }

  /// The same headers with another signature.
  package func with(signature: [UInt8]) -> Sign1 {
    Sign1(copying: self, unprotected: unprotected, signature: signature)
  }

  /// The tagged structure without padding of its own.
  package func encode() -> [UInt8] { encode(adding: []) }

  /// The tagged structure with that many zeros under `pad`, and under `pad2` unless nil.
  package func encode(padding first: Int, second: Int?) -> [UInt8] {
    encode(
      adding: [(HeaderLabel.padding, first)]
        + (second.map { [(HeaderLabel.secondPadding, $0)] } ?? []))
  }

  /// The tagged structure in exactly `totalSize` bytes, filled up with zeros under `pad`, and under
  /// `pad2` where no single byte string has the right length.
  package func encode(totalSize: Int) throws(SizeError) -> [UInt8] {
    let bare = encode()
    let missing = totalSize - bare.count
    guard missing != 0 else { return bare }
    let error = SizeError(needed: bare.count, reserved: totalSize)
    guard missing >= Self.minimumPadding, unprotected[HeaderLabel.padding] == nil,
      unprotected[HeaderLabel.secondPadding] == nil
    else { throw error }
    let second = Self.padSize(HeaderLabel.secondPadding, 0)
    let padded: [UInt8]
    if let count = Self.padCount(filling: missing) {
      padded = encode(adding: [(HeaderLabel.padding, count)])
    } else if let count = Self.padCount(filling: missing - second) {
      padded = encode(adding: [(HeaderLabel.padding, count), (HeaderLabel.secondPadding, 0)])
    } else {
      throw error
    }
    guard padded.count == totalSize else { throw error }
    return padded
  }

  private func encode(adding pads: [(String, Int)]) -> [UInt8] {
    let zeros = pads.map { label, count in
      Map.Entry(key: .text(label), value: .bytes([UInt8](repeating: 0, count: count)))
    }
    return Encoder.encode(
      .tagged(
        Self.tag,
        .array([
          .bytes(protectedBytes), .map(Map(unprotected.entries + zeros)), .null, .bytes(signature),
        ])))
  }

  /// Bytes of a header of `count` zeros, with its label.
  private static func padSize(_ label: String, _ count: Int) -> Int {
    1 + label.utf8.count + Encoder.headSize(count) + count
  }

  /// How many zeros make a header of exactly `size` bytes; nil when no number does.
  private static func padCount(filling size: Int) -> Int? {
    (1...9).lazy.map { size - 1 - HeaderLabel.padding.utf8.count - $0 }
      .first { $0 >= 0 && padSize(HeaderLabel.padding, $0) == size }
  }
}
