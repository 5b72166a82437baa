import BroadsealBytes
package import BroadsealReporting
import BroadsealVerifying

/// One page for people (`html`): it needs nothing beside it, runs no script and asks nobody. Made to be
/// read on a screen, printed, signed by the head of an office, and kept.
package struct HTMLReport: Report {
  let run: RunHeader
  let shape: ReportShape
  let wording: Wording
  /// Whether the page is signed: then it holds nothing that some readers see and others do not.
  let isSigned: Bool

  /// Most files that the page lists.
  package static let maximumRows = 10_000

  /// A report of `run`.
  package init(
    _ run: RunHeader, _ shape: ReportShape = ReportShape(), language: Language,
    isSigned: Bool = false
  ) {
    self.run = run
    self.shape = shape
    wording = Wording(language)
    self.isSigned = isSigned
  }

  package var isPrefaced: Bool { true }
  package var mostEntries: Int { HTMLReport.maximumRows }

  package func entry(_ record: inout ReportRecord) -> [UInt8] {
    shape.isSummaryOnly ? [] : Array(row(&record).utf8)
  }

  package func preface(_ summary: Summary) -> [UInt8] {
    let page = [
      head, masthead(summary), "<main>", findings(summary), drift(summary),
      axes(summary), places(summary), signing,
      shape.isSummaryOnly ? "" : filesHead(summary),
    ]
    return Array(page.joined(separator: "\n").utf8)
  }

  package func footer(_ summary: Summary) -> [UInt8] {
    Array(((shape.isSummaryOnly ? "" : filesEnd) + end).utf8)
  }

  private var head: String {
    let language = wording.say("en", "ja")
    let extras = isSigned ? "" : "\n" + HTMLReport.extras
    return """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="color-scheme" content="\(isSigned ? "light" : "light dark")">
      <meta name="generator" content="\(Markup.text("\(Tool.name) \(Tool.version)"))">
      <title>\(Markup.text(title)) – \(run.judgedAt.rfc3339.prefix(10))</title>
      <style>
      \(HTMLReport.style)\(extras)
      </style>
      </head>
      <body>
      """
  }

  private var end: String {
    """
    </main>
    <footer><p>\(Markup.text(wording.footer))</p>
    <p>\(Markup.text("\(Tool.name) \(Tool.version)"))</p></footer>
    </body>
    </html>

    """
  }

  private var title: String { wording.say("Audit report", "監査報告書") }

  private func masthead(_ summary: Summary) -> String {
    let total = summary.places.total
    let open = total.errors + total.gaps
    let isBad = !summary.isComplete || open + summary.matters > 0
    let tone = isBad ? "bad" : total.warnings > 0 ? "caution" : "good"
    let figures = [
      (wording.filesName, summary.files, ""),
      (wording.word(for: Origin.Status.official), total.official, "good"),
      (wording.withErrorsName, open, open > 0 ? "bad" : ""),
      (wording.withWarningsName, total.warnings, total.warnings > 0 ? "caution" : ""),
      (wording.unjudgedName, total.unjudged, total.unjudged > 0 ? "caution" : ""),
    ].map { name, count, tone in
      "<div class=\"figure \(tone)\"><dt>\(Markup.text(name))</dt><dd>\(grouped(count))</dd></div>"
    }
    let notice =
      summary.isComplete
      ? "" : "<p class=\"notice bad\">\(Markup.text(wording.interrupted))</p>"
    return """
      <header>
      <h1>\(Markup.text(title))</h1>
      <p class="lead \(tone)">\(Markup.text(conclusion(summary)))</p>
      \(notice)
      <dl class="figures">
      \(figures.joined(separator: "\n"))
      </dl>
      <dl class="facts">
      \(facts.map { "<div><dt>\(Markup.text($0.0))</dt><dd>\($0.1)</dd></div>" }.joined(separator: "\n"))
      </dl>
      </header>
      """
  }

  private func conclusion(_ summary: Summary) -> String {
    let total = summary.places.total
    let open = total.errors + total.gaps
    if summary.matters > 0 { return conclusion(open, of: total.files, and: summary.matters) }
    if open > 0 {
      return wording.say(
        "\(grouped(open)) of \(grouped(total.files)) files must be looked at.",
        "\(grouped(total.files))件のうち\(grouped(open))件のファイルで確認が必要です。")
    }
    if total.warnings > 0 {
      return wording.say(
        "No errors. \(grouped(total.warnings)) of \(grouped(total.files)) files have warnings.",
        "エラーはありません。\(grouped(total.files))件のうち\(grouped(total.warnings))件に警告があります。")
    }
    return wording.say(
      "Nothing was found against any of \(grouped(total.files)) files.",
      "\(grouped(total.files))件のファイルに問題は見つかりませんでした。")
  }

  /// The same where something is wrong that is about no file that is there.
  private func conclusion(_ open: Int, of files: Int, and matters: Int) -> String {
    let (open, files, matters) = (grouped(open), grouped(files), grouped(matters))
    return wording.say(
      "\(open) of \(files) files must be looked at. Errors about documents that are not there, or about the policy: "
        + "\(matters).",
      "\(files)件のうち\(open)件のファイルで確認が必要です。ほかに、所在不明の文書またはポリシー自体について\(matters)件の"
        + "確認が必要です。")
  }

  /// What the run was, as names and marked-up values.
  private var facts: [(String, String)] {
    var facts: [(String, String)] = []
    if let started = run.started {
      facts.append((wording.say("Made", "作成日時"), time(started)))
    }
    facts.append((wording.say("Judged as of", "判定時点"), time(run.judgedAt)))
    facts.append(
      (
        wording.say("Times", "時刻の表示"),
        Markup.text(
          wording.say(
            "Coordinated Universal Time (UTC)", "協定世界時(UTC)。日本時間は9時間を加えた時刻です"))
      ))
    let folders = run.roots.map { "<bdi>\(Markup.text(Untrusted.escaped($0)))</bdi>" }
    facts.append((wording.say("Looked at", "対象"), folders.joined(separator: "<br>")))
    let policy = run.policy.map { policy in
      "<bdi>\(Markup.text(Untrusted.escaped(policy.path)))</bdi>" + digest(policy.sha256)
    }
    facts.append(
      (
        wording.say("Policy", "ポリシー"),
        policy ?? Markup.text(wording.say("the rules that are built in", "組み込みの規則"))
      ))
    let lists = run.lists.map { list in
      let number = wording.say("number \(list.sequence)", "第\(list.sequence)号")
      return "<bdi>\(Markup.text(Untrusted.clean(list.name)))</bdi>, \(number)"
        + digest(list.sha256)
    }
    facts.append(
      (
        wording.say("Trust lists", "トラストリスト"),
        lists.isEmpty
          ? Markup.text(wording.say("none", "なし")) : lists.joined()
      ))
    if !run.command.isEmpty {
      let command = run.command.map(Untrusted.line).joined(separator: " ")
      facts.append((wording.say("Command", "コマンド"), "<code>\(Markup.text(command))</code>"))
    }
    facts.append((wording.say("Program", "プログラム"), "\(Tool.name) \(Tool.version)"))
    return facts
  }

  func time(_ time: UTCTime) -> String {
    "<time datetime=\"\(time.rfc3339)\">\(Markup.text(time.display))</time>"
  }

  func digest(_ sha256: String) -> String {
    "<span class=\"digest\">SHA-256 \(Markup.text(sha256))</span>"
  }

  /// A number with a comma between thousands.
  func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0, digits[index - 1] != "-" { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// Room for those who answer for the report, on paper above all.
  private var signing: String {
    let columns = [
      wording.say("Examined by", "監査担当者"),
      wording.say("Approved by the head of office", "承認者(所属長)"),
    ].map { name in
      let lines = [
        wording.say("Name", "氏名"), wording.say("Office", "所属・役職"), wording.say("Date", "日付"),
        wording.say("Signature or seal", "署名または押印"),
      ].map { "<div><dt>\(Markup.text($0))</dt><dd></dd></div>" }
      return
        "<div class=\"signature\"><h3>\(Markup.text(name))</h3><dl>\(lines.joined())</dl></div>"
    }
    return """

      <section class="signing" aria-labelledby="signing"><h2 id="signing">\
      \(Markup.text(wording.say("Sign-off", "確認・承認")))</h2>
      <div class="columns">\(columns.joined())</div></section>

      """
  }
}
