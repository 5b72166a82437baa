import BroadsealBytes

/// Writes boxes (ISO 19566-5).
package enum Writer {
  /// A box of `type` around `payload`; the long header only where the short one cannot say it.
  package static func box(_ type: BoxType, _ payload: [UInt8]) -> [UInt8] {
    box(type, [payload])
  }

  /// A box of `type` around the bytes of `parts`, one after the other.
  private static func box(_ type: BoxType, _ parts: [[UInt8]]) -> [UInt8] {
    let length = parts.reduce(0) { $0 + $1.count }
    var writer = ByteWriter(capacity: length + 16)
    if let short = UInt32(exactly: length + 8) {
      writer.writeBigEndian(short)
      writer.writeBigEndian(type.code)
    } else {
      writer.writeBigEndian(UInt32(1))
      writer.writeBigEndian(type.code)
      writer.writeBigEndian(UInt64(length + 16))
    }
    for part in parts { writer.write(part) }
    return writer.bytes
  }

  /// A requestable superbox called `label`.
  ///
  /// - Parameters:
  ///   - type: what it holds.
  ///   - label: its label; the caller keeps to `LabelSyntax.isValid`.
  ///   - salt: 16 or 32 random bytes for the private field, if any.
  ///   - contents: complete boxes, in order.
  package static func superbox(
    _ type: ContentUUID, label: String, salt: [UInt8]? = nil, _ contents: [[UInt8]]
  ) -> [UInt8] {
    box(.superbox, [description(type, label: label, salt: salt)] + contents)
  }

  private static func description(
    _ type: ContentUUID, label: String, salt: [UInt8]?
  ) -> [UInt8] {
    var writer = ByteWriter(capacity: 64)
    type.write(to: &writer)
    var toggles = Description.Toggle.requestable | Description.Toggle.label
    if salt != nil { toggles |= Description.Toggle.privateField }
    writer.write(toggles)
    writer.write(label)
    writer.write(0)
    if let salt { writer.write(box(.salt, salt)) }
    return box(.description, writer.bytes)
  }
}
