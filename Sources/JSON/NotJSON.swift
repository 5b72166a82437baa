/// What begins where JSON should, told by its first bytes: a wrong file is named, and not only its first byte.
package enum NotJSON: CaseIterable, Sendable {
  case mark, wide, page, markup, pdf, archive, armour, der, picture

  /// What `bytes` begin with; nil where that is nothing known.
  init?(_ bytes: ArraySlice<UInt8>) {
    func begins(_ start: [UInt8]) -> Bool { bytes.starts(with: start) }
    if begins([0xEF, 0xBB, 0xBF]) {
      self = .mark
    } else if begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) {
      self = .wide
    } else if begins(Array("%PDF-".utf8)) {
      self = .pdf
    } else if begins(Array("PK".utf8) + [3, 4]) {
      self = .archive
    } else if begins(Array("-----BEGIN ".utf8)) {
      self = .armour
    } else if begins([0x30, 0x82]) || begins([0x30, 0x83]) {
      self = .der
    } else if begins([0x89, 0x50, 0x4E, 0x47]) || begins([0xFF, 0xD8, 0xFF]) {
      self = .picture
    } else if begins(Array("<".utf8)) {
      let start = String(decoding: bytes.prefix(512), as: UTF8.self).lowercased()
      self = start.contains("<html") || start.contains("<!doctype html") ? .page : .markup
    } else {
      return nil
    }
  }

  /// The fault, before the place at which it stands.
  package var reason: String {
    switch self {
    case .mark: "where JSON should stand, the mark of an editor (BOM) begins"
    case .wide: "where JSON should stand, text in UTF-16 begins"
    case .page: "where JSON should stand, a web page begins"
    case .markup: "where JSON should stand, XML begins"
    case .pdf: "where JSON should stand, a PDF document begins"
    case .archive: "where JSON should stand, a ZIP archive begins"
    case .armour: "where JSON should stand, PEM (keys or certificates) begins"
    case .der: "where JSON should stand, DER (keys, certificates or signatures) begins"
    case .picture: "where JSON should stand, a picture begins"
    }
  }

  /// What to do about a fault with this reason; nil where another file is meant.
  package static func hint(for reason: String) -> String? {
    [NotJSON.mark, .wide].contains { $0.reason == reason }
      ? "save it as UTF-8 without a mark (BOM)" : nil
  }
}
