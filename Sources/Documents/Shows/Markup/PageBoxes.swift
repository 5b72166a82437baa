/// Which boxes of a page have no room for their text, or lie on others: what style sheets and elements say of it together.
///
/// Where text runs over, or a box is pulled up, what is painted later covers it. That takes a ground in a box that is
/// painted after the lines around: one that is placed, or stands in a line itself. Whether both are neighbours is not
/// followed; that the page has elements for both is.
struct PageBoxes {
  /// A rule of a style sheet, by what it does to boxes.
  typealias Rule = (selectors: [StyleSelector], boxes: StyleBoxes, offset: Int)

  /// The elements of the page.
  private(set) var held = HeldText()
  private var squeezed: [(boxes: StyleBoxes, offset: Int)] = []
  private var fixed: [(boxes: StyleBoxes, offset: Int)] = []
  private var lifts = false
  private var grounds = false
  /// Whether a ground is painted by what is surely painted late.
  private var covers = false

  /// Takes the start of an element of a page, and what its `style` does to its box.
  mutating func begin(
    _ name: String, isEmpty: Bool, _ attributes: [(name: String, value: String)],
    _ boxes: StyleBoxes?, at offset: Int
  ) {
    var style: HeldText.Style?
    if let boxes, boxes.says {
      style = (boxes, offset)
      lifts = lifts || boxes.lifts
      grounds = grounds || boxes.grounds
      let isInline = boxes.inlines || !HeldText.blocks.contains(name)
      if boxes.grounds, boxes.lifts || isInline { covers = true }
      let isPicture = HeldText.pictures.contains(name)
      let isStruck = boxes.unstrikes && HeldText.strikes.contains(name)
      if isStruck || isInline && boxes.reaches || isPicture && boxes.pulls {
        squeezed.append((boxes, offset))
      }
    }
    held.begin(name, isEmpty: isEmpty, attributes, style)
  }

  /// Takes text.
  mutating func show() { held.show() }

  /// Takes the end of an element.
  mutating func end(_ name: String) { held.end(name) }

  /// Takes the elements of another document, for which the same style sheets hold.
  mutating func join(_ other: PageBoxes) {
    held.join(other.held)
    lifts = lifts || other.lifts
    grounds = grounds || other.grounds
    covers = covers || other.covers
  }

  /// Where text may be out of its place, by the rules that have elements in the page: always, or at some times.
  ///
  /// - Parameter elements: all elements of the page.
  mutating func judge(
    _ rules: [Rule], _ elements: LabelSight.Elements
  ) -> (always: Int?, attimes: Int?) {
    let isAny = elements.isAny
    func admits(_ selectors: [StyleSelector], _ some: LabelSight.Elements) -> Bool {
      selectors.contains { isAny && !$0.isTextless || $0.describes(some, in: elements) }
    }
    for (selectors, boxes, _) in rules where boxes.relays && admits(selectors, held.cells) {
      held.spreadCells()
      break
    }
    for (selectors, boxes, offset) in rules {
      let inner = selectors.filter { !$0.isPart }
      let isInline = boxes.inlines || admits(selectors, held.spans)
      if boxes.lifts, !selectors.allSatisfy(\.isSmall) { lifts = true }
      if boxes.grounds, !selectors.allSatisfy(\.isPage) {
        grounds = true
        if isInline || boxes.lifts { covers = true }
      }
      if boxes.squeezes, admits(inner, held.holders) { squeezed.append((boxes, offset)) }
      if boxes.unstrikes, selectors.contains(where: { $0.describes(held.struck, in: elements) }) {
        squeezed.append((boxes, offset))
      }
      if boxes.reaches, isInline { squeezed.append((boxes, offset)) }
      if boxes.pulls {
        if admits(selectors, held.pictures) { squeezed.append((boxes, offset)) }
        fixed.append((boxes, offset))
      } else if boxes.fixes, admits(inner, held.holders) {
        fixed.append((boxes, offset))
      }
    }
    for (boxes, offset) in held.styles {
      if boxes.squeezes { squeezed.append((boxes, offset)) }
      if boxes.fixes || boxes.pulls { fixed.append((boxes, offset)) }
    }
    let isCovered = lifts && grounds
    let found =
      squeezed
      + fixed.filter { isCovered || $0.boxes.pulls && covers }
    return (
      found.filter { !$0.boxes.isConditional }.map(\.offset).min(),
      found.filter { $0.boxes.isConditional }.map(\.offset).min()
    )
  }
}

extension StyleSelector {
  /// Whether an element among `some` may be what is styled, where the page has `elements`.
  fileprivate func describes(
    _ some: LabelSight.Elements, in elements: LabelSight.Elements
  ) -> Bool {
    guard !some.types.isEmpty, let last = compounds.last, some.admit(last) else { return false }
    return compounds.dropLast().allSatisfy(elements.admit)
  }
}
