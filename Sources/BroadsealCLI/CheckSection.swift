import Auditing

/// Some rules under one heading, and whether each holds.
struct CheckSection {
  private let title: String
  private var lines: [(holds: Bool, text: String)] = []

  /// A section without rules yet.
  init(_ title: String) {
    self.title = title
  }

  /// A section of rules that are broken; `fine` is said when there are none.
  init(_ title: String, broken: [String], fine: String) {
    self.title = title
    lines = broken.isEmpty ? [(true, fine)] : broken.map { (false, $0) }
  }

  /// Adds a rule.
  mutating func add(_ holds: Bool, _ text: String) {
    lines.append((holds, text))
  }

  /// Whether a rule is broken.
  var isRefusing: Bool { lines.contains { !$0.holds } }

  /// The heading and a line for each rule.
  var text: String {
    Untrusted.line(title) + "\n"
      + lines.map { "  \($0.holds ? "✓" : "✗") \(Untrusted.line($0.text))\n" }.joined()
  }
}
