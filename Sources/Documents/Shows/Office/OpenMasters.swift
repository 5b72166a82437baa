/// The masters of pages of an OpenDocument (ODF 1.3 part 3 §16.9): which of them hold fields that change,
/// and which a page goes by.
///
/// LibreOffice writes more of them into a workbook than its tables use, with today's date in one.
struct OpenMasters {
  /// The element of a master.
  static let element = XMLReading.Name(.style, "master-page")

  /// Where the first stands that holds such a field.
  private(set) var offset = 0

  private var live: Set<String> = []
  private var used: Set<String> = []
  private var next: [String: String] = [:]
  private var open: String?
  private var isFirst = true
  /// Whether more stand than are followed: then each counts.
  private var isTooMany = false

  /// Masters, and names of them, that are followed.
  private static let maximum = 1_024

  /// Whether a page goes by one that holds a field whose text can be another than is stored.
  var isLive: Bool {
    if isTooMany { return !live.isEmpty }
    var all = used.union(["Standard", "Default"])
    // Each names the master of the page behind it.
    for _ in 0..<next.count {
      let more = Set(all.compactMap { next[$0] })
      if more.isSubset(of: all) { break }
      all.formUnion(more)
    }
    return !live.isDisjoint(with: all)
  }

  /// Takes a start tag.
  mutating func take(_ reading: XMLReading) {
    if reading.name == OpenMasters.element {
      let name = reading.value("name", .style) ?? ""
      // Pages go by the first, or by the one with the usual name, unless a style says another.
      if isFirst { used.insert(name) }
      (isFirst, open) = (false, name)
      if let follower = reading.value("next-style-name", .style) { next[name] = follower }
    }
    for name in [
      reading.value("master-page-name", .style), reading.value("master-page-name", .draw),
    ] {
      if let name { used.insert(name) }
    }
    if used.count > OpenMasters.maximum || next.count > OpenMasters.maximum { isTooMany = true }
  }

  /// Takes the end of a master.
  mutating func end(isLive: Bool, at offset: Int) {
    if isLive, let open {
      if live.isEmpty { self.offset = offset }
      if live.count < OpenMasters.maximum { live.insert(open) } else { isTooMany = true }
    }
    open = nil
  }
}
