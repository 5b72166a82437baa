/// Whom an agency belongs to: a country (`JP`), one of its parts (`JP-13`), or an international
/// organisation (`INT`).
package struct Jurisdiction: Hashable, Sendable {
  /// The code as it stands in lists, labels and reports.
  package let code: String

  /// ISO 3166-1 alpha-2 in capitals, ISO 3166-2 with its part, or `INT`; nil for anything else.
  package init?(_ code: String) {
    let parts = code.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let capital: (UInt8) -> Bool = { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    let digit: (UInt8) -> Bool = { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard code == "INT" || (parts[0].count == 2 && parts[0].allSatisfy(capital)) else { return nil }
    guard
      parts.count == 1
        || (parts.count == 2 && code != "INT" && (1...3).contains(parts[1].count)
          && parts[1].allSatisfy { capital($0) || digit($0) })
    else { return nil }
    self.code = code
  }

  /// An international organisation: `INT`.
  package static let international = Jurisdiction(checked: "INT")

  private init(checked code: String) { self.code = code }

  /// The two letters of the country; nil for an international organisation.
  package var country: String? { code == "INT" ? nil : String(code.prefix(2)) }

  /// Whether `other` is this jurisdiction or one of its parts: `JP` covers `JP-13`.
  package func covers(_ other: Jurisdiction) -> Bool {
    self == other || (code == country && other.country == code)
  }
}

extension Jurisdiction: CustomStringConvertible {
  package var description: String { code }
}
