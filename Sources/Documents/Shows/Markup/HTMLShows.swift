import BroadsealBytes
import BroadsealFiles

/// Looks through a page to its end, and not its head alone.
struct HTMLShows {
  private let source: ByteSource
  private var tokenizer: HTMLTokenizer
  private var rules: MarkupRules
  private var text = TextShows()
  /// Drawings and formulas that are open: in them `style` and `title` hold tags.
  private var foreign: [ShownElements.Realm] = []
  /// The style sheet of a drawing that is open.
  private var style: ForeignStyle?

  /// Looks through `source`.
  static func look(
    at source: ByteSource, isPackage: Bool = false, place: LabelSight.Place = .none,
    isPart: Bool = false
  ) throws(DocumentError) -> (rules: MarkupRules, text: TextShows) {
    var shows = try HTMLShows(source, isPackage, place)
    shows.rules.elements.isAny = isPart
    try shows.run()
    shows.rules.finish()
    return (shows.rules, shows.text)
  }

  private init(
    _ source: ByteSource, _ isPackage: Bool, _ place: LabelSight.Place
  ) throws(DocumentError) {
    self.source = source
    rules = MarkupRules(isPackage: isPackage, place: place)
    tokenizer = try HTMLTokenizer(source)
    tokenizer.keepsAll = true
    tokenizer.keptValue = ShowLimits.value
  }

  private mutating func run() throws(DocumentError) {
    while true {
      switch try tokenizer.next() {
      case .documentEnd: return try endStyle(at: source.size)
      case .space, .text, .escapedSpace: try takeText()
      case .nothing: try takeSection()
      case .end(let tag):
        rules.end(tag.name, at: tag.range.start)
        if tag.name == "svg" || tag.name == "math" { _ = foreign.popLast() }
        if tag.name == "style" || foreign.isEmpty { try endStyle(at: tag.range.start) }
      case .start(let tag):
        take(tag)
        if tag.name == "plaintext" { return try endStyle(at: source.size) }
        try takeContent(of: tag)
      }
    }
  }

  private mutating func takeText() throws(DocumentError) {
    let start = tokenizer.tokenStart
    try tokenizer.reader.skip(to: UInt8(ascii: "<"))
    var position = start
    while position < tokenizer.reader.offset {
      let length = min(XMLReading.longestText, tokenizer.reader.offset - position)
      guard let range = ByteRange(start: position, length: length) else { return }
      var piece = try source.bytes(range)[...]
      if range.end < tokenizer.reader.offset { piece = piece.wholeBeginning }
      let decoded = XMLReading.decoded(piece)
      text.take(decoded, at: position)
      rules.take(text: decoded, at: position)
      style?.take(decoded)
      position += piece.count
    }
  }

  /// In a drawing, a section of character data belongs to the style sheet around it.
  private mutating func takeSection() throws(DocumentError) {
    guard style != nil, let range = ByteRange(tokenizer.tokenStart..<tokenizer.reader.offset),
      range.length <= ShowLimits.style
    else { return }
    let section = try source.bytes(range)
    if section.starts(with: "<![CDATA[".utf8) { style?.take(section.dropFirst(9)) }
  }

  /// Ends the style sheet of a drawing: as the drawing takes it, without comments and with references
  /// replaced, and as a page takes it where it counts as the page's, byte for byte.
  private mutating func endStyle(at end: Int) throws(DocumentError) {
    guard let style else { return }
    self.style = nil
    rules.take(style: style.text, at: style.start, media: style.media)
    guard let range = ByteRange(style.start..<max(style.start, end)),
      range.length <= ShowLimits.style
    else { return noteUnread(at: style.start) }
    let written = try source.bytes(range)
    if written != style.text { rules.take(style: written, at: style.start, media: style.media) }
  }

  private mutating func take(_ tag: HTMLTag) {
    let attributes = tag.attributes.all.map { attribute -> (name: String, value: String) in
      let name =
        attribute.name.hasPrefix("xlink:") ? String(attribute.name.dropFirst(6)) : attribute.name
      let value = HTMLCharacterReference.resolve(attribute.value)
      return (name, String(decoding: value, as: UTF8.self))
    }
    let isRoot = tag.name == "svg" || tag.name == "math"
    let realm: ShownElements.Realm = tag.name == "svg" ? .drawing : .formula
    if isRoot, !tag.attributes.isSelfClosing { foreign.append(realm) }
    // A drawing ends where a browser says so: its elements are asked by both rules.
    let inner = HTMLShows.pageNames.contains(tag.name) ? .page : foreign.last ?? .page
    let isText = foreign.isEmpty && HTMLShows.texts.contains { $0.description == tag.name }
    rules.take(
      HTMLShows.drawingNames[tag.name] ?? tag.name, in: isRoot ? realm : inner,
      isEmpty: isText || tag.attributes.isSelfClosing && inner != .page
        || isRoot && tag.attributes.isSelfClosing, attributes, at: tag.range.start)
  }

  /// Moves over the text of an element that holds no tags, and looks at what may be read otherwise.
  private mutating func takeContent(of tag: HTMLTag) throws(DocumentError) {
    guard foreign.isEmpty else {
      if tag.name == "style", !tag.attributes.isSelfClosing, style == nil {
        style = ForeignStyle(start: tag.range.end, media: HTMLShows.media(of: tag))
      }
      return
    }
    guard let name = HTMLShows.texts.first(where: { $0.description == tag.name }) else { return }
    guard let content = try tokenizer.skipText(of: name) else {
      noteUnread(at: tag.range.start)
      return
    }
    switch tag.name {
    case "style":
      guard content.content.length <= ShowLimits.style else {
        return noteUnread(at: tag.range.start)
      }
      rules.take(
        style: try source.bytes(content.content), at: content.content.start,
        media: HTMLShows.media(of: tag))
    // It shows as many lines as it has room for.
    case "textarea":
      let length = min(content.content.length, ShowLimits.value)
      guard let part = ByteRange(start: content.content.start, length: length) else { return }
      let written = try source.bytes(part)
      if length == ShowLimits.value || !written.allSatisfy(\.isMarkupSpace) {
        rules.note(.unread, at: tag.range.start)
      }
    case "xmp", "noembed", "noframes", "iframe":
      if content.content.length > 0 { rules.note(.hidden, at: tag.range.start) }
    default: break
    }
  }

  /// What is not read may hold a style sheet that sees the label.
  private mutating func noteUnread(at offset: Int) {
    rules.note(.unread, at: offset)
    rules.note(.sight, at: offset)
  }

  private static func media(of tag: HTMLTag) -> String? {
    tag.attributes.all.first { $0.name == "media" }.map {
      String(decoding: HTMLCharacterReference.resolve($0.value), as: UTF8.self)
    }
  }

  /// Elements that hold no tags.
  private static let texts: [StaticString] = [
    "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes",
  ]

  private static let pageNames: Set<String> = [
    "img", "iframe", "object", "embed", "form", "input", "video", "audio", "link", "meta", "base",
    "script", "body", "div", "p", "span", "table", "td", "noscript",
  ]
  /// Names of drawings that a page spells in small letters.
  private static let drawingNames = [
    "foreignobject": "foreignObject", "animatetransform": "animateTransform",
    "animatemotion": "animateMotion", "animatecolor": "animateColor",
  ]
}

/// A style sheet in a drawing, whose text is made of tokens.
private struct ForeignStyle {
  /// Where it begins.
  let start: Int
  /// Its text so far; one byte more than is looked at, at most.
  private(set) var text: [UInt8] = []

  /// For which media it holds.
  let media: String?

  init(start: Int, media: String?) {
    self.start = start
    self.media = media
  }

  mutating func take(_ more: some Collection<UInt8>) {
    text += more.prefix(ShowLimits.style + 1 - text.count)
  }
}
