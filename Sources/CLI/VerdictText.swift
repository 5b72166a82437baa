import BroadsealBytes
import BroadsealReporting
import BroadsealVerifying

/// A verdict as people read it: the path and three lines; the footer stands once under them all.
struct VerdictText: Sendable {
  /// The words, in each language wanted.
  let wordings: [Wording]
  /// Whether failed conditions are told too.
  let explains: Bool
  /// What the output can show.
  let terminal: Terminal

  /// The block of one file, with a line break at its end.
  func block(_ verdict: Verdict, at path: FilePath) -> String {
    var text = terminal.styled(Untrusted.path(path), .bold) + "\n"
    for wording in wordings {
      for block in wording.blocks(of: verdict, explains: explains) {
        switch block {
        case .axis(let line): text += axis(line, wording)
        case .remark(let sentence): text += folded("  \(terminal.render(sentence))\n")
        case .reason(let reason): text += folded(VerdictText.text(reason))
        }
      }
    }
    return text
  }

  /// What stands once under all files.
  var footer: String {
    wordings.map { folded("  \(terminal.styled($0.footer, .dim))\n") }.joined()
  }

  /// The lines of one reason, indented under the three lines of the verdict.
  static func text(_ reason: ReasonBlock) -> String {
    "    - \(reason.name)" + (reason.sentence.map { "  " + $0 } ?? "") + "\n"
      + reason.details.map { "        \($0)\n" }.joined()
  }

  private func axis(_ line: AxisLine, _ wording: Wording) -> String {
    let sign = terminal.toned(line.symbol, line.tone)
    let name = line.name + String(repeating: " ", count: wording.nameWidth - line.name.columns)
    let start = "  \(sign) \(terminal.styled(name, .bold))  "
    return terminal.folded(
      start + terminal.render(line.sentence), hanging: 6 + wording.nameWidth) + "\n"
  }

  /// Every line of `text` folded under its own start.
  private func folded(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      terminal.folded(String(line), hanging: line.prefix { $0 == " " }.count)
    }.joined(separator: "\n")
  }
}
