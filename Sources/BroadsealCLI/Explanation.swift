import Auditing
import Verifying

/// Why a verdict is not a better one: every condition that failed, with its code.
struct Explanation {
  let wording: Wording
  let terminal: Terminal

  /// The lines, indented under the three lines of the verdict.
  func text(_ verdict: Verdict) -> String {
    var lines: [String] = []
    for reason in verdict.origin?.reasons ?? [] {
      lines += told(reason.code, reason.explanation, at: nil)
    }
    for hint in verdict.ai?.hints ?? [] { lines += told(hint.code, hint.explanation, at: nil) }
    for status in verdict.c2pa.failure { lines += told(status) }
    for status in verdict.c2pa.informational { lines += told(status) }
    for ingredient in verdict.c2pa.ingredients {
      for status in ingredient.failure { lines += told(status) }
    }
    for finding in verdict.findings {
      lines += told(finding.code, finding.explanation, at: finding.place)
    }
    for limit in verdict.limits { lines.append("    - \(Untrusted.line(limit))") }
    return lines.map { $0 + "\n" }.joined()
  }

  private func told(_ status: C2PAStatus) -> [String] {
    told(status.code, status.explanation ?? "", at: status.url)
  }

  private func told(_ code: String, _ detail: String, at place: String?) -> [String] {
    var lines = ["    - \(Untrusted.clean(code))  \(wording.sentence(for: code) ?? "")"]
    if !detail.isEmpty { lines.append("        \(Untrusted.line(detail))") }
    if let place { lines.append("        \(Untrusted.clean(place))") }
    return lines.map { $0.hasSuffix(" ") ? String($0.dropLast(2)) : $0 }
  }
}
