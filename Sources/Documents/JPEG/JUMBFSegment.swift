import BroadsealBytes

/// An `APP11` segment that holds a JUMBF box or a part of one (ISO/IEC 19566-5:2023, D.2).
struct JUMBFSegment: Hashable, Sendable {
  /// The whole marker segment.
  let range: ByteRange
  /// Box instance number: equal in the segments of one box.
  let instance: UInt16
  /// Packet sequence number, from 1.
  let sequence: UInt32
  /// Length and type of the box, as every segment of it repeats them: 8 or 16 bytes.
  let header: [UInt8]
  /// Bytes of the box in this segment, from its header on.
  let content: ByteRange
  /// Whether the box begins here and describes itself as a C2PA manifest store.
  let isStore: Bool
  /// Whether the box has the type of a superbox, as a store must.
  let isSuperbox: Bool

  /// Common identifier `JP`, instance and sequence number.
  static let frameSize = 8
  /// `FF EB`, the segment's length, and the frame.
  static let overhead = 4 + frameSize
  /// Length and type of a box whose length is not extended.
  static let headerSize = 8

  /// Type of a C2PA manifest store's superbox (C2PA 2.5 §11.5).
  private static let storeType: [UInt8] = [
    0x63, 0x32, 0x70, 0x61, 0x00, 0x11, 0x00, 0x10, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71,
  ]

  /// Reads the start of an `APP11` segment; nil when it holds no JUMBF box.
  init?(_ segment: JPEGSegment, in window: inout ByteWindow) throws(DocumentError) {
    let place = segment.payload
    let wanted = min(place.length, 64)
    guard segment.marker == .application11, wanted >= JUMBFSegment.frameSize + 8,
      let bytes = try window.bytes(wanted, at: place.start)
    else { return nil }
    var reader = ByteReader(bytes)
    do throws(Malformed) {
      guard try reader.readUInt16() == 0x4A50 else { return nil }
      instance = try reader.readUInt16()
      sequence = try reader.readUInt32()
      let box = reader.rest
      let isExtended = try reader.readUInt32() == 1
      let type = try reader.readUInt32()
      header = Array(box.prefix(isExtended ? 16 : JUMBFSegment.headerSize))
      let start = place.start + JUMBFSegment.frameSize
      guard let content = ByteRange(start..<place.end), content.length >= header.count else {
        return nil
      }
      self.content = content
      isSuperbox = type == JUMBFSegment.superbox
      range = segment.range
      // After the header comes the description box: length, `jumd`, type.
      let description = box.dropFirst(header.count)
      isStore =
        description.count >= 24
        && description.dropFirst(4).starts(with: "jumd".utf8)
        && description.dropFirst(8).starts(with: JUMBFSegment.storeType)
    } catch { return nil }
  }

  private static let superbox: UInt32 = 0x6A75_6D62  // jumb
}
