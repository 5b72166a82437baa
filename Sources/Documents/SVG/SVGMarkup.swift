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

/// Limits on what is read of an SVG file.
package enum SVGLimits {
  /// Deepest nesting of elements.
  package static let maximumDepth = 1_024
  /// Most attributes of an element.
  package static let maximumAttributes = 256
  /// Longest name of an element or attribute, in bytes.
  package static let maximumNameLength = 1_024
  /// Longest name of a namespace, in bytes.
  package static let maximumNamespaceLength = 1_024
  /// Most namespaces that are declared at a time.
  package static let maximumNamespaces = 256
  /// Most elements that stand for a store: two are one too many, and all are removed.
  package static let maximumStores = 1_024
  /// How far behind a store a second one is looked for when a file is judged: 4 MiB. Behind that
  /// nothing can be added unnoticed either, since the hash covers it.
  package static let reachAfterStore = 4 << 20
  /// Most bytes of text in the element that is the store: the largest store in Base64 and as much
  /// white space again as a person would lay out.
  static let maximumStoreText = (StoreLimits.maximumSize + 2) / 3 * 4 + (64 << 10)
}
