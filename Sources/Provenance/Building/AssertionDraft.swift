package import BroadsealCBOR
package import BroadsealJSON
import BroadsealJUMBF

/// The content of an assertion to be written.
package enum AssertionDraft: Hashable, Sendable {
  /// CBOR, written in its deterministic encoding.
  case cbor(CBOR.Value)
  /// CBOR that is encoded already.
  case encodedCBOR([UInt8])
  /// JSON, written on one line.
  case json(JSON.Value)
  /// A file with its media type.
  case file(mediaType: String, bytes: [UInt8])

  /// The assertion's superbox.
  func superbox(label: String, salt: [UInt8]?) -> [UInt8] {
    switch self {
    case .cbor(let value):
      return JUMBF.Writer.superbox(
        .cbor, label: label, salt: salt, [JUMBF.Writer.box(.cbor, CBOR.Encoder.encode(value))])
    case .encodedCBOR(let bytes):
      return JUMBF.Writer.superbox(
        .cbor, label: label, salt: salt, [JUMBF.Writer.box(.cbor, bytes)])
    case .json(let value):
      let text = JSON.Writer.write(value, pretty: false)
      return JUMBF.Writer.superbox(
        .json, label: label, salt: salt, [JUMBF.Writer.box(.json, Array(text.utf8))])
    case .file(let mediaType, let bytes):
      let description: [UInt8] = [0] + mediaType.utf8 + [0]
      return JUMBF.Writer.superbox(
        .embeddedFile, label: label, salt: salt,
        [JUMBF.Writer.box(.fileDescription, description), JUMBF.Writer.box(.fileData, bytes)])
    }
  }
}
