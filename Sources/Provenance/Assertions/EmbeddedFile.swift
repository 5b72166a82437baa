import BroadsealBytes
import BroadsealJUMBF

/// A file held in an assertion: a `bfdb` box, then a `bidb` box (ISO 19566-5 §B.5).
package struct EmbeddedFile: Hashable, Sendable {
  /// Media type as received.
  package let mediaType: String
  /// Name of the file as received, if any.
  package let name: String?
  /// The file's bytes, unproved and never decoded by the house.
  package let bytes: ArraySlice<UInt8>

  /// Reads the boxes of an embedded-file superbox.
  ///
  /// - Throws: `Malformed` without exactly one of each box, for an external file, and for a
  ///   description that is not two terminated texts.
  init(_ superbox: Superbox) throws(Malformed) {
    let boxes = superbox.boxes.filter { $0.type != .free }
    guard boxes.count == 2, boxes[0].type == .fileDescription, boxes[1].type == .fileData,
      superbox.superboxes.isEmpty
    else {
      throw Malformed("an embedded file is not its description and its data", at: superbox.offset)
    }
    var reader = ByteReader(boxes[0].payload, base: boxes[0].offset)
    let toggles = try reader.readUInt8()
    guard toggles & ~0x01 == 0 else { throw reader.malformed("the embedded file is external") }
    mediaType = try EmbeddedFile.readText(from: &reader)
    name = toggles & 0x01 != 0 ? try EmbeddedFile.readText(from: &reader) : nil
    try reader.expectEnd()
    bytes = boxes[1].payload
  }

  /// Reads a text up to its NUL; the last one may do without.
  private static func readText(from reader: inout ByteReader) throws(Malformed) -> String {
    let start = reader
    let length = reader.rest.firstIndex(of: 0).map { $0 - reader.rest.startIndex }
    let bytes = try reader.readBytes(length ?? reader.remaining)
    if length != nil { try reader.skip(1) }
    guard let text = String(validating: bytes, as: UTF8.self), CombiningRun.isShort(in: text)
    else { throw start.malformed("the description of an embedded file is no sound UTF-8") }
    return text
  }
}
