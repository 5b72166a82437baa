import BroadsealReporting
import BroadsealVerifying

extension HTMLReport {
  /// Paths that stand below a kind of finding.
  private static let examples = 5

  /// What is to be done first: each rule that is not kept, the gravest first.
  func findings(_ summary: Summary) -> String {
    let groups = summary.groups
    let heading = Markup.text(wording.say("What to do first", "優先して対応する項目"))
    let start = "<section aria-labelledby=\"first\"><h2 id=\"first\">\(heading)</h2>"
    guard !groups.isEmpty else {
      let text = wording.say("There is nothing to do.", "対応が必要な項目はありません。")
      return "\(start)<p>\(Markup.text(text))</p></section>"
    }
    let items = groups.prefix(10).map(item)
    let rest = groups.count - items.count
    let more =
      rest > 0
      ? "<p>\(Markup.text(wording.more(kinds: rest)))</p>" : ""
    return
      "\(start)<ol class=\"findings\">\n\(items.joined(separator: "\n"))\n</ol>\(more)</section>"
  }

  private func item(_ group: FindingGroup) -> String {
    let finding = group.finding
    let paths = group.examples.prefix(HTMLReport.examples)
      .map { "<li><bdi>\(Markup.text(Untrusted.escaped($0.path)))</bdi></li>" }
    let rest = group.count - paths.count
    let more =
      rest > 0 && !paths.isEmpty
      ? "<li class=\"more\">\(Markup.text(wording.say("and \(grouped(rest)) more", "ほか\(grouped(rest))件")))</li>"
      : ""
    // A rule that asks for several things says of each file what it lacks; here it is named once.
    let isAsked = finding.kind == .requirement
    let sentence =
      isAsked
      ? finding.title.map(Untrusted.clean) ?? wording.sentence(for: finding.kind)
      : wording.sentence(for: finding)
    let controls = finding.controls.map(Untrusted.clean).joined(separator: ", ")
    let serves =
      controls.isEmpty
      ? ""
      : "<p class=\"controls\">\(Markup.text(wording.say("Controls", "対応する管理策"))): "
        + "\(Markup.text(controls))</p>"
    let count =
      group.path == nil
      ? "" : " <span class=\"count\">\(Markup.text(wording.files(group.count)))</span>"
    return """
      <li class="\(HTMLReport.tone(finding.severity))"><p class="what">\(badge(finding.severity)) \
      <strong>\(Markup.text(sentence))</strong>\(count)</p>
      <p>\(Markup.text(wording.remedy(for: finding)))</p>\(serves)
      <p class="rule">\(Markup.text(wording.say("Rule", "規則"))) <code>\
      \(Markup.text(Untrusted.clean(finding.rule)))</code></p>
      <ul class="paths">\(paths.joined())\(more)</ul></li>
      """.replacingEmptyList
  }

  /// The severity as a word in its colour.
  func badge(_ severity: Finding.Severity) -> String {
    "<span class=\"badge \(HTMLReport.tone(severity))\">\(Markup.text(wording.word(for: severity)))</span>"
  }

  /// The colour of a severity, which never says anything alone.
  static func tone(_ severity: Finding.Severity) -> String {
    switch severity {
    case .error: "bad"
    case .warning: "caution"
    case .note: "neutral"
    }
  }
}

extension String {
  /// The text without a list of nothing.
  fileprivate var replacingEmptyList: String {
    let empty = "\n<ul class=\"paths\"></ul>"
    guard hasSuffix(empty + "</li>") else { return self }
    return dropLast(empty.count + 5) + "</li>"
  }
}
