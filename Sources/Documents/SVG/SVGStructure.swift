import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// What the carrier needs to know of an SVG file.
struct SVGStructure: Sendable {
  /// An element that is a store, or that some readers take for one.
  struct Store: Hashable, Sendable {
    /// The element from `<` to `>`.
    let element: ByteRange
    /// What stands between its tags.
    let content: ByteRange
    /// Whether it holds nothing but text.
    let isText: Bool
    /// Whether it is `manifest` in the namespace of C2PA, in a `metadata` child of the root.
    let isInPlace: Bool
    /// Whether its name is written `c2pa:manifest`.
    let hasUsualName: Bool
    /// The range of the `metadata` element around it, where nothing else is in that.
    var wrapper: ByteRange?
  }

  /// What the prefix `c2pa` stands for.
  enum Prefix: Hashable, Sendable {
    case nothing
    case store
    case another
  }

  /// The root element.
  struct Root: Hashable, Sendable {
    /// Its start tag.
    let tag: ByteRange
    /// Whether that is the whole element.
    let isEmpty: Bool
    /// The prefix of its name with the colon; empty when there is none.
    let prefix: [UInt8]
    /// What the prefix `c2pa` stands for in it.
    let storePrefix: Prefix
    /// The declaration of that prefix, when it is the last attribute, with the space before it.
    let declaration: ByteRange?
  }

  /// The first `metadata` child of the root.
  struct Metadata: Hashable, Sendable {
    /// Its start tag.
    let tag: ByteRange
    /// Whether that is the whole element.
    let isEmpty: Bool
    /// The prefix of its name with the colon; empty when there is none.
    let prefix: [UInt8]
    /// What the prefix `c2pa` stands for in it.
    let storePrefix: Prefix
  }

  /// Every store, in order.
  let stores: [Store]
  /// The root element; nil where the file is not scanned at all.
  let root: Root?
  /// The first `metadata` child of the root.
  let metadata: Metadata?
  /// Whether the prefix `c2pa` is used for anything but stores.
  let usesPrefix: Bool
  /// Why readers could read the rest of the file differently.
  let doubts: [Note]
  /// What is wrong behind a store that was found.
  let fault: DocumentError?
  /// Whether the file was scanned to its end.
  let isWhole: Bool

  /// Namespace of the element that is a store (C2PA 2.5 §A.3.3).
  static let storeNamespace = Array("http://c2pa.org/manifest".utf8)
  /// Namespace of SVG.
  static let namespace = Array("http://www.w3.org/2000/svg".utf8)

  /// Scans `source`.
  ///
  /// - Parameter wholly: whether to go on to the end however far it is, even when a store was found.
  init(_ source: ByteSource, wholly: Bool) throws(DocumentError) {
    let declaration = try XMLDeclaration(source)
    guard declaration.isSound else {
      throw .malformed(
        code: SVGCode.structure.code, Malformed("the XML declaration is not well-formed", at: 0))
    }
    let opening = try source.opening(4)
    let label = declaration.encoding ?? "utf-8"
    let isUTF8 = label == "utf-8" || label == "utf8"
    guard isUTF8 || HTMLEncoding.isKnown(label), !opening.contains(0),
      !opening.starts(with: [0xFF, 0xFE]), !opening.starts(with: [0xFE, 0xFF])
    else {
      self.init(
        nil, doubts: [Note(SVGStructure.encodingCode, "the drawing is not in UTF-8")])
      return
    }
    var parser = SVGParser(source, from: declaration.end, isUTF8: isUTF8, wholly: wholly)
    try parser.run()
    var doubts: [Note] = []
    if !isUTF8 {
      doubts.append(Note(SVGStructure.encodingCode, "the drawing is not in UTF-8"))
    }
    if parser.scanner.hasSubset || parser.scanner.hasEntities {
      doubts.append(Note(SVGCode.dtd))
    }
    if case .malformed(let code, let fault) = parser.fault {
      doubts.append(Note(code, fault.reason, at: .byte(fault.offset)))
    }
    self.init(parser, doubts: doubts)
  }

  private init(_ parser: SVGParser?, doubts: [Note]) {
    stores = parser?.stores ?? []
    root = parser?.root
    metadata = parser?.metadata
    usesPrefix = parser?.usesPrefix ?? false
    self.doubts = doubts
    fault = parser?.fault
    isWhole = parser?.isWhole ?? true
  }

  private static let encodingCode = SVGCode.encoding
}
