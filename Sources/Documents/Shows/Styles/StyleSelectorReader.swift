/// Reads the selectors in front of a rule.
struct StyleSelectorReader {
  private let sheet: StyleTokens
  /// How many questions for what an element holds were read.
  private(set) var questions = 0
  /// Whether selectors stand in each other too deeply to be read.
  private(set) var isTooDeep = false

  /// Selectors in each other.
  private static let maximumDepth = 16
  /// Elements in one selector.
  private static let maximumElements = 64

  init(_ sheet: StyleTokens) { self.sheet = sheet }

  /// The selectors of a list.
  mutating func list(_ range: Range<Int>, depth: Int = 0) -> [StyleSelector] {
    guard depth < StyleSelectorReader.maximumDepth else {
      isTooDeep = true
      return []
    }
    var selectors: [StyleSelector] = []
    var start = range.lowerBound
    var place = start
    while place < range.upperBound {
      if sheet.tokens[place] == .comma {
        selectors.append(selector(start..<place, depth))
        start = place + 1
      }
      place = sheet.after(place)
    }
    selectors.append(selector(start..<range.upperBound, depth))
    return selectors.filter { !$0.compounds.isEmpty }
  }

  private mutating func selector(_ range: Range<Int>, _ depth: Int) -> StyleSelector {
    var selector = StyleSelector()
    var compound: StyleSelector.Compound?
    var combinator = StyleSelector.Combinator.descendant
    var place = range.lowerBound
    func flush(_ next: StyleSelector.Combinator) {
      if let compound { selector.append(compound, combinator) }
      // In `:has(> a)` the first is the element that is asked.
      if compound == nil, selector.compounds.isEmpty, next != .descendant {
        selector.append(StyleSelector.Compound(), .descendant)
      }
      if compound != nil || next != .descendant { combinator = next }
      compound = nil
    }
    while place < range.upperBound {
      guard selector.compounds.count < StyleSelectorReader.maximumElements else {
        isTooDeep = true
        return selector
      }
      let token = sheet.tokens[place]
      let end = min(sheet.after(place), range.upperBound)
      switch token {
      case .space: flush(.descendant)
      case .delim(UInt8(ascii: ">")): flush(.child)
      case .delim(UInt8(ascii: "+")): flush(.next)
      case .delim(UInt8(ascii: "~")): flush(.later)
      default:
        var taken = compound ?? StyleSelector.Compound()
        place = take(token, at: place, before: range.upperBound, into: &taken, depth)
        compound = taken
        continue
      }
      place = end
    }
    flush(.descendant)
    return selector
  }

  /// Takes what stands at `place`; where to go on.
  private mutating func take(
    _ token: StyleToken, at place: Int, before end: Int,
    into compound: inout StyleSelector.Compound,
    _ depth: Int
  ) -> Int {
    let next = place + 1 < end ? sheet.tokens[place + 1] : .space
    switch token {
    case .ident(let name): compound.type = name
    case .hash(let name): compound.identifiers.append(name.lowercased())
    case .delim(UInt8(ascii: ".")):
      if case .ident(let name) = next {
        compound.classes.append(name)
        return place + 2
      }
    // What stood before it is a namespace.
    case .delim(UInt8(ascii: "|")), .delim(UInt8(ascii: "*")): compound.type = nil
    case .open(UInt8(ascii: "[")):
      compound.attributes.append(attribute(place + 1..<min(sheet.end(of: place), end)))
    case .colon:
      var name = place + 1
      if next == .colon { name += 1 }
      guard name < end else { return end }
      if isPart(at: name, isElement: name > place + 1) { compound.isPart = true }
      if name == place + 1 { takeQuestion(at: name, before: end, into: &compound, depth) }
      return min(sheet.after(name), end)
    default: break
    }
    return min(sheet.after(place), end)
  }

  /// Whether a pseudo-element holds no text of its element, as only some do (CSS Pseudo-Elements 4 §2, CSS Scoping §3).
  private func isPart(at place: Int, isElement: Bool) -> Bool {
    guard case .ident(let name) = sheet.tokens[place] else { return false }
    return isElement
      ? !["first-line", "first-letter", "content", "target-text"].contains(name)
      : ["before", "after"].contains(name)
  }

  /// The local name of an attribute.
  private func attribute(_ range: Range<Int>) -> String {
    var found = "*"
    for token in sheet.tokens[range.clamped(to: 0..<sheet.tokens.count)] {
      switch token {
      case .ident(let name): found = name
      case .space, .delim(UInt8(ascii: "|")), .delim(UInt8(ascii: "*")): continue
      default: return found
      }
    }
    return found
  }

  private mutating func takeQuestion(
    at place: Int, before end: Int, into compound: inout StyleSelector.Compound, _ depth: Int
  ) {
    switch sheet.tokens[place] {
    case .ident("root"): compound.isRoot = true
    case .ident("empty"), .ident("-moz-only-whitespace"): compound.asksEmpty = true
    case .ident("first-child"), .ident("last-child"), .ident("only-child"),
      .ident("-moz-first-node"), .ident("-moz-last-node"):
      compound.asksPlace = true
    case .ident(let name) where name.hasSuffix("-of-type"): compound.asksPlaceOfType = true
    case .function(let name):
      let inner = place + 1..<max(place + 1, min(sheet.end(of: place), end))
      switch name {
      case "has":
        questions += 1
        compound.holds += list(inner, depth: depth + 1)
      case "is", "where", "matches", "-webkit-any", "-moz-any":
        compound.alternatives.append(list(inner, depth: depth + 1))
      case "lang": compound.asksLanguage = true
      case _ where name.hasPrefix("nth-"):
        if name.hasSuffix("-of-type") {
          compound.asksPlaceOfType = true
        } else {
          compound.asksPlace = true
        }
        if let of = inner.first(where: { sheet.tokens[$0].isWord("of") }) {
          compound.others += list(of + 1..<inner.upperBound, depth: depth + 1)
        }
      default: compound.others += list(inner, depth: depth + 1)
      }
    default: break
    }
  }
}
