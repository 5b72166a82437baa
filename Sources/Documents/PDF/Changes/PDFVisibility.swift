/// Whether a widget shows anything on its page.
enum PDFVisibility {
  /// Not one without area whose looks all say how large they are, and not a hidden one that has none.
  ///
  /// Readers draw more than the standard has them draw:
  ///
  /// * A widget that brings no look of its own: MuPDF draws an arrow with the word SIGN over the whole of an
  ///   empty signature field, which can cover a word of the page.
  /// * A look without `BBox`: PDFium paints it over the page, though the widget has no area.
  /// * A look of a hidden widget: pdf.js paints it.
  static func isSeen(
    _ widget: PDFPart, through snapshot: inout PDFSnapshot
  ) throws(DocumentError) -> Bool {
    let looks = try snapshot.resolve(widget["AP"])
    let flags = try snapshot.resolve(widget["F"])?.object.integer ?? 0
    if looks == nil, flags & hidden != 0 { return false }
    switch try rectangle(widget["Rect"], through: &snapshot) {
    case .none: break
    case .corners(let corners) where corners[0] == corners[2] && corners[1] == corners[3]: break
    case .corners, .unreadable: return true
    }
    guard let looks else { return false }
    for look in looks.dictionary?.entries ?? [] {
      if try !isBounded(looks.part(look.value), isState: false, through: &snapshot) { return true }
    }
    return looks.dictionary == nil
  }

  private static let hidden = 2

  /// Whether a look, or each state of it, says how large it is (`BBox`), so that in no area it is nothing.
  private static func isBounded(
    _ look: PDFPart, isState: Bool, through snapshot: inout PDFSnapshot
  ) throws(DocumentError) -> Bool {
    guard let resolved = try snapshot.resolve(look) else { return true }
    // Only a stream has a size: in a dictionary of states `BBox` is the name of one.
    if let home = resolved.home, try snapshot.resolver.object(home)?.data != nil {
      guard case .corners = try rectangle(resolved["BBox"], through: &snapshot) else {
        return false
      }
      return true
    }
    guard !isState, let states = resolved.dictionary?.entries else { return false }
    for state in states {
      if try !isBounded(resolved.part(state.value), isState: true, through: &snapshot) {
        return false
      }
    }
    return true
  }

  private enum Rectangle {
    case none
    case corners([Double])
    case unreadable
  }

  private static func rectangle(
    _ part: PDFPart?, through snapshot: inout PDFSnapshot
  ) throws(DocumentError) -> Rectangle {
    guard let part = try snapshot.resolve(part) else { return .none }
    let corners = (part.items ?? []).map { Double(String(decoding: $0.raw, as: UTF8.self)) }
    let numbers = corners.compactMap(\.self)
    return numbers.count == 4 && corners.count == 4 ? .corners(numbers) : .unreadable
  }
}
