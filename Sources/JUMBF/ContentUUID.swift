package import BroadsealBytes

/// What a superbox holds: the UUID in its description (ISO 19566-5 §6; C2PA 2.4 §11.1.4).
package struct ContentUUID: Hashable, Sendable {
  /// The identifier; always 16 bytes.
  package let bytes: [UInt8]

  /// Reads 16 bytes.
  package init(from reader: inout ByteReader) throws(Malformed) {
    bytes = Array(try reader.readBytes(16))
  }

  /// The UUID whose first four bytes are the characters `type` and whose rest is the ISO base.
  private init(_ type: StaticString) {
    bytes =
      "\(type)".utf8 + [0, 0x11, 0, 0x10, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71]
  }

  private init(whole bytes: [UInt8]) { self.bytes = bytes }

  /// `c2pa`: every manifest of an asset.
  package static let manifestStore = ContentUUID("c2pa")
  /// `c2ma`: a standard manifest.
  package static let standardManifest = ContentUUID("c2ma")
  /// `c2md`: a standard manifest as some old writers marked it; read, never written.
  package static let deprecatedManifest = ContentUUID("c2md")
  /// `c2um`: an update manifest.
  package static let updateManifest = ContentUUID("c2um")
  /// `c2cm`: a compressed manifest.
  package static let compressedManifest = ContentUUID("c2cm")
  /// `c2as`: the assertions of a manifest.
  package static let assertionStore = ContentUUID("c2as")
  /// `c2cl`: a claim.
  package static let claim = ContentUUID("c2cl")
  /// `c2cs`: a claim's signature.
  package static let signature = ContentUUID("c2cs")
  /// `c2vc`: credentials of C2PA 1.x.
  package static let credentialStore = ContentUUID("c2vc")
  /// `c2db`: data boxes, deprecated in C2PA 2.2.
  package static let dataBoxStore = ContentUUID("c2db")
  /// JSON content.
  package static let json = ContentUUID("json")
  /// CBOR content.
  package static let cbor = ContentUUID("cbor")
  /// UUID content.
  package static let uuid = ContentUUID("uuid")
  /// An embedded file: `bfdb`, then `bidb`.
  package static let embeddedFile = ContentUUID(whole: [
    0x40, 0xCB, 0x0C, 0x32, 0xBB, 0x8A, 0x48, 0x9D,
    0xA7, 0x0B, 0x2A, 0xD6, 0xF4, 0x7F, 0x43, 0x69,
  ])
  /// A codestream, met in old thumbnails.
  package static let codestream = ContentUUID(whole: [
    0x65, 0x79, 0xD6, 0xFB, 0xDB, 0xA2, 0x44, 0x6B,
    0xB2, 0xAC, 0x1B, 0x82, 0xFE, 0xEB, 0x89, 0xD1,
  ])
}

extension ContentUUID: CustomStringConvertible {
  /// The usual form with hyphens, in lower case.
  package var description: String {
    let digits = Hex.encode(bytes)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text += "-" }
      text.append(digit)
    }
    return text
  }
}
