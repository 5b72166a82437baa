import BroadsealBytes

/// The length and type at the head of a box (ISO 19566-5, LBox, TBox, XLBox).
struct BoxHeader {
  let type: BoxType
  let payloadLength: Int

  /// Reads a header and checks the length against what remains.
  ///
  /// A box of open length (LBox 0) is refused: where it ends would depend on the file around it.
  init(from reader: inout ByteReader) throws(Malformed) {
    let start = reader
    let short = try reader.readUInt32()
    type = BoxType(code: try reader.readUInt32())
    let length: UInt64
    let headerLength: UInt64
    switch short {
    case 0: throw start.malformed("a box has no length")
    case 1:
      length = try reader.readUInt64()
      headerLength = 16
    default:
      length = UInt64(short)
      headerLength = 8
    }
    guard length >= headerLength, let payload = Int(exactly: length - headerLength) else {
      throw start.malformed("a box is shorter than its header")
    }
    guard payload <= reader.remaining else {
      throw start.malformed("a box is longer than the bytes that hold it")
    }
    payloadLength = payload
  }
}
