import BroadsealBytes

/// The elements that are open, as far as it takes to say whether the text that follows is shown.
///
/// Of a page only those are kept that do not show their text, and what stands in them: everything else
/// shows it, and a browser closes it in many ways. All of a drawing or a formula is kept.
struct OpenElements {
  private struct Open {
    let name: String
    let realm: ShownElements.Realm
    let fate: ShownElements.Fate
  }

  private var stack: [Open] = []
  /// How many open elements do not show their text, by what becomes of it.
  private var hiding = 0
  private var unknown = 0
  private var aside = 0
  /// Elements that are followed in each other; what lies deeper counts as unknown.
  private static let deepest = 512

  /// Begins an element that has content.
  mutating func open(_ written: String, _ realm: ShownElements.Realm) {
    let name = written.lowercased()
    let fate = ShownElements.fate(of: name, in: realm)
    if realm == .page {
      if ShownElements.empty.contains(name) { return }
      if name == "rt" || name == "rp" { close("rp") }
      if let last = stack.last, last.realm == .page, OpenElements.ends(last.name, at: name) {
        pop()
      }
      if stack.isEmpty, fate == .shown { return }
    }
    guard stack.count < OpenElements.deepest else { return }
    stack.append(Open(name: name, realm: realm, fate: fate))
    count(fate, 1)
  }

  /// Whether an element without an end tag ends where another begins.
  private static func ends(_ last: String, at next: String) -> Bool {
    switch last {
    case "p": ShownElements.special.contains(next)
    case "li", "option", "td", "th", "tr": last == next
    case "dd", "dt": next == "dd" || next == "dt"
    default: false
    }
  }

  /// Ends an element, where its end tag does so.
  mutating func close(_ written: String) {
    let name = written.lowercased()
    var place = stack.count - 1
    while place >= 0, stack[place].name != name {
      // The end tag of a word is ignored where a block is open in it.
      let isBlock = stack[place].realm == .page && ShownElements.special.contains(stack[place].name)
      if isBlock, !ShownElements.special.contains(name), !["svg", "math"].contains(name) { return }
      place -= 1
    }
    guard place >= 0 else { return }
    while stack.count > place { pop() }
  }

  private mutating func pop() {
    guard let last = stack.popLast() else { return }
    count(last.fate, -1)
  }

  private mutating func count(_ fate: ShownElements.Fate, _ step: Int) {
    switch fate {
    case .shown: return
    case .aside: aside += step
    case .hidden: hiding += step
    case .unknown: unknown += step
    }
  }

  /// What becomes of text that stands here.
  var fate: ShownElements.Fate {
    if aside > 0 { return .aside }
    if hiding > 0 { return .hidden }
    if unknown > 0 || stack.count >= OpenElements.deepest { return .unknown }
    guard let last = stack.last, last.realm == .drawing else { return .shown }
    // Characters that stand in a drawing and in no text element are not drawn.
    if last.name == "foreignobject" { return .shown }
    let part = stack.reversed().prefix { $0.name != "foreignobject" && $0.name != "svg" }
    return part.contains { $0.name == "text" } ? .shown : .hidden
  }

  /// Whether an element of this name is open.
  func isInside(_ name: String) -> Bool { stack.contains { $0.name == name } }

  /// The innermost element that is followed, in small letters.
  var last: String? { stack.last?.name }
}
