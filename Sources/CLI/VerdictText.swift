import BroadsealBytes
import BroadsealNotes
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
      for line in wording.lines(of: verdict) { text += axis(line, wording) }
      for signature in verdict.pdfSignatures {
        text += folded("  \(terminal.render(wording.line(about: signature)))\n")
      }
      if let basis = wording.basis(of: verdict) { text += folded("  \(basis)\n") }
      if verdict.isDetached { text += folded("  \(wording.detached)\n") }
      for code in VerdictText.told where verdict.has(code) {
        text += folded("  \(wording.sentence(for: code.code))\n")
      }
      if explains {
        text += folded(
          Explanation(wording: wording, terminal: terminal).text(verdict))
      }
    }
    return text
  }

  /// What stands once under all files.
  var footer: String {
    wordings.map { folded("  \(terminal.styled($0.footer, .dim))\n") }.joined()
  }

  /// Findings about where the label was, told without being asked for.
  private static let told = [
    PlaceCode.sidecarIgnored, .remoteManifest, .remoteNotFetched,
  ]

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
