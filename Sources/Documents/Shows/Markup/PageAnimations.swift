/// The animations of a page: what their moments do, and which of them any element has.
struct PageAnimations {
  private var moments: [(name: String, judge: StyleJudge, offset: Int)] = []
  private var uses: [(selectors: [StyleSelector], names: Set<String>)] = []
  /// Whether there were more than are kept.
  private(set) var isCut = false

  private static let most = 16_384

  /// Takes what a style says.
  mutating func take(_ reader: StyleReader, at offset: Int) {
    guard moments.count + uses.count < PageAnimations.most else {
      isCut = isCut || !reader.moments.isEmpty || !reader.animated.isEmpty
      return
    }
    moments += reader.moments.map { ($0.name, $0.judge, offset) }
    uses += reader.animated
  }

  /// The moments of those animations that an element may have.
  ///
  /// - Parameters:
  ///   - elements: the elements of the document.
  ///   - isOpen: whether other documents may have elements for them.
  func judges(
    _ elements: LabelSight.Elements, isOpen: Bool
  ) -> [(judge: StyleJudge, offset: Int)] {
    guard !moments.isEmpty else { return [] }
    var names: Set<String> = isOpen || isCut ? [StyleDeclaration.anyName] : []
    for (selectors, more) in uses
    where selectors.isEmpty || selectors.contains(where: elements.admit) {
      names.formUnion(more)
    }
    let isAny = names.contains(StyleDeclaration.anyName)
    return moments.filter { isAny || names.contains($0.name) }.map { ($0.judge, $0.offset) }
  }
}
