import BroadsealBytes

/// An object of a file up to its stream, if it has one.
struct PDFObjectHead: Sendable {
  /// Number and generation.
  let reference: PDFReference
  /// Its value; for a stream the dictionary.
  let value: PDFValue
  /// The text that the value's bounds speak of.
  let text: PDFText
  /// How many values it is made of.
  let values: Int
  /// Where the data of the stream begin; nil when it is none.
  let data: Int?
  /// Offset after `endobj`, or where the data begin.
  let end: Int

  /// The object, which stands at `offset`, with the data of its stream.
  func object(at offset: Int, data: ByteRange?) -> PDFIndirectObject {
    PDFIndirectObject(
      reference: reference, value: value, text: text, values: values, container: nil, data: data,
      offset: offset)
  }
}
