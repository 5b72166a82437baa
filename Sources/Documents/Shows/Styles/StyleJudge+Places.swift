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
}
