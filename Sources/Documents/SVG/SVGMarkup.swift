/// The bytes that are written around a store in an SVG file.
enum SVGMarkup {
  /// The declaration of the prefix, with the space before it.
  static let declaration = Array(" xmlns:c2pa=\"http://c2pa.org/manifest\"".utf8)
  /// The end tag of the store.
  static let end = Array("</c2pa:manifest>".utf8)

  /// The start tag of the store; it declares the prefix itself where that stands for another
  /// namespace.
  static func start(declares: Bool) -> [UInt8] {
    Array("<c2pa:manifest".utf8) + (declares ? declaration : []) + [UInt8(ascii: ">")]
  }

  /// A start tag of the element `name`.
  static func open(_ prefix: [UInt8], _ name: StaticString) -> [UInt8] {
    Array("<".utf8) + prefix + Array(name.description.utf8) + [UInt8(ascii: ">")]
  }

  /// An end tag of the element `name`.
  static func close(_ prefix: [UInt8], _ name: StaticString) -> [UInt8] {
    Array("</".utf8) + prefix + Array(name.description.utf8) + [UInt8(ascii: ">")]
  }
}
