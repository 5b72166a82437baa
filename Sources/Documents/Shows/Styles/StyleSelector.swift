/// A selector of a style sheet: elements that are described, and how they stand to each other
/// (Selectors 4 §3).
struct StyleSelector {
  /// How an element stands to the one that is described before it.
  enum Combinator { case descendant, child, next, later }

  /// What is said of one element. What is not understood says nothing, so that more elements fit than do.
  struct Compound {
    var type: String?
    var classes: [String] = []
    var identifiers: [String] = []
    var attributes: [String] = []
    /// Whether only the root of the document fits.
    var isRoot = false
    /// Whether it asks for an element without content, for its number among all its siblings, or for that
    /// among those of its name.
    var asksEmpty = false
    var asksPlace = false
    var asksPlaceOfType = false
    /// Whether it asks for a language, which may come with the page and not stand in it.
    var asksLanguage = false
    /// Whether it asks for a box beside the content of an element: one that a style adds, or a part of a field.
    var isPart = false
    /// What has to stand in or behind it: the lists of `:has()`.
    var holds: [StyleSelector] = []
    /// Lists of which one selector each has to fit.
    var alternatives: [[StyleSelector]] = []
    /// Other selectors within it, such as those that must not fit.
    var others: [StyleSelector] = []

    /// Every selector within it.
    var within: [StyleSelector] { holds + alternatives.flatMap(\.self) + others }
  }

  /// The elements, the one that is styled last.
  private(set) var compounds: [Compound] = []
  /// How each stands to the one before it; one fewer than elements.
  private(set) var combinators: [Combinator] = []

  /// Whether it says anything by which the place or the presence of other elements could be asked.
  var asksOthers: Bool {
    combinators.contains { $0 == .next || $0 == .later }
      || compounds.contains { compound in
        !compound.holds.isEmpty || compound.asksEmpty || compound.asksPlace
          || compound.asksPlaceOfType || !compound.attributes.isEmpty
          || compound.within.contains(where: \.asksOthers)
      }
  }

  /// Whether the elements that are styled hold no text.
  var isTextless: Bool {
    let names: Set<String> = ["img", "input", "hr", "br", "col", "rect", "path", "circle", "image"]
    return compounds.last?.type.map(names.contains) ?? false
  }

  /// Whether the elements that are styled stand above or below their line.
  var isSmall: Bool {
    compounds.last?.type.map { $0 == "sup" || $0 == "sub" } ?? false
  }

  /// Whether only the ground of the whole page is styled.
  var isPage: Bool {
    compounds.last.map { $0.isRoot || $0.type == "html" || $0.type == "body" } ?? false
  }

  /// Whether a box beside the content of an element is styled.
  var isPart: Bool { compounds.last?.isPart ?? false }

  /// Whether a language is asked for anywhere in it.
  var asksLanguage: Bool {
    compounds.contains { $0.asksLanguage || $0.within.contains(where: \.asksLanguage) }
  }

  /// Adds an element.
  mutating func append(_ compound: Compound, _ combinator: Combinator) {
    if !compounds.isEmpty { combinators.append(combinator) }
    compounds.append(compound)
  }
}
