import BroadsealBytes

/// How a store is written in an application extension: in sub-blocks of one length, save the last.
struct GIFFraming: Hashable, Sendable {
  /// Bytes of a sub-block.
  let part: Int

  /// The longest sub-blocks that there are.
  static let usual = GIFFraming(part: 255)
  /// Those of a file that was GIF87a, which knows no extensions, and that became GIF89a for its store: they tell
  /// whoever takes the store out again.
  static let ofFirstVersion = GIFFraming(part: 254)

  /// How many bytes a store of `size` bytes takes.
  func length(of size: Int) -> Int {
    GIFBlock.storeOpening.count + size + (size + part - 1) / part + 1
  }

  /// The whole extension.
  func block(of store: [UInt8]) -> [UInt8] {
    var block = ByteWriter(capacity: length(of: store.count))
    block.write(GIFBlock.storeOpening)
    for start in stride(from: 0, to: store.count, by: part) {
      let piece = store[start..<min(start + part, store.count)]
      block.write(UInt8(piece.count))
      block.write(piece)
    }
    block.write(0)
    return block.bytes
  }

  /// The data of the extension `block`.
  static func store(in block: [UInt8]) -> [UInt8] {
    var store: [UInt8] = []
    store.reserveCapacity(block.count)
    var place = GIFBlock.storeOpening.count
    while place < block.count, block[place] > 0 {
      let end = min(place + 1 + Int(block[place]), block.count)
      store += block[place + 1..<end]
      place = end
    }
    return store
  }

  /// The most bytes that the extension of a store takes which is not too large, in sub-blocks of one byte.
  static let longest = GIFBlock.storeOpening.count + 2 * StoreLimits.maximumSize + 1
}
