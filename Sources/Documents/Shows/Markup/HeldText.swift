/// Which elements of a page hold text, and where in a line they may stand.
///
/// A size of nothing hides nothing in a picture or an empty box. Whoever reads tags alone cannot say where each element
/// ends; an element counts as empty where its end tag closes it before any text came.
struct HeldText {
  /// What the `style` of an element does to its box.
  typealias Style = (boxes: StyleBoxes, offset: Int)

  private struct Open {
    let name: String
    let attributes: [(name: String, value: String)]
    var style: Style?
  }

  private var open: [Open] = []
  /// The elements that hold text, but for cells and rows, which grow with it.
  private(set) var holders = LabelSight.Elements(types: ["html", "body"], isRoot: true)
  /// The cells and rows that do.
  private(set) var cells = LabelSight.Elements(types: [])
  /// Elements that stand in lines of text.
  private(set) var spans = LabelSight.Elements(types: [])
  /// Pictures, lines and fields, which paint over what they are moved onto.
  private(set) var pictures = LabelSight.Elements(types: [])
  /// Elements whose text has a line through it, since it holds no more.
  private(set) var struck = LabelSight.Elements(types: [])
  /// Styles of elements that turned out to hold text.
  private(set) var styles: [Style] = []
  private var cellStyles: [Style] = []

  /// Elements that are followed until text comes; of more of them each counts as one that holds some.
  private static let most = 256

  private static let textless: Set<String> = [
    "img", "hr", "br", "input", "col", "colgroup", "area", "embed", "source", "track", "wbr",
    "meta", "link",
    "param", "base",
  ]
  static let strikes: Set<String> = ["del", "s", "strike"]
  /// Elements that are painted in their line, whatever they hold.
  static let pictures: Set<String> = [
    "img", "hr", "input", "embed", "svg", "canvas", "video", "iframe", "object", "picture",
    "button", "textarea", "select",
  ]
  private static let tables: Set<String> = ["table", "thead", "tbody", "tfoot", "tr", "td", "th"]
  /// Elements that stand in no line, unless a style says so.
  static let blocks: Set<String> = [
    "html", "head", "body", "main", "header", "footer", "nav", "section", "article", "aside", "div",
    "p", "ul", "ol",
    "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "h1",
    "h2", "h3", "h4",
    "h5", "h6", "hgroup", "blockquote", "pre", "figure", "figcaption", "fieldset", "legend",
    "address", "details",
    "summary", "form", "hr", "center", "search", "menu", "title", "style", "script",
  ]

  /// Takes the start of an element.
  mutating func begin(
    _ name: String, isEmpty: Bool, _ attributes: [(name: String, value: String)], _ style: Style?
  ) {
    if HeldText.strikes.contains(name) { struck.learn(name, attributes) }
    if HeldText.pictures.contains(name) { pictures.learn(name, attributes) }
    guard !isEmpty, !HeldText.textless.contains(name) else { return }
    if !HeldText.blocks.contains(name) { spans.learn(name, attributes) }
    let element = Open(name: name, attributes: attributes, style: style)
    if open.count < HeldText.most { open.append(element) } else { fill(element) }
  }

  /// Takes text: whatever is open may hold it.
  mutating func show() {
    guard !open.isEmpty else { return }
    for element in open { fill(element) }
    open = []
  }

  /// Takes the end of an element. What stands in another order closes nothing here.
  mutating func end(_ name: String) {
    if open.last?.name == name { open.removeLast() }
  }

  private mutating func fill(_ element: Open) {
    if HeldText.tables.contains(element.name) {
      cells.learn(element.name, element.attributes)
    } else {
      holders.learn(element.name, element.attributes)
    }
    guard let style = element.style else { return }
    if HeldText.tables.contains(element.name), !style.boxes.relays {
      cellStyles.append(style)
    } else {
      styles.append(style)
    }
  }

  /// Cells are laid out as other boxes are.
  mutating func spreadCells() {
    holders.join(cells)
    styles += cellStyles
    cellStyles = []
  }

  /// Takes the elements of another document.
  mutating func join(_ other: HeldText) {
    holders.join(other.holders)
    cells.join(other.cells)
    spans.join(other.spans)
    pictures.join(other.pictures)
    struck.join(other.struck)
  }
}
