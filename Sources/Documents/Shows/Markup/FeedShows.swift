import BroadsealBytes
import BroadsealFiles

/// Looks at news, whose texts are pages written as text (RSS 2.0, RFC 4287): each is looked through as a page.
struct FeedShows {
  /// Bytes of one text that are looked at.
  static let longest = 1 << 20

  private var isFeed = false
  private var text: [UInt8] = []

  /// Takes a start tag.
  mutating func begin(_ reading: XMLReading, _ rules: inout MarkupRules) {
    let name = reading.name
    if name.vocabulary == .feed || name == XMLReading.Name(.none, "rss") && reading.depth <= 1 {
      isFeed = true
    }
    guard isFeed else { return }
    text = []
    func isOutside(_ address: StaticString) -> Bool {
      reading.value(address).map { !WebAddress($0).isInside(isPackage: false) } ?? false
    }
    // What is shown or played from elsewhere beside the texts.
    let isAsked =
      switch name.local {
      case "enclosure", "thumbnail": isOutside("url")
      case "content": isOutside("url") || isOutside("src")
      case "link": reading.value("rel") == "enclosure" && isOutside("href")
      case "logo", "icon": name.vocabulary == .feed
      case "url": reading.ancestor(1)?.local == "image"
      default: false
      }
    if isAsked { rules.note(.external, at: reading.offset) }
  }

  /// Takes text.
  mutating func take(_ more: [UInt8]) {
    guard isFeed else { return }
    text += more.prefix(FeedShows.longest + 1 - text.count)
  }

  /// Takes an end tag: of an element whose text is that of a page.
  mutating func end(_ rules: inout MarkupRules, at offset: Int) throws(DocumentError) {
    guard isFeed, !text.isEmpty else { return }
    defer { text = [] }
    guard text.contains(UInt8(ascii: "<")) || text.contains(UInt8(ascii: "&")) else { return }
    guard text.count <= FeedShows.longest else { return rules.note(.unread, at: offset) }
    let page = try HTMLShows.look(at: ByteSource(bytes: text))
    for kind in page.rules.found.keys { rules.note(kind, at: offset) }
  }
}
