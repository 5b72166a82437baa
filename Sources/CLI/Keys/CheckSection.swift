import BroadsealJSON
import BroadsealReporting

/// Some rules under one heading, and whether each holds.
struct CheckSection {
  /// What is known of a rule, as machines are told it.
  private enum State: String {
    case holds
    case isBroken = "broken"
    case isUnchecked = "unchecked"

    var sign: String {
      switch self {
      case .holds: "✓"
      case .isBroken: "✗"
      case .isUnchecked: "–"
      }
    }
  }

  private let title: String
  private var lines: [(state: State, text: String)] = []

  /// A section without rules yet.
  init(_ title: String) {
    self.title = title
  }

  /// Adds a rule.
  mutating func add(_ holds: Bool, _ text: String) {
    lines.append((holds ? .holds : .isBroken, text))
  }

  /// Adds a rule that holds unless something is `broken`.
  mutating func add(_ rule: String, broken: [String]) {
    if broken.isEmpty { add(true, rule) }
    for text in broken { add(false, text) }
  }

  /// Adds a rule that nothing here can check.
  mutating func addUnchecked(_ text: String) {
    lines.append((.isUnchecked, text))
  }

  /// Whether a rule is broken.
  var isRefusing: Bool { lines.contains { $0.state == .isBroken } }

  /// The heading and a line for each rule.
  func text(in wording: Wording) -> String {
    Untrusted.line(wording.told(title)) + "\n"
      + lines.map { "  \($0.state.sign) \(Untrusted.line(wording.told($0.text)))\n" }.joined()
  }

  /// The heading and the rules, in English.
  var json: JSON.Value {
    [
      "title": .string(title),
      "rules": .array(
        lines.map { ["state": .string($0.state.rawValue), "text": .string($0.text)] }),
    ]
  }
}
