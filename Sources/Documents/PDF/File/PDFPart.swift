import BroadsealBytes

/// A value with what is needed to read on from it and to copy it into another object.
struct PDFPart: Sendable {
  /// The value.
  let value: PDFValue
  /// The text its bounds speak of.
  let text: PDFText
  /// How the strings in it are encrypted.
  let strings: PDFStringContext
  /// The indirect object that has this as its whole value; nil for a part of one.
  let home: PDFReference?
  /// Where it stands in the file, for error messages.
  let offset: Int

  /// What it is.
  var object: PDFObject { value.object }
  /// Its entries, when it is a dictionary.
  var dictionary: PDFDictionary? { object.dictionary }
  /// Its text as it stands.
  var raw: ArraySlice<UInt8> { text[value.bounds] }

  /// The value of `key`; nil when it is absent or null, or when this is no dictionary.
  subscript(key: PDFName) -> PDFPart? {
    dictionary?.value(key).map(part)
  }

  /// The items, when it is an array.
  var items: [PDFPart]? { object.array?.map(part) }

  /// A value inside this one.
  func part(_ value: PDFValue) -> PDFPart {
    PDFPart(value: value, text: text, strings: strings, home: nil, offset: offset)
  }
}

extension PDFIndirectObject {
  /// The object's value as a part; in an encrypted document strings depend on where it stands.
  func part(encrypted: Bool) -> PDFPart {
    PDFPart(
      value: value, text: text,
      strings: encrypted && container == nil ? .object(reference) : .plain, home: reference,
      offset: offset)
  }
}
