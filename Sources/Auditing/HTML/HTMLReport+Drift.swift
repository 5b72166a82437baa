import BroadsealReporting

extension HTMLReport {
  /// Paths of each kind of change that are named.
  private static let named = 50

  /// What changed since an earlier run; nothing where there is none.
  func drift(_ summary: Summary) -> String {
    guard let drift = summary.drift else { return "" }
    let rows = Drift.Kind.allCases.filter { drift.counts[$0] != nil }.map { kind in
      "<tr><th scope=\"row\">\(Markup.text(wording.word(for: kind)))</th>"
        + "<td\(HTMLReport.isLoss(kind) ? " class=\"bad\"" : "")>\(grouped(drift.counts[kind] ?? 0))</td></tr>"
    }
    let heading = Markup.text(wording.since(drift.baseline))
    let start = "<section aria-labelledby=\"drift\"><h2 id=\"drift\">\(heading)</h2>"
    guard !rows.isEmpty else {
      return "\(start)<p>\(Markup.text(wording.nothingChanged))</p></section>"
    }
    let heads = [wording.say("Change", "変化"), wording.filesName]
    return """
      \(start)<table class="places drift"><thead><tr>\
      \(heads.map { "<th scope=\"col\">\(Markup.text($0))</th>" }.joined())</tr></thead><tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table>
      \(paths(drift.labelsLost.map(Untrusted.escaped), wording.word(for: Drift.Kind.labelLost)))
      \(paths(drift.documentsLost.map(Untrusted.escaped), wording.word(for: Drift.Kind.documentLost)))
      \(paths(drift.removed.map(told), wording.word(for: Drift.Kind.removed)))
      </section>

      """
  }

  private static func isLoss(_ kind: Drift.Kind) -> Bool {
    [.labelLost, .documentLost, .stillLost].contains(kind)
  }

  /// A file that is gone, and where its bytes are all the same.
  private func told(_ file: DriftTally.Removed) -> String {
    let elsewhere = file.drift.elsewhere.map { path in
      let name = Untrusted.escaped(path)
      return wording.say(" (the same bytes: \(name))", "(同じ内容のファイル:\(name))")
    }
    return Untrusted.escaped(file.path) + (elsewhere ?? "")
  }

  private func paths(_ paths: [String], _ name: String) -> String {
    guard !paths.isEmpty else { return "" }
    let items = paths.prefix(HTMLReport.named).map { "<li><bdi>\(Markup.text($0))</bdi></li>" }
    let rest = paths.count - items.count
    let more = rest > 0 ? "<li class=\"more\">+ \(grouped(rest))</li>" : ""
    return "<h3>\(Markup.text(name))</h3><ul class=\"paths\">\(items.joined())\(more)</ul>"
  }
}
