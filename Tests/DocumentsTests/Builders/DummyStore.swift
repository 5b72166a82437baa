import BroadsealBytes

/// A JUMBF superbox with the type and label of a manifest store and meaningless content.
enum DummyStore {
  /// A store of exactly `size` bytes, at least `leastSize`; `seed` varies its content.
  static func bytes(_ size: Int, seed: UInt8 = 1) -> [UInt8] {
    var writer = ByteWriter(capacity: size)
    writer.writeBigEndian(UInt32(size))
    writer.write("jumb")
    writer.writeBigEndian(UInt32(30))
    writer.write("jumd")
    writer.write([0x63, 0x32, 0x70, 0x61, 0, 0x11, 0, 0x10, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71])
    writer.write(3)
    writer.write("c2pa\0")
    let rest = size - writer.count
    writer.writeBigEndian(UInt32(rest))
    writer.write("free")
    for index in 0..<(rest - 8) { writer.write(UInt8(truncatingIfNeeded: index * 31) ^ seed) }
    return writer.bytes
  }

  static let leastSize = 46
}
