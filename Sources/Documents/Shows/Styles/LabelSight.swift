/// Who can see a label inside a document: selectors that find its element, or count it among others.
///
/// The label of a page is a `script` in its head, that of a drawing a `metadata` in its root, with a
/// namespace that the root declares. A document without such a place has none to be seen.
struct LabelSight {
  /// Where a label stands.
  enum Place: Sendable { case page, drawing, none }

  /// What is known of elements that a selector may name.
  struct Elements {
    var types: Set<String>
    var classes: Set<String> = []
    var identifiers: Set<String> = []
    var attributes: Set<String> = []
    /// Whether any element may be among them.
    var isAny = false
    var isRoot = false

    /// Whether one of them may be what `compound` describes.
    func admit(_ compound: StyleSelector.Compound) -> Bool {
      if compound.isRoot, !isRoot { return false }
      for list in compound.alternatives where !list.isEmpty {
        if !list.contains(where: { $0.compounds.last.map(admit) ?? true }) { return false }
      }
      if isAny { return true }
      return compound.type.map(types.contains) ?? true
        && compound.classes.allSatisfy(classes.contains)
        && compound.identifiers.allSatisfy(identifiers.contains)
        && compound.attributes.allSatisfy { $0 == "*" || attributes.contains($0) }
    }
  }

  private enum Role { case root, container, inside, label }

  /// Where the label stands.
  let place: Place
  private var root: Elements
  private var container: Elements
  private var inside: Elements
  private let label: Elements

  /// Elements that may stand in a head.
  static let heads: Set<String> = [
    "title", "meta", "link", "base", "style", "script", "template", "noscript", "basefont",
    "bgsound",
    "noframes",
  ]

  init(_ place: Place) {
    self.place = place
    switch place {
    case .page:
      root = Elements(types: ["html"], isRoot: true)
      container = Elements(types: ["head"])
      inside = Elements(types: ["script"], attributes: ["type"])
      label = Elements(types: ["script"], attributes: ["type"])
    case .drawing, .none:
      root = Elements(types: ["svg"], attributes: ["c2pa"], isRoot: true)
      container = Elements(types: ["metadata"])
      inside = Elements(types: [], isAny: true)
      label = Elements(types: ["manifest"], attributes: ["c2pa"])
    }
  }

  /// Learns of an element of the document.
  mutating func learn(_ name: String, _ attributes: [(name: String, value: String)]) {
    switch place {
    case .page:
      if name == "html" { root.learn(attributes) }
      if name == "head" { container.learn(attributes) }
      if LabelSight.heads.contains(name) {
        inside.types.insert(name)
        inside.learn(attributes)
      }
    case .drawing:
      if name == "svg" { root.learn(attributes) }
      if name == "metadata" { container.learn(attributes) }
    case .none: return
    }
  }

  /// Whether `rule` can see the label.
  func sees(_ rule: StyleReader.Rule) -> Bool {
    guard place != .none else { return false }
    return rule.selectors.contains { selector in
      // What stands in a head is not shown, unless a rule shows it.
      place == .page && rule.displays && reach(selector, selector.compounds.count - 1, .inside)
        || asks(selector)
    }
  }

  private func asks(_ selector: StyleSelector) -> Bool {
    for (index, compound) in selector.compounds.enumerated() {
      let isAround = reach(selector, index, .root) || reach(selector, index, .container)
      // In a page also of what stands before the label in the head, though that only moves the unseen.
      if !compound.holds.isEmpty, isAround, compound.holds.contains(where: finds) { return true }
      if compound.asksEmpty, isAround { return true }
      if place == .drawing {
        if compound.attributes.contains(where: { $0 == "c2pa" || $0 == "*" }), isAround {
          return true
        }
        if compound.asksPlace, reach(selector, index, .inside) { return true }
        if index > 0, [.next, .later].contains(selector.combinators[index - 1]),
          reach(selector, index, .inside), container.admit(selector.compounds[index - 1])
        {
          return true
        }
      }
      if compound.within.contains(where: asks) { return true }
    }
    return false
  }

  /// Whether what `:has()` asks for may be the label, or may be counted from it.
  private func finds(_ selector: StyleSelector) -> Bool {
    for (index, compound) in selector.compounds.enumerated() {
      // The first is often the element that is asked itself.
      let isAnchor = index == 0 && compound.isAnything && selector.compounds.count > 1
      if !isAnchor {
        let found = place == .page ? [Role.label] : [.label, .container]
        if found.contains(where: { reach(selector, index, $0) }) { return true }
      }
      let isInside = reach(selector, index, .inside) || reach(selector, index, .container)
      let counts = compound.asksPlace || compound.asksPlaceOfType || compound.asksEmpty
      if counts, isInside { return true }
      if index > 0, [.next, .later].contains(selector.combinators[index - 1]),
        inside.admit(compound), inside.admit(selector.compounds[index - 1])
      {
        return true
      }
      if compound.within.contains(where: finds) { return true }
    }
    return false
  }

  /// Whether the element that stands at `index` of a selector may have `role`.
  private func reach(_ selector: StyleSelector, _ index: Int, _ role: Role) -> Bool {
    guard index >= 0, elements(role).admit(selector.compounds[index]) else { return false }
    guard index > 0 else { return true }
    let around: [Role]
    switch selector.combinators[index - 1] {
    case .child: around = parents(role)
    case .descendant: around = ancestors(role)
    case .next, .later: around = role == .inside || role == .label ? [.inside] : []
    }
    return around.contains { reach(selector, index - 1, $0) }
  }

  private func elements(_ role: Role) -> Elements {
    switch role {
    case .root: root
    case .container: container
    case .inside: inside
    case .label: label
    }
  }

  private func parents(_ role: Role) -> [Role] {
    switch role {
    case .root: []
    case .container: [.root]
    case .inside: place == .page ? [.container] : [.root]
    case .label: [.container]
    }
  }

  private func ancestors(_ role: Role) -> [Role] {
    switch role {
    case .root: []
    case .container: [.root]
    case .inside: place == .page ? [.container, .root] : [.root]
    case .label: [.container, .root]
    }
  }
}

extension LabelSight.Elements {
  /// Whether elements among these may be what `selector` describes.
  func admit(_ selector: StyleSelector) -> Bool { selector.compounds.allSatisfy(admit) }

  /// Learns the name of an element, in whatever case, and what is written in it.
  mutating func learn(_ name: String, _ given: [(name: String, value: String)]) {
    types.insert(name.lowercased())
    learn(given)
  }

  /// Takes the elements of another document.
  mutating func join(_ other: LabelSight.Elements) {
    types.formUnion(other.types)
    classes.formUnion(other.classes)
    identifiers.formUnion(other.identifiers)
    attributes.formUnion(other.attributes)
    isAny = isAny || other.isAny
  }

  fileprivate mutating func learn(_ given: [(name: String, value: String)]) {
    for (name, value) in given {
      attributes.insert(name.lowercased())
      if name == "class" {
        classes.formUnion(value.lowercased().split(whereSeparator: \.isWhitespace).map(String.init))
      }
      if name == "id" { identifiers.insert(value.lowercased()) }
    }
  }
}

extension StyleSelector.Compound {
  /// Whether it says nothing of its element.
  fileprivate var isAnything: Bool {
    type == nil && classes.isEmpty && identifiers.isEmpty && attributes.isEmpty && !isRoot
      && !asksEmpty
      && !asksPlace && !asksPlaceOfType && alternatives.isEmpty && within.isEmpty
  }
}
