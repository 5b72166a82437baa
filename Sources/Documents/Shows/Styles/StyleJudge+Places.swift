/// What is judged of values wherever they stand.
extension StyleJudge {
  /// A drawing in an address can hold all that this one can.
  mutating func takePictures(_ value: ArraySlice<StyleToken>) {
    for token in value {
      switch token {
      case .url(let address), .string(let address):
        if WebAddress(address).isUnreadData { isUnread = true }
      default: continue
      }
    }
  }

  /// A place in a grid: two elements in one lie on each other, which takes a row and a column, or a name.
  mutating func takeCell(_ declaration: StyleDeclaration) {
    let names = declaration.words.filter { !["span", "auto", "inherit", "initial"].contains($0) }
    let isNumbered = !declaration.numbers.isEmpty && !declaration.words.contains("span")
    guard isNumbered || !names.isEmpty || !declaration.functions.isEmpty else { return }
    if declaration.name == "grid-area" { isUnread = true }
    // The whole width is nobody's neighbour.
    if declaration.name.hasPrefix("grid-row") { isUnread = true }
  }

  /// Lengths that push what follows out of every window and off the paper.
  mutating func takePushes(_ declaration: StyleDeclaration) {
    let name = declaration.name
    let most: Double
    switch name {
    case "width", "min-width", "height", "min-height", "inline-size", "min-inline-size",
      "block-size",
      "min-block-size", "flex", "flex-basis":
      most = 3_000
    case "letter-spacing", "word-spacing", "tab-size", "text-indent", "border-spacing", "columns",
      "column-width", "line-height":
      most = 1_000
    case _ where name.hasSuffix("gap") || name.hasPrefix("grid"): most = 1_000
    case _ where name.hasPrefix("border") && !name.hasSuffix("radius"): most = 1_000
    default: return
    }
    for number in declaration.numbers {
      let isFar = number.pixels.map { abs($0) > most } ?? (number.isOfWindow && number.value > 100)
      let isWide = number.unit == "%" && number.value > 300
      if isFar || isWide { isUnread = true }
    }
  }
}
