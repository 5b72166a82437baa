import BroadsealBytes
import BroadsealFiles

/// Looks through a page to its end, and not its head alone.
struct HTMLShows {
  private let source: ByteSource
  private var tokenizer: HTMLTokenizer
  private var rules: MarkupRules
  private var text = TextShows()
  /// Drawings and formulas that are open: in them `style` and `title` hold tags.
  private var foreign = 0
  /// Bytes that are still looked at inside elements whose text may be markup to some readers.
  private var inner = 1 << 20

  /// Looks through `source`.
  static func look(
    at source: ByteSource, isPackage: Bool = false
  ) throws(DocumentError) -> (rules: MarkupRules, text: TextShows) {
    var shows = try HTMLShows(source, isPackage)
    try shows.run()
    shows.rules.finish()
    return (shows.rules, shows.text)
  }

  private init(_ source: ByteSource, _ isPackage: Bool) throws(DocumentError) {
    self.source = source
    rules = MarkupRules(isPackage: isPackage)
    tokenizer = try HTMLTokenizer(source)
    tokenizer.keepsAll = true
    tokenizer.keptValue = ShowLimits.value
  }

  private mutating func run() throws(DocumentError) {
    while true {
      switch try tokenizer.next() {
      case .documentEnd: return
      case .space, .text, .escapedSpace: try takeText()
      case .nothing: continue
      case .end(let tag):
        if tag.name == "svg" || tag.name == "math" { foreign = max(0, foreign - 1) }
      case .start(let tag):
        take(tag)
        if tag.name == "plaintext" { return }
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
      text.take(XMLReading.decoded(try source.bytes(range)[...]), at: position)
      position += length
    }
  }

  private mutating func take(_ tag: HTMLTag) {
    if tag.name == "svg" || tag.name == "math" { foreign += 1 }
    let attributes = tag.attributes.all.map { attribute -> (name: String, value: String) in
      let name =
        attribute.name.hasPrefix("xlink:") ? String(attribute.name.dropFirst(6)) : attribute.name
      let value = HTMLCharacterReference.resolve(attribute.value)
      return (name, String(decoding: value, as: UTF8.self))
    }
    // A drawing ends where a browser says so: its elements are asked by both rules.
    let isDrawing = foreign > 0 && !HTMLShows.pageNames.contains(tag.name)
    rules.take(
      HTMLShows.drawingNames[tag.name] ?? tag.name, isDrawing: isDrawing, attributes,
      at: tag.range.start)
  }

  /// Moves over the text of an element that holds no tags, and looks at what may be read otherwise.
  private mutating func takeContent(of tag: HTMLTag) throws(DocumentError) {
    let names: [StaticString] = [
      "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes",
    ]
    guard foreign == 0, let name = names.first(where: { $0.description == tag.name }) else {
      return
    }
    guard let content = try tokenizer.skipText(of: name) else {
      rules.note(.unread, at: tag.range.start)
      return
    }
    switch tag.name {
    case "style":
      guard content.content.length <= ShowLimits.style else {
        return rules.note(.unread, at: tag.range.start)
      }
      rules.take(style: try source.bytes(content.content), at: content.content.start)
    case "xmp", "noembed", "noframes", "iframe":
      if content.content.length > 0 { rules.note(.hidden, at: tag.range.start) }
    default: break
    }
  }

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
