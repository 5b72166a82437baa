/// Alternatives of which each program takes one (ECMA-376-3 §7.5): whether they show the same text.
struct OfficeAlternatives {
  /// Alternatives inside each other that are followed.
  static let maximumDepth = 16

  /// Whether alternatives stand that do not show the same text.
  private(set) var differ = false
  /// Whether more stand inside each other than are followed.
  private(set) var isTooDeep = false

  /// Of each set of alternatives that is open, the text of each branch so far.
  private var open: [[[UInt8]]] = []
  private var beyond = 0

  /// Takes a start tag of the vocabulary.
  mutating func begin(_ name: String) {
    switch name {
    case "AlternateContent":
      guard open.count < OfficeAlternatives.maximumDepth else {
        isTooDeep = true
        beyond += 1
        return
      }
      open.append([])
    case "Choice", "Fallback":
      if beyond == 0, let last = open.indices.last { open[last].append([]) }
    default: break
    }
  }

  /// Takes an end tag.
  mutating func end(_ name: String) {
    guard name == "AlternateContent" else { return }
    guard beyond == 0 else {
      beyond -= 1
      return
    }
    guard let branches = open.popLast() else { return }
    let texts = Set(branches.map { $0.filter { !$0.isXMLSpace } })
    // Alone, a choice is shown by those who understand it and by nobody else.
    if texts.count > 1 || (branches.count == 1 && texts != [[]]) { differ = true }
    // Where they agree, either is text of the branch around them.
    take(branches.first ?? [])
  }

  /// Takes text that is shown.
  mutating func take(_ text: [UInt8]) {
    guard let level = open.indices.last, let branch = open[level].indices.last else { return }
    open[level][branch] += text
  }
}
