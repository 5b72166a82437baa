import Auditing
import Verifying

/// A verdict as people read it: the path, three lines, the footer.
struct VerdictText: Sendable {
  /// The words, in each language wanted.
  let wordings: [Wording]
  /// Whether failed conditions are told too.
  let explains: Bool
  /// What the output can show.
  let terminal: Terminal

  /// The block of one file, with a line break at its end.
  func block(_ judgement: Judgement) -> String {
    var text = terminal.styled(Untrusted.path(judgement.path), .bold) + "\n"
    for wording in wordings {
      for line in wording.lines(of: judgement.verdict) { text += axis(line, wording) }
      if judgement.verdict.isDetached { text += "  \(wording.detached)\n" }
      if explains {
        text += Explanation(wording: wording, terminal: terminal).text(judgement.verdict)
      }
      text += "  \(terminal.styled(wording.footer, .dim))\n"
    }
    return text
  }

  private func axis(_ line: AxisLine, _ wording: Wording) -> String {
    let sign = terminal.toned(line.symbol, line.tone)
    let name = line.name + String(repeating: " ", count: wording.nameWidth - line.name.columns)
    return "  \(sign) \(terminal.styled(name, .bold))  \(terminal.render(line.sentence))\n"
  }
}
