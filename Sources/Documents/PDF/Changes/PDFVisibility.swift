/// Whether an annotation that came later can show anything on its page.
///
/// Nobody asks here what readers paint: they differ, and go on to. Asked is whether there is anything to paint.
///
///     /Rect [0 0 0 0], no look, or one that is empty      shows nothing
///     /Rect [9 9 9 9] with a look of some words           PDFium writes the words in full size
///     /Rect [5000000000 … 5000000000.0 …]                 no area for one reader, the whole page for another
///     /F 2 (hidden), no look                              shows nothing; with a look, pdf.js paints it
///     /F 2147483650 (hidden for some), no look            Poppler takes it for no number, and no flag
enum PDFVisibility {
  /// Not one that has nothing to show: no look, or looks in which nothing is painted, nothing to make one
  /// of (`MK`), and either no area or the flag that hides it.
  ///
  /// MuPDF draws an arrow with the word SIGN over the area of an empty signature field, so that one without a look
  /// shows something too.
  static func isSeen(
    _ annotation: PDFPart, through snapshot: inout PDFSnapshot
  ) throws(DocumentError) -> Bool {
    let flags: Int
    switch try snapshot.resolve(annotation["F"])?.object {
    case .none: flags = 0
    case .integer(let value)? where (0...highestFlags).contains(value): flags = value
    default: return true
    }
    let looks = try snapshot.resolve(annotation["AP"])
    if looks == nil, flags & hidden != 0 { return false }
    guard try hasNoArea(annotation["Rect"], through: &snapshot) else { return true }
    if let style = try snapshot.resolve(annotation["MK"]) {
      guard style.dictionary?.entries.isEmpty ?? false else { return true }
    }
    guard let looks else { return false }
    guard let kinds = looks.dictionary?.entries else { return true }
    for kind in kinds where try paints(looks.part(kind.value), through: &snapshot) { return true }
    return false
  }

  private static let hidden = 2
  /// The highest sum of flags that the standard has (ISO 32000-2 §12.5.3).
  private static let highestFlags = 1_023

  /// Whether a rectangle is missing, or four zeros.
  private static func hasNoArea(
    _ rectangle: PDFPart?, through snapshot: inout PDFSnapshot
  ) throws(DocumentError) -> Bool {
    guard let part = try snapshot.resolve(rectangle) else { return true }
    guard let items = part.items, items.count == 4 else { return false }
    return items.allSatisfy { item in
      item.object.isNumber && item.raw.count <= 16
        && item.raw.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
    }
  }

  /// Whether a look, or a state of it, paints anything.
  private static func paints(
    _ look: PDFPart, isState: Bool = false, through snapshot: inout PDFSnapshot
  ) throws(DocumentError) -> Bool {
    guard let resolved = try snapshot.resolve(look) else { return false }
    if try isEmptyForm(resolved, depth: PDFLimits.maximumEmptyForms, through: &snapshot) {
      return false
    }
    guard !isState, let home = resolved.home, let states = resolved.dictionary?.entries,
      try snapshot.resolver.object(home)?.data == nil
    else { return true }
    for state in states
    where try paints(resolved.part(state.value), isState: true, through: &snapshot) { return true }
    return false
  }

  /// Whether a form has no content, but for forms that have none: some programs write an empty look as four of
  /// them, one in the other.
  private static func isEmptyForm(
    _ form: PDFPart, depth: Int, through snapshot: inout PDFSnapshot
  ) throws(DocumentError) -> Bool {
    guard depth > 0, let home = form.home, let stream = try snapshot.resolver.object(home),
      let data = stream.data, try snapshot.resolve(form["Subtype"])?.object.name == "Form"
    else { return false }
    let bytes = try snapshot.resolver.decoded(stream, data, limit: PDFLimits.maximumEmptyContent)
    switch content(bytes) {
    case .none: return true
    case .others: return false
    case .forms: break
    }
    let resources = try snapshot.resolve(form["Resources"])
    guard let forms = try snapshot.resolve(resources?["XObject"]) else { return false }
    for other in forms.dictionary?.entries ?? [] {
      guard let inner = try snapshot.resolve(forms.part(other.value)),
        try isEmptyForm(inner, depth: depth - 1, through: &snapshot)
      else { return false }
    }
    return true
  }

  private enum Content {
    case none
    case forms
    case others
  }

  /// Whether content draws nothing, or nothing but forms.
  private static func content(_ bytes: [UInt8]) -> Content {
    var lexer = PDFLexer(bytes, base: 0)
    var found = Content.none
    while true {
      lexer.skipSpace()
      guard let first = lexer.peek() else { return found }
      if first == UInt8(ascii: "/") {
        lexer.advance()
        guard !lexer.word().isEmpty else { return .others }
        continue
      }
      let word = lexer.word()
      switch String(decoding: word, as: UTF8.self) {
      case "q", "Q", "cm": break
      case "Do": found = .forms
      default:
        guard !word.isEmpty, word.allSatisfy(isPartOfNumber) else { return .others }
      }
    }
  }

  private static func isPartOfNumber(_ byte: UInt8) -> Bool {
    PDFLexer.isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }
}
