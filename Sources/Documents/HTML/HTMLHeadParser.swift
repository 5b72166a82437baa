import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// Follows the tree construction of the HTML standard (§13.2.6.4.1 to .6) to the end of the head.
///
/// Readers that run scripts and readers that do not, and readers that keep strictly to the tags,
/// differ about the end of a head in a few places: `noscript`, `template`, and elements between
/// `</head>` and `<body>`, and a script that hides its own end. Reading goes on as a browser does,
/// and `agreedEnd` remembers where the first such place is.
struct HTMLHeadParser {
  private enum Mode { case beforeHead, inHead, afterHead }

  private let source: ByteSource
  private var tokenizer: HTMLTokenizer
  private var mode = Mode.beforeHead
  /// Where readers begin to differ.
  private var agreedEnd: Int?
  /// Whether everything that follows is text.
  private var isFinished = false
  private(set) var stores: [HTMLStoreElement] = []
  private(set) var encodings: [String] = []
  private(set) var outside: Int?
  private(set) var limit: Int?
  private(set) var place = 0

  init(_ source: ByteSource) throws(DocumentError) {
    self.source = source
    tokenizer = try HTMLTokenizer(source)
    tokenizer.reader.end(at: HTMLLimits.maximumHeadSize)
  }

  /// Reads the head, and looks a little way behind it.
  mutating func run() throws(DocumentError) {
    var token = try tokenizer.next()
    while try goesOn(after: token) { token = try tokenizer.next() }
    place = agreedEnd ?? tokenizer.tokenStart
    if tokenizer.reader.isBounded, tokenizer.reader.offset >= tokenizer.reader.bound {
      limit = tokenizer.reader.bound
      return
    }
    if isFinished { return }
    tokenizer.reader.end(at: tokenizer.reader.offset + HTMLLimits.reachAfterHead)
    if case .start(let tag) = token, try !skipInnerText(of: tag) { return }
    _ = try look(until: nil)
  }

  /// Takes a token; false when it is what ends the head.
  private mutating func goesOn(after token: HTMLToken) throws(DocumentError) -> Bool {
    switch token {
    case .space, .nothing: return true
    case .escapedSpace:
      // To readers that do not resolve it, it is text.
      dispute(from: tokenizer.tokenStart)
      return true
    case .text, .documentEnd: return false
    case .end(let tag): return goesOn(afterEnd: tag)
    case .start(let tag):
      switch tag.name {
      case "html": return true
      case "head":
        if mode == .beforeHead { mode = .inHead }
        return true
      default:
        if mode == .beforeHead { mode = .inHead }
        return try goesOn(after: tag)
      }
    }
  }

  private mutating func goesOn(afterEnd tag: HTMLTag) -> Bool {
    switch tag.name {
    case "head":
      // In the place of a head that never began, too.
      if mode != .afterHead { dispute(from: tag.range.start) }
      mode = .afterHead
      return true
    case "body", "html", "br": return false
    default: return true
    }
  }

  /// An element of the head, or one that ends it.
  private mutating func goesOn(after tag: HTMLTag) throws(DocumentError) -> Bool {
    switch tag.name {
    case "base", "basefont", "bgsound": return true
    case "meta":
      if let label = tag.attributes.declaredEncoding, encodings.count < 8 {
        encodings.append(label)
      }
      return true
    case "link":
      if tag.attributes.isStoreLink { try add(.link(reference: tag.attributes.href ?? []), tag) }
      return true
    case "title": return try skipText(of: "title", tag) != nil
    case "style": return try skipText(of: "style", tag) != nil
    case "noframes": return try skipText(of: "noframes", tag) != nil
    case "script": return try takeScript(tag)
    case "noscript" where mode == .inHead: return try takeNoscript(tag)
    case "template":
      dispute(from: tag.range.start)
      if try look(until: "template") { return true }
      isFinished = true
      tokenizer.beginToken(at: tag.range.start)
      return false
    default: return false
    }
  }

  private mutating func dispute(from offset: Int) { agreedEnd = agreedEnd ?? offset }

  private mutating func add(
    _ kind: HTMLStoreElement.Kind, _ tag: HTMLTag
  ) throws(DocumentError) {
    guard stores.count < HTMLLimits.maximumStores else {
      throw .malformed(
        code: HTMLCode.limit.code,
        Malformed("more than \(HTMLLimits.maximumStores) elements for a store", at: tag.range.start)
      )
    }
    stores.append(
      HTMLStoreElement(kind: kind, tag: tag.range, isDisputed: agreedEnd != nil))
  }

  /// An element that never ends takes the rest of the document: the head ends before it.
  private mutating func skipText(
    of name: StaticString, _ tag: HTMLTag
  ) throws(DocumentError) -> HTMLTokenizer.RawText? {
    if let text = try tokenizer.skipText(of: name) { return text }
    tokenizer.beginToken(at: tag.range.start)
    return nil
  }

  private mutating func takeScript(_ tag: HTMLTag) throws(DocumentError) -> Bool {
    guard tag.attributes.isStoreScript else {
      guard let text = try skipText(of: "script", tag) else { return false }
      if text.hidesEnd { dispute(from: tag.range.start) }
      return true
    }
    // The store does not count as text of the head.
    let bound = tokenizer.reader.bound
    tokenizer.reader.end(at: tag.range.end + HTMLLimits.maximumStoreText)
    guard let text = try skipText(of: "script", tag) else {
      try add(.unfinishedScript, tag)
      return false
    }
    try add(.script(content: text.content, end: text.end.range), tag)
    tokenizer.reader.end(at: bound + text.content.length)
    return true
  }

  /// To a browser that runs scripts this is text; to other readers it is more of the head, and
  /// anything but links, styles and comments in it ends the head.
  private mutating func takeNoscript(_ tag: HTMLTag) throws(DocumentError) -> Bool {
    guard let text = try skipText(of: "noscript", tag) else {
      dispute(from: tag.range.start)
      return false
    }
    guard text.content.length <= HTMLLimits.maximumNoscriptSize,
      try HTMLHeadParser.isHeadContent(source, text.content)
    else {
      dispute(from: tag.range.start)
      return true
    }
    return true
  }

  private static func isHeadContent(
    _ source: ByteSource, _ range: ByteRange
  ) throws(DocumentError) -> Bool {
    var inner = HTMLTokenizer(source, range)
    while true {
      switch try inner.next() {
      case .space, .nothing: continue
      case .documentEnd: return inner.tokenStart == range.end
      case .text, .escapedSpace, .end: return false
      case .start(let tag):
        switch tag.name {
        case "meta", "basefont", "bgsound": continue
        case "link" where !tag.attributes.isStoreLink: continue
        case "style": if try inner.skipText(of: "style") == nil { return false }
        case "noframes": if try inner.skipText(of: "noframes") == nil { return false }
        default: return false
        }
      }
    }
  }
}

extension HTMLHeadParser {
  /// Looks for elements that would be a store inside the head, to the end of the element `name`
  /// whose start tag was read, or to where reading ends; whether that element ended.
  private mutating func look(until name: String?) throws(DocumentError) -> Bool {
    var depth = 1
    while true {
      if name == nil { try tokenizer.reader.skip(to: UInt8(ascii: "<")) }
      switch try tokenizer.next() {
      case .documentEnd: return false
      case .end(let tag) where tag.name == name:
        depth -= 1
        if depth == 0 { return true }
      case .start(let tag):
        if tag.name == name { depth += 1 }
        if tag.name == "script" && tag.attributes.isStoreScript
          || tag.name == "link" && tag.attributes.isStoreLink
        {
          outside = outside ?? tag.range.start
        }
        guard try skipInnerText(of: tag) else { return false }
      default: continue
      }
    }
  }

  /// Moves over the text of an element that holds nothing else; false when it never ends.
  private mutating func skipInnerText(of tag: HTMLTag) throws(DocumentError) -> Bool {
    let names: [StaticString] = [
      "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes",
    ]
    if tag.name == "plaintext" { return false }
    guard let name = names.first(where: { $0.description == tag.name }) else { return true }
    return try tokenizer.skipText(of: name) != nil
  }
}
