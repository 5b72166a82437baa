/// Whether a widget shows anything on its page.
enum PDFVisibility {
  /// Not one without area, not a hidden one, and not one without anything to draw.
  static func isSeen(
    _ widget: PDFPart, through snapshot: inout PDFSnapshot
  ) throws(DocumentError) -> Bool {
    let looks = [try snapshot.resolve(widget["AP"]), try snapshot.resolve(widget["MK"])]
    let flags = try snapshot.resolve(widget["F"])?.object.integer ?? 0
    guard looks.contains(where: { $0 != nil }), flags & 2 == 0 else { return false }
    let corners = try snapshot.resolve(widget["Rect"])?.items ?? []
    let numbers = corners.map { Double(String(decoding: $0.raw, as: UTF8.self)) }
    guard numbers.count == 4 else { return true }
    return numbers[0] != numbers[2] || numbers[1] != numbers[3] || numbers.contains(nil)
  }
}
