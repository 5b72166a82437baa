import BroadsealReporting
import BroadsealVerifying

extension HTMLReport {
  /// One state of an axis: what it is called, how many files there are, and how it is drawn.
  struct Slice {
    let name: String
    let count: Int
    let fill: String
  }

  /// The three axes, a chart each.
  func axes(_ summary: Summary) -> String {
    let open = Slice(name: wording.unjudgedName, count: summary.incomplete, fill: "open")
    let charts = [
      chart(
        wording.integrityName,
        Integrity.allCases.map { integrity in
          // A seal speaks for some files without a label: they are counted by themselves, as the lists are.
          let sealed = integrity == .noLabel ? summary.sealedUnlabelled : 0
          return Slice(
            name: wording.word(for: integrity),
            count: (summary.integrity[integrity] ?? 0) - sealed, fill: HTMLReport.fill(integrity))
        } + [
          Slice(name: wording.sealsName, count: summary.sealedUnlabelled, fill: "third"), open,
        ]),
      chart(
        wording.originName,
        Origin.Status.allCases.map {
          let others = $0 == .official ? summary.officialBySeal + summary.officialInPart : 0
          return Slice(
            name: wording.word(for: $0), count: (summary.origin[$0] ?? 0) - others,
            fill: HTMLReport.fill($0))
        } + [
          Slice(name: wording.bySealName, count: summary.officialBySeal, fill: "third"),
          Slice(name: wording.inPartName, count: summary.officialInPart, fill: "worse"), open,
        ]),
      chart(
        wording.aiName,
        AIUse.Status.allCases.map {
          Slice(
            name: wording.word(for: $0), count: summary.ai[$0] ?? 0, fill: HTMLReport.fill($0))
        } + [open]),
    ]
    let heading = Markup.text(wording.say("The three axes", "三つの観点"))
    return """
      <section aria-labelledby="axes"><h2 id="axes">\(heading)</h2>
      <div class="charts">
      \(charts.joined(separator: "\n"))
      </div></section>
      """
  }

  /// A bar of the whole, and a row for every state that occurs.
  private func chart(_ name: String, _ slices: [Slice]) -> String {
    let present = slices.filter { $0.count > 0 }
    let total = present.reduce(0) { $0 + $1.count }
    let text = present.map { "\($0.name) \(grouped($0.count))" }.joined(separator: ", ")
    var start = 0
    var parts = ""
    for slice in present {
      let (x, width) = (
        HTMLReport.share(start, of: total), HTMLReport.share(slice.count, of: total)
      )
      parts += "<rect class=\"\(slice.fill)\" x=\"\(x)\" y=\"0\" width=\"\(width)\" height=\"24\"/>"
      start += slice.count
    }
    let rows = present.map { slice in
      "<tr><th scope=\"row\">\(swatch(slice.fill)) \(Markup.text(slice.name))</th>"
        + "<td>\(grouped(slice.count))</td><td>\(percent(slice.count, of: total))</td></tr>"
    }
    let heads = [wording.say("State", "状態"), wording.filesName, wording.say("Share", "割合")]
    return """
      <div class="chart"><h3>\(Markup.text(name))</h3>
      <svg role="img" aria-label="\(Markup.text("\(name): \(text)"))" viewBox="0 0 1000 24" \
      preserveAspectRatio="none">\(parts)</svg>
      <table><thead><tr>\(heads.map { "<th scope=\"col\">\(Markup.text($0))</th>" }.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table></div>
      """
  }

  private func swatch(_ fill: String) -> String {
    "<svg class=\"swatch\" aria-hidden=\"true\" viewBox=\"0 0 12 12\"><rect class=\"\(fill)\" "
      + "width=\"12\" height=\"12\"/></svg>"
  }

  /// A number out of a whole, in thousandths.
  static func share(_ count: Int, of total: Int) -> Int {
    total > 0 ? Int((Double(count) * 1_000 / Double(total)).rounded()) : 0
  }

  func percent(_ count: Int, of total: Int) -> String {
    let share = HTMLReport.share(count, of: total)
    if share == 0, count > 0 { return "&lt; 0.1 %" }
    return "\(share / 10).\(share % 10) %"
  }

  private static func fill(_ integrity: Integrity) -> String {
    switch integrity {
    case .intact: "good"
    case .intactRevision: "caution"
    case .altered: "bad"
    case .malformed: "worse"
    case .noLabel: "neutral"
    case .unreadable: "open"
    }
  }

  private static func fill(_ origin: Origin.Status) -> String {
    switch origin {
    case .official: "good"
    case .recognisedTool: "first"
    case .known: "second"
    case .unrecognised: "caution"
    case .none: "neutral"
    }
  }

  private static func fill(_ ai: AIUse.Status) -> String {
    switch ai {
    case .noneDeclared: "first"
    case .generated: "second"
    case .altered: "third"
    case .unknown: "caution"
    case .conflict: "bad"
    case .notStated: "neutral"
    }
  }
}
