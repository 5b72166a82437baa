import BroadsealReporting
import BroadsealVerifying

extension HTMLReport {
  /// The list of files up to its first row.
  func filesHead(_ summary: Summary) -> String {
    let heads = [
      wording.say("File", "ファイル"), wording.integrityName, wording.originName, wording.aiName,
      wording.findingsName,
    ].map { "<th scope=\"col\">\(Markup.text($0))</th>" }
    let choices = isSigned ? "" : choices
    let listed = summary.files + summary.skipped.values.reduce(0, +)
    let most = HTMLReport.maximumRows
    let note =
      listed > most
      ? "<p>"
        + Markup.text(
          wording.say(
            "The first \(grouped(most)) in the order of their paths; a report in CSV or JSON has all.",
            "パス順で最初の\(grouped(most))件のみ。全件はCSVまたはJSONの報告書にあります。")) + "</p>" : ""
    return """
      <section class="files" aria-labelledby="files"><h2 id="files">\
      \(Markup.text(wording.say("Every file", "ファイル一覧")))</h2>
      \(choices)\(note)<div class="scroll" tabindex="0" role="group" aria-labelledby="files"><table>
      <thead><tr>\(heads.joined())</tr></thead>
      <tbody>

      """
  }

  /// The choice of the files that are shown, made by the style of the page: it runs no script.
  private var choices: String {
    let choices = [
      ("every", wording.say("every file", "すべてのファイル")),
      ("found", wording.say("with errors or warnings", "エラー・警告あり")),
      ("wrong", wording.say("with errors", "エラーあり")),
    ].map { id, name in
      "<input type=\"radio\" name=\"shown\" id=\"\(id)\"\(id == "every" ? " checked" : "")>"
        + "<label for=\"\(id)\">\(Markup.text(name))</label>"
    }
    let name = Markup.text(wording.say("Show", "表示"))
    return "<fieldset><legend>\(name)</legend>\n" + choices.joined(separator: "\n") + "\n"
  }

  /// What follows the last row.
  var filesEnd: String {
    "</tbody></table></div>" + (isSigned ? "" : "</fieldset>") + "</section>\n"
  }

  /// A file as a row of the list.
  func row(_ record: inout ReportRecord) -> String {
    let judgement = record.judgement
    let verdict = judgement.verdict
    let digest = verdict.sha256.map { "<span class=\"digest\">\($0)</span>" } ?? ""
    let path =
      "<th scope=\"row\"><bdi>\(Markup.text(Untrusted.escaped(judgement.path)))</bdi>\(digest)</th>"
    if let skip = judgement.skip {
      let words = "\(wording.skippedWord): \(wording.word(for: skip))"
      return "<tr>\(path)<td>\(Markup.text(words))</td><td>–</td><td>–</td><td></td></tr>\n"
    }
    let lines = record.lines(in: wording)
    let words = [
      verdict.unjudged.map { wording.word(for: $0) }
        ?? verdict.sealState.map { wording.word(for: $0) } ?? wording.word(for: verdict.integrity),
      verdict.hasFailedLabel
        ? wording.invalidWord : wording.originWord(of: verdict) ?? "–",
      verdict.aiTold.map { wording.word(for: $0.status) } ?? "–",
    ]
    var cells = zip(lines.marked(for: verdict), words).map { line, word in
      "<span class=\"\(HTMLReport.name(of: line.tone))\"><span aria-hidden=\"true\">"
        + "\(Markup.text(line.symbol))</span> \(Markup.text(word))</span>"
    }
    if let agency = verdict.origin?.agency {
      cells[1] += "<br><bdi>\(agencyName(agency))</bdi>"
    }
    if let system = verdict.aiTold?.system {
      cells[2] += "<br><bdi>\(Markup.text(Untrusted.clean(system)))</bdi>"
    }
    let findings = judgement.findings.map { finding in
      let waived =
        finding.waiver == nil ? "" : " (\(Markup.text(wording.waivedName)))"
      return
        "<li>\(badge(finding.severity)) \(Markup.text(wording.sentence(for: finding)))\(waived)</li>"
    }
    let list = findings.isEmpty ? "" : "<ul>\(findings.joined())</ul>"
    let kind =
      switch judgement.gravest?.severity {
      case .error: " class=\"wrong\""
      case .warning: " class=\"found\""
      case .note, nil: ""
      }
    return "<tr\(kind)>\(path)\(cells.map { "<td>\($0)</td>" }.joined())<td>\(list)</td></tr>\n"
  }

  private static func name(of tone: AxisLine.Tone) -> String {
    switch tone {
    case .good: "good"
    case .bad: "bad"
    case .caution: "caution"
    case .neutral: "neutral"
    }
  }
}
