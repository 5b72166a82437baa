import BroadsealCBOR

extension DataHash {
  /// The same binding with its padding chosen so that its encoding has exactly `size` bytes; nil
  /// when even without padding it is longer.
  ///
  /// A byte string's head grows by a byte at some lengths, so one run of zeros cannot reach every
  /// size; `pad2` takes what is left.
  package func padded(toSize size: Int) -> DataHash? {
    let bare = with(pad: 0, pad2: nil)
    let missing = size - bare.encodedSize
    guard missing >= 0 else { return nil }
    if let count = DataHash.content(of: missing + 1) { return with(pad: count, pad2: nil) }
    let beside = missing - (with(pad: 0, pad2: 0).encodedSize - bare.encodedSize)
    guard beside >= 0 else { return nil }
    for second in 0...min(beside, 8) {
      guard let count = DataHash.content(of: beside - second + 1) else { continue }
      return with(pad: count, pad2: second)
    }
    return nil
  }

  /// How many bytes the assertion's CBOR has.
  package var encodedSize: Int { CBOR.Encoder.encode(asValue).count }

  private func with(pad: Int, pad2: Int?) -> DataHash {
    DataHash(
      exclusions: exclusions, algorithm: algorithm ?? "sha256", hash: hash, name: name,
      pad: [UInt8](repeating: 0, count: pad),
      pad2: pad2.map { [UInt8](repeating: 0, count: $0) })
  }

  /// The length of the byte string whose head and content have `size` bytes; nil for the sizes that
  /// no byte string has.
  private static func content(of size: Int) -> Int? {
    for head in [1, 2, 3, 5, 9] where size >= head {
      let count = size - head
      if CBOR.Encoder.headSize(count) == head { return count }
    }
    return nil
  }
}
