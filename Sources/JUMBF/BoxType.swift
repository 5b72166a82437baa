import BroadsealBytes

/// The four-character type of a box (ISO 19566-5, TBox).
package struct BoxType: Hashable, Sendable {
  /// The four characters as one number, the first in the most significant byte.
  package let code: UInt32

  /// A type by its number.
  package init(code: UInt32) { self.code = code }

  private init(_ characters: StaticString) {
    var code: UInt32 = 0
    for scalar in "\(characters)".unicodeScalars { code = code << 8 | scalar.value }
    self.code = code
  }

  /// A superbox: a description and the boxes it describes.
  package static let superbox = BoxType("jumb")
  /// The description at the head of a superbox.
  package static let description = BoxType("jumd")
  /// CBOR content.
  package static let cbor = BoxType("cbor")
  /// JSON content.
  package static let json = BoxType("json")
  /// The media type and name of an embedded file.
  package static let fileDescription = BoxType("bfdb")
  /// The bytes of an embedded file.
  package static let fileData = BoxType("bidb")
  /// An identifier of 16 bytes, then data.
  package static let uuid = BoxType("uuid")
  /// Brotli-compressed content (C2PA 2.4 §11.2.3).
  package static let brotli = BoxType("brob")
  /// The salt in a description's private field (C2PA 2.4 §8.4.2.3).
  package static let salt = BoxType("c2sh")
  /// Padding without meaning.
  package static let free = BoxType("free")
  /// A JPEG 2000 codestream, met in old thumbnails.
  package static let codestream = BoxType("jp2c")
}

extension BoxType: CustomStringConvertible {
  /// The four characters; a byte outside printable ASCII shows as a dot.
  package var description: String {
    var text = ""
    for shift: UInt32 in [24, 16, 8, 0] {
      let byte = UInt8(truncatingIfNeeded: code >> shift)
      text.unicodeScalars.append((0x20..<0x7F).contains(byte) ? Unicode.Scalar(byte) : ".")
    }
    return text
  }
}

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
