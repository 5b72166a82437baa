import BroadsealBytes

/// Cuts a manifest store into `APP11` segments (ISO/IEC 19566-5:2023, D.2; C2PA 2.5 §A.3.1).
struct JPEGFraming {
  /// Box instance number of every segment.
  let instance: UInt16

  /// The number that c2pa tools use; another is taken where a foreign box already has it.
  static let preferredInstance: UInt16 = 0x0211

  /// Most bytes of a box, past its header, that fit one segment: the length counts itself.
  private static let capacity = 65_535 - 2 - JUMBFSegment.frameSize - JUMBFSegment.headerSize

  /// How many bytes the segments of a store of `size` bytes take; nil when it has no box header.
  static func length(of size: Int) -> Int? {
    guard size > JUMBFSegment.headerSize else { return nil }
    let content = size - JUMBFSegment.headerSize
    let count = (content + capacity - 1) / capacity
    return content + count * (JUMBFSegment.overhead + JUMBFSegment.headerSize)
  }

  /// The segments for `store`; nil when it has no box header.
  func segments(of store: [UInt8]) -> [UInt8]? {
    guard let length = JPEGFraming.length(of: store.count) else { return nil }
    let header = store.prefix(JUMBFSegment.headerSize)
    var content = store.dropFirst(JUMBFSegment.headerSize)
    var writer = ByteWriter(capacity: length)
    var sequence: UInt32 = 1
    while !content.isEmpty {
      let part = content.prefix(JPEGFraming.capacity)
      content = content.dropFirst(part.count)
      writer.write([0xFF, JPEGMarker.application11.code])
      writer.writeBigEndian(
        UInt16(2 + JUMBFSegment.frameSize + JUMBFSegment.headerSize + part.count))
      writer.write("JP")
      writer.writeBigEndian(instance)
      writer.writeBigEndian(sequence)
      writer.write(header)
      writer.write(part)
      sequence += 1
    }
    return writer.bytes
  }
}
