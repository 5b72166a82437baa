import BroadsealBytes

/// What a value is (ISO 32000-1 §7.3).
enum PDFObject: Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// Kept as written: the house computes with no real number of a document.
  case real
  case string([UInt8])
  case name(PDFName)
  case array([PDFValue])
  case dictionary(PDFDictionary)
  case reference(PDFReference)
}

extension PDFObject {
  var integer: Int? { if case .integer(let value) = self { value } else { nil } }
  var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
  var string: [UInt8]? { if case .string(let value) = self { value } else { nil } }
  var name: PDFName? { if case .name(let value) = self { value } else { nil } }
  var array: [PDFValue]? { if case .array(let value) = self { value } else { nil } }
  var dictionary: PDFDictionary? { if case .dictionary(let value) = self { value } else { nil } }
  var reference: PDFReference? { if case .reference(let value) = self { value } else { nil } }
  var isNumber: Bool {
    switch self {
    case .integer, .real: true
    default: false
    }
  }
  var isNull: Bool { if case .null = self { true } else { false } }
}

/// A value and where its text stands.
struct PDFValue: Sendable {
  /// What it is.
  let object: PDFObject
  /// Its text, counted as the `PDFText` that it was parsed from counts.
  let bounds: Range<Int>
}

extension PDFValue {
  /// The strings in this value at any depth, in the order of the text.
  var strings: [PDFValue] {
    switch object {
    case .string: [self]
    case .array(let items): items.flatMap(\.strings)
    case .dictionary(let dictionary): dictionary.entries.flatMap(\.value.strings)
    default: []
    }
  }

  /// The highest object number that this value refers to.
  var highestReference: Int {
    switch object {
    case .reference(let reference): reference.number
    case .array(let items): items.map(\.highestReference).max() ?? 0
    case .dictionary(let dictionary):
      dictionary.entries.map(\.value.highestReference).max() ?? 0
    default: 0
    }
  }
}

/// A dictionary in the order it was written; no key stands twice.
struct PDFDictionary: Sendable {
  /// One key and its value.
  struct Entry: Sendable {
    /// The key, with its escapes resolved.
    let key: PDFName
    /// The text of the key, with the solidus.
    let keyBounds: Range<Int>
    /// The value.
    let value: PDFValue
  }

  /// Keys and values in the order of the text.
  let entries: [Entry]

  /// The value of `key`; nil when it is absent or null, which mean the same (ISO 32000-1 §7.3.7).
  subscript(key: PDFName) -> PDFObject? {
    value(key)?.object
  }

  /// The value of `key` with its bounds; nil when it is absent or null.
  func value(_ key: PDFName) -> PDFValue? {
    guard let value = entries.first(where: { $0.key == key })?.value, !value.object.isNull else {
      return nil
    }
    return value
  }

  /// Whether a stream with this dictionary names its filters in one way: pdf.js takes `F` and `DP`, which are those of
  /// inline images, for `Filter` and `DecodeParms`; to the standard, `F` is the data in another file
  /// (ISO 32000-2 §7.3.8.2).
  var hasPlainFilters: Bool {
    !entries.contains { PDFDictionary.otherFilters.contains($0.key) }
  }

  private static let otherFilters: Set<PDFName> = ["F", "FFilter", "FDecodeParms", "DP"]
}

/// The name of an indirect object: `12 0 R`.
struct PDFReference: Hashable, Sendable {
  /// Object number; 0 is never an object.
  let number: Int
  /// Generation number.
  let generation: Int

  /// As it is written in a value.
  var text: String { "\(number) \(generation) R" }
}

/// Bytes of the file, or of an inflated object stream, that objects were parsed from.
struct PDFText: Sendable {
  /// The bytes.
  let bytes: [UInt8]
  /// What the offset of the first byte is called.
  let base: Int

  /// The bytes at `bounds`, which a parser of this text reported.
  subscript(bounds: Range<Int>) -> ArraySlice<UInt8> {
    bytes[bounds.lowerBound - base..<bounds.upperBound - base]
  }
}

/// How the strings of an object are encrypted (ISO 32000-2 §7.6.2).
enum PDFStringContext: Hashable, Sendable {
  /// Not at all: the document is not encrypted, or the object is in an object stream.
  case plain
  /// With the key of that object.
  case object(PDFReference)
}

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

  /// What reading it costs: bytes of text and of memory.
  var cost: Int { PDFIndirectObject.cost(of: values, in: text) }

  static func cost(of values: Int, in text: PDFText) -> Int {
    text.bytes.count + values * PDFLimits.workOfValue
  }

  /// The text of a part of the value.
  func raw(_ part: PDFValue) -> ArraySlice<UInt8> { text[part.bounds] }
}
