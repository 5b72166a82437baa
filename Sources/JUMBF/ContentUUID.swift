package import BroadsealBytes

/// What a superbox holds: the UUID in its description (ISO 19566-5 §6; C2PA 2.4 §11.1.4).
package struct ContentUUID: Hashable, Sendable {
  // Two words: every box has such an identifier, and an array would be an allocation each.
  private let high: UInt64
  private let low: UInt64

  /// Reads 16 bytes.
  package init(from reader: inout ByteReader) throws(Malformed) {
    high = try reader.readUInt64()
    low = try reader.readUInt64()
  }

  /// The UUID whose first four bytes are the characters `type` and whose rest is the ISO base.
  private init(_ type: StaticString) {
    let characters = "\(type)".unicodeScalars.reduce(UInt64(0)) { $0 << 8 | UInt64($1.value) }
    self.init(high: characters << 32 | 0x0011_0010, low: 0x8000_00AA_0038_9B71)
  }

  private init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Writes the identifier's 16 bytes.
  func write(to writer: inout ByteWriter) {
    writer.writeBigEndian(high)
    writer.writeBigEndian(low)
  }

  /// The identifier's 16 bytes.
  package var bytes: [UInt8] {
    [high, low].flatMap { word in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
    }
  }

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
  package static let embeddedFile = ContentUUID(
    high: 0x40CB_0C32_BB8A_489D, low: 0xA70B_2AD6_F47F_4369)
  /// A codestream, met in old thumbnails.
  package static let codestream = ContentUUID(
    high: 0x6579_D6FB_DBA2_446B, low: 0xB2AC_1B82_FEEB_89D1)
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
