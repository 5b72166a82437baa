import BroadsealBytes

/// An indirect object as it stands in the file.
struct PDFIndirectObject: Sendable {
  /// Number and generation.
  let reference: PDFReference
  /// Its value; for a stream the dictionary.
  let value: PDFValue
  /// The text that the value's bounds speak of.
  let text: PDFText
  /// How many values it is made of, itself and all inside it.
  let values: Int
  /// The object stream that holds it; nil for an object of its own.
  let container: Int?
  /// The stream's data as stored, in the file; nil when it is not a stream.
  let data: ByteRange?
  /// Where it stands in the file: its own text, or the text of its container.
  let offset: Int

  /// The value, when it is a dictionary.
  var dictionary: PDFDictionary? { value.object.dictionary }

  /// The text of a part of the value.
  func raw(_ part: PDFValue) -> ArraySlice<UInt8> { text[part.bounds] }
}
