/// The rules of style sheets by which a drawing is painted, found by what an element is.
///
/// Map and chart programs write a class for each element, and a rule for each class: whoever asks every rule for
/// every element works as the square of the file. Each selector is kept under the rarest that its last element
/// has to have, and an element asks for what it has; how much may be asked is bounded.
struct DrawnRules {
  private struct Entry {
    let compound: StyleSelector.Compound
    /// The number of its rule.
    let rule: Int
  }

  private var rules: [[StyleDeclaration]] = []
  private var identified: [String: [Entry]] = [:]
  private var classed: [String: [Entry]] = [:]
  private var typed: [String: [Entry]] = [:]
  private var others: [Entry] = []
  /// How many selectors may still be asked.
  private var work: Int
  /// Whether there were more rules or questions than are looked at: then nobody knows how text is painted.
  private(set) var isCut = false

  private static let maximumRules = 16_384
  private static let maximumSelectors = 65_536
  private var selectors = 0

  init(work: Int = 1 << 20) { self.work = work }

  /// Takes the rules of a style sheet.
  ///
  /// - Parameter isWhole: whether they are all that the sheet has.
  mutating func take(
    _ more: [(selectors: [StyleSelector], declarations: [StyleDeclaration])], isWhole: Bool
  ) {
    if !isWhole { isCut = true }
    for (selectors, declarations) in more {
      self.selectors += selectors.count
      guard rules.count < DrawnRules.maximumRules, self.selectors <= DrawnRules.maximumSelectors
      else {
        isCut = true
        return
      }
      for selector in selectors {
        if let last = selector.compounds.last { keep(Entry(compound: last, rule: rules.count)) }
      }
      rules.append(declarations)
    }
  }

  private mutating func keep(_ entry: Entry) {
    if let name = entry.compound.identifiers.first {
      identified[name, default: []].append(entry)
    } else if let name = entry.compound.classes.first {
      classed[name, default: []].append(entry)
    } else if let name = entry.compound.type {
      typed[name, default: []].append(entry)
    } else {
      others.append(entry)
    }
  }

  /// What the rules say of an element, in the order of the sheets.
  ///
  /// - Parameters:
  ///   - name: its name, in whatever case.
  ///   - isRoot: whether it may be the root.
  mutating func declarations(
    of name: String, _ attributes: [(name: String, value: String)], isRoot: Bool
  ) -> [StyleDeclaration] {
    guard !rules.isEmpty, !isCut else { return [] }
    var element = LabelSight.Elements(types: [], isRoot: isRoot)
    element.learn(name, attributes)
    var fitting: Set<Int> = []
    func ask(_ entries: [Entry]?) {
      guard let entries, !isCut else { return }
      guard entries.count <= work else {
        isCut = true
        return
      }
      work -= entries.count
      for entry in entries where element.admit(entry.compound) { fitting.insert(entry.rule) }
    }
    ask(others)
    for type in element.types { ask(typed[type]) }
    for name in element.classes { ask(classed[name]) }
    for name in element.identifiers { ask(identified[name]) }
    guard !isCut else { return [] }
    return fitting.sorted().flatMap { rules[$0] }
  }
}
