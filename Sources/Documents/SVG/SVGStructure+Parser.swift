import BroadsealBytes
import BroadsealFiles

/// Follows an SVG file through its elements and notes what is a store, and where one can go.
struct SVGParser {
  private let source: ByteSource
  private let wholly: Bool
  private(set) var scanner: XMLScanner
  private var namespaces = XMLNamespaces()
  private var rootNamespace: [UInt8]?
  /// The `metadata` child of the root that is open: its start tag, and what is in it.
  private var wrapper: (tag: ByteRange, isPlain: Bool, stores: Int, others: Int)?
  private(set) var stores: [SVGStructure.Store] = []
  private(set) var root: SVGStructure.Root?
  private(set) var metadata: SVGStructure.Metadata?
  private(set) var usesPrefix = false
  private(set) var fault: DocumentError?
  private(set) var isWhole = false

  init(_ source: ByteSource, from start: Int, isUTF8: Bool, wholly: Bool) {
    self.source = source
    self.wholly = wholly
    scanner = XMLScanner(source, from: start, isUTF8: isUTF8)
  }

  /// Scans the file. What is wrong before a store was found is thrown; behind it, it is noted, so
  /// that an altered file can be told from one without a store.
  mutating func run() throws(DocumentError) {
    do throws(DocumentError) {
      while try step() {
        if !wholly, let last = stores.last,
          scanner.reader.offset > last.element.end + SVGLimits.reachAfterStore
        {
          return
        }
      }
      isWhole = true
    } catch {
      guard case .malformed = error, !stores.isEmpty else { throw error }
      fault = error
    }
  }

  private mutating func step() throws(DocumentError) -> Bool {
    let token = try scanner.next()
    switch token {
    case .documentEnd:
      guard root != nil else { throw scanner.broken("the root element is missing") }
      return false
    case .start(let isEmpty): try take(depth: scanner.depth - (isEmpty ? 0 : 1), isEmpty)
    case .end: close()
    case .space, .text, .reference, .section:
      if scanner.depth == 2, wrapper != nil { wrapper?.others += 1 }
    case .documentType:
      guard root == nil else { throw scanner.broken("a document type behind the root element") }
    }
    return true
  }

  private mutating func take(depth: Int, _ isEmpty: Bool) throws(DocumentError) {
    try namespaces.declare(scanner, depth: depth)
    try namespaces.check(scanner)
    let name = scanner.name
    let local = scanner.bytes(name.local)
    let tag = scanner.tokenRange
    if depth == 0 { try takeRoot(tag, isEmpty) }
    let isC2PA = scanner.bytes(name.prefix).elementsEqual("c2pa".utf8)
    if local.elementsEqual("manifest".utf8) {
      let isStore =
        namespaces.name(of: scanner.bytes(name.prefix)) == SVGStructure.storeNamespace
      if isStore || isC2PA {
        let isInPlace = isStore && depth == 2 && wrapper != nil
        noteUse(ofPrefix: !isC2PA)
        try takeStore(tag, isEmpty, depth, isInPlace: isInPlace, hasUsualName: isC2PA)
        namespaces.close(depth: depth)
        return
      }
    }
    noteUse(ofPrefix: false)
    if depth == 1, local.elementsEqual("metadata".utf8),
      namespaces.name(of: scanner.bytes(name.prefix)) == rootNamespace
    {
      metadata =
        metadata
        ?? SVGStructure.Metadata(
          tag: tag, isEmpty: isEmpty, prefix: writtenPrefix, storePrefix: storePrefix)
      if !isEmpty {
        let isPlain = scanner.attributes.isEmpty && tag.length == name.whole.count + 2
        wrapper = (tag, isPlain, 0, 0)
      }
    } else if depth == 2, wrapper != nil {
      wrapper?.others += 1
    }
    if isEmpty { namespaces.close(depth: depth) }
  }

  private mutating func takeRoot(_ tag: ByteRange, _ isEmpty: Bool) throws(DocumentError) {
    rootNamespace = namespaces.name(of: scanner.bytes(scanner.name.prefix))
    guard root == nil else { throw scanner.broken("a second root element") }
    guard scanner.bytes(scanner.name.local).elementsEqual("svg".utf8),
      rootNamespace == nil || rootNamespace == SVGStructure.namespace
        || rootNamespace?.contains(UInt8(ascii: "&")) == true
    else { throw scanner.broken("the root element is not that of a drawing") }
    root = SVGStructure.Root(
      tag: tag, isEmpty: isEmpty, prefix: writtenPrefix,
      storePrefix: storePrefix, declaration: try declaration(in: tag, isEmpty))
  }

  /// The declaration of the prefix in the form and place in which it is written here.
  private func declaration(in tag: ByteRange, _ isEmpty: Bool) throws(DocumentError) -> ByteRange? {
    let text = SVGMarkup.declaration
    let end = tag.end - (isEmpty ? 2 : 1)
    guard let range = ByteRange(start: end - text.count, length: text.count),
      range.start > tag.start, scanner.attributes.last?.range.end == end,
      try source.bytes(range) == text
    else { return nil }
    return range
  }

  /// The prefix of the tag that was read last, with its colon.
  private var writtenPrefix: [UInt8] {
    let prefix = scanner.bytes(scanner.name.prefix)
    return prefix.isEmpty ? [] : prefix + [UInt8(ascii: ":")]
  }

  private var storePrefix: SVGStructure.Prefix {
    switch namespaces.name(of: "c2pa".utf8) {
    case nil: .nothing
    case SVGStructure.storeNamespace: .store
    default: .another
    }
  }

  /// Whether the tag that was read last needs what the prefix `c2pa` stands for.
  private mutating func noteUse(ofPrefix isForced: Bool) {
    let isStore = scanner.bytes(scanner.name.local).elementsEqual("manifest".utf8)
    if !isStore || isForced, scanner.bytes(scanner.name.prefix).elementsEqual("c2pa".utf8) {
      usesPrefix = true
    }
    for attribute in scanner.attributes
    where scanner.bytes(attribute.name.prefix).elementsEqual("c2pa".utf8) {
      usesPrefix = true
    }
  }

  private mutating func takeStore(
    _ tag: ByteRange, _ isEmpty: Bool, _ depth: Int, isInPlace: Bool, hasUsualName: Bool
  ) throws(DocumentError) {
    guard stores.count < SVGLimits.maximumStores else {
      throw scanner.limit("more than \(SVGLimits.maximumStores) elements for a store")
    }
    var isText = !isEmpty
    var end = tag
    while scanner.depth > depth {
      switch try scanner.next() {
      case .end: end = scanner.tokenRange
      case .space, .text: continue
      default: isText = false
      }
    }
    guard let element = ByteRange(tag.start..<end.end),
      let content = ByteRange(tag.end..<max(tag.end, isEmpty ? tag.end : end.start))
    else { throw scanner.truncated() }
    stores.append(
      SVGStructure.Store(
        element: element, content: content, isText: isText, isInPlace: isInPlace,
        hasUsualName: hasUsualName))
    if depth == 2, wrapper != nil { wrapper?.stores += 1 }
  }

  private mutating func close() {
    if scanner.depth == 1, let open = wrapper {
      if open.isPlain, open.stores == 1, open.others == 0, !stores.isEmpty {
        stores[stores.count - 1].wrapper = ByteRange(
          open.tag.start..<scanner.tokenRange.end)
      }
      wrapper = nil
    }
    namespaces.close(depth: scanner.depth)
  }
}
