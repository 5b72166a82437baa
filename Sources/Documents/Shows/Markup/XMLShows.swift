import BroadsealBytes
import BroadsealFiles

/// Looks through a drawing, a page in XML, or any XML that a program may show as one.
struct XMLShows {
  /// What was found by the rules for pages and drawings.
  private(set) var rules: MarkupRules
  /// What was found in its text.
  private(set) var text = TextShows()
  /// Whether a style sheet is named in front of the root.
  private(set) var hasStylesheet = false
  /// Whether entities are defined, of which it takes a program to know what they stand for.
  private(set) var hasDefinitions = false
  /// Whether an entity stands whose meaning is defined elsewhere.
  private(set) var hasEntities = false

  /// Whether its root is that of an OpenDocument in one file.
  private(set) var isOpenDocument = false

  /// Where an element of another vocabulary plays or shows what stands outside of the package.
  private(set) var outside: Int?

  /// The style sheets that are open, each in the one before.
  private var styles: [(text: [UInt8], media: String?)] = []
  /// The pages in news.
  private var feed = FeedShows()
  /// Whether the root is a drawing.
  private var isDrawing = false

  /// Looks through what a reading that begins reads.
  ///
  /// - Parameters:
  ///   - place: where a label would stand in it.
  ///   - isNavigation: whether it is the list of contents of a book.
  init(
    _ start: XMLReading, isPackage: Bool = false, place: LabelSight.Place = .none,
    isNavigation: Bool = false
  ) throws(DocumentError) {
    var reading = start
    rules = MarkupRules(isPackage: isPackage, place: place)
    rules.isNavigation = isNavigation
    while true {
      switch try reading.next() {
      case .over:
        (hasStylesheet, hasDefinitions) = (reading.hasStylesheet, reading.hasDefinitions)
        hasEntities = reading.hasEntities
        if reading.namesProgram { rules.note(.unread, at: 0) }
        rules.finish()
        return
      case .start(let isEmpty):
        if reading.name.vocabulary == .office { isOpenDocument = true }
        if reading.depth <= 1, reading.name.local == "svg" { isDrawing = true }
        take(reading, isEmpty: isEmpty)
        feed.begin(reading, &rules)
        if !isEmpty, reading.name.local == "style" {
          styles.append(([], reading.value("media")))
        }
      case .end:
        try feed.end(&rules, at: reading.offset)
        if reading.name.local == "style" { takeStyle(at: reading.offset) }
        if XMLShows.realm(of: reading.name) != nil {
          rules.end(reading.name.local, at: reading.offset)
        }
      case .text:
        if reading.ancestor(0)?.local == "style", let last = styles.indices.last {
          if styles[last].text.count <= ShowLimits.style { styles[last].text += reading.text }
        } else if reading.ancestor(0)?.local != "script" {
          text.take(reading.text, at: reading.offset)
          feed.take(reading.text)
          if reading.ancestor(0).flatMap(XMLShows.realm) != nil {
            rules.take(text: reading.text, at: reading.offset)
          }
        }
      case .aside: continue
      }
    }
  }

  /// By whose rules an element is shown; nil for one of another vocabulary.
  private static func realm(of name: XMLReading.Name) -> ShownElements.Realm? {
    switch name.vocabulary {
    case .html: .page
    case .svg: .drawing
    case .formula: .formula
    // Without its namespace a browser shows no drawing; other programs do.
    case .none where ["svg", "script", "image"].contains(name.local): .drawing
    default: nil
    }
  }

  private mutating func take(_ reading: XMLReading, isEmpty: Bool) {
    if let realm = XMLShows.realm(of: reading.name) {
      let isAny = reading.name.vocabulary == .none
      let attributes = reading.attributes()
        .filter { isAny || $0.vocabulary == .none || $0.vocabulary == .xlink }
        .map { (name: $0.name, value: $0.value) }
      return rules.take(
        reading.name.local, in: realm, isEmpty: isEmpty, attributes, at: reading.offset)
    }
    switch reading.name.vocabulary {
    case .include:
      rules.note(.external, at: reading.offset)
      // It may be the document itself, of which a comment is asked for.
      rules.note(.sight, at: reading.offset)
    case .events: rules.note(.script, at: reading.offset)
    case .program: rules.note(.unread, at: reading.offset)
    // Text and sound of a book that are played together (SMIL).
    case .other, .none:
      let address = WebAddress(reading.value("src") ?? "")
      if outside == nil, !address.isInside(isPackage: true) { outside = reading.offset }
    default: break
    }
  }

  private mutating func takeStyle(at offset: Int) {
    guard let style = styles.popLast() else { return }
    rules.take(style: style.text, at: offset, media: style.media, isDrawing: isDrawing)
  }
}
