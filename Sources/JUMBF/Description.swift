import BroadsealBytes

/// The description at the head of a superbox (`jumd`, ISO 19566-5 §A.3).
package struct Description: Hashable, Sendable {
  /// What the superbox holds.
  package let type: ContentUUID
  /// The toggle byte as received.
  package let toggles: UInt8
  /// The label by which URIs name the superbox.
  package let label: String?
  /// The 32-bit identifier, which C2PA does not use.
  package let identifier: UInt32?
  /// The SHA-256 of the description's own, which C2PA does not use: 32 bytes.
  package let hash: [UInt8]?
  /// The salt in the private field: 16 or 32 bytes (C2PA 2.4 §8.4.2.3).
  package let salt: [UInt8]?

  /// Whether URIs may name the superbox.
  package var isRequestable: Bool { toggles & Toggle.requestable != 0 }

  /// Bits of the toggle byte.
  enum Toggle {
    static let requestable: UInt8 = 0x01
    static let label: UInt8 = 0x02
    static let identifier: UInt8 = 0x04
    static let hash: UInt8 = 0x08
    static let privateField: UInt8 = 0x10
    static let known: UInt8 = 0x1F
  }

  /// Reads the content of a `jumd` box to its end.
  init(from reader: inout ByteReader) throws(Malformed) {
    type = try ContentUUID(from: &reader)
    let start = reader
    toggles = try reader.readUInt8()
    guard toggles & ~Toggle.known == 0 else {
      throw start.malformed("unknown toggles in a box description")
    }
    label = toggles & Toggle.label != 0 ? try Description.readLabel(from: &reader) : nil
    identifier = toggles & Toggle.identifier != 0 ? try reader.readUInt32() : nil
    hash = toggles & Toggle.hash != 0 ? Array(try reader.readBytes(32)) : nil
    salt = toggles & Toggle.privateField != 0 ? try Description.readSalt(from: &reader) : nil
    try reader.expectEnd("bytes after a box description")
  }

  private static func readLabel(from reader: inout ByteReader) throws(Malformed) -> String {
    let start = reader
    guard let length = reader.rest.firstIndex(of: 0).map({ $0 - reader.rest.startIndex }),
      length <= Limits.maximumLabelLength
    else {
      throw start.malformed("a label has no end")
    }
    let received = try reader.readBytes(length)
    let text =
      received.isASCII
      ? String(decoding: received, as: UTF8.self) : String(validating: received, as: UTF8.self)
    guard let label = text else { throw start.malformed("a label is not valid UTF-8") }
    guard LabelSyntax.isValid(label), received.isASCII || CombiningRun.isShort(in: label) else {
      throw start.malformed("a label is empty or holds a character it may not hold")
    }
    try reader.skip(1)
    return label
  }

  /// Reads the boxes of the private field; only a salt has a meaning for C2PA.
  private static func readSalt(from reader: inout ByteReader) throws(Malformed) -> [UInt8]? {
    var salt: [UInt8]?
    while !reader.isAtEnd {
      let start = reader
      let header = try BoxHeader(from: &reader)
      let payload = try reader.readBytes(header.payloadLength)
      guard header.type == .salt else { continue }
      guard salt == nil, payload.count == 16 || payload.count == 32 else {
        throw start.malformed("a salt is neither 16 nor 32 bytes, or comes twice")
      }
      salt = Array(payload)
    }
    return salt
  }
}
