import BroadsealReporting
import BroadsealVerifying

extension HTMLReport {
  /// A marked-up name, and what was found under it.
  private typealias Row = (name: String, count: PlaceCount)

  /// The counts by folder and by agency.
  func places(_ summary: Summary) -> String {
    let places = summary.places
    var folders: [Row] = places.folders.sorted { $0.key < $1.key }.map { folder, count in
      ("<bdi>\(Markup.text(Untrusted.escaped(folder)))</bdi>", count)
    }
    let others = Markup.text(wording.say("others", "その他"))
    if places.otherFolders.files > 0 { folders.append((others, places.otherFolders)) }
    var issuers: [Row] = places.issuers.sorted { left, right in
      left.value.files != right.value.files
        ? left.value.files > right.value.files : left.key.agency.id < right.key.agency.id
    }.map { issuer, count in (name(issuer), count) }
    if places.otherIssuers.files > 0 { issuers.append((others, places.otherIssuers)) }
    var text = section(
      "folders", wording.say("By folder", "フォルダー別"), wording.say("Folder", "フォルダー"), folders)
    if !issuers.isEmpty {
      text += section(
        "agencies", wording.say("By agency", "機関別"), wording.say("Agency", "機関"), issuers)
    }
    return text
  }

  private func name(_ issuer: PlaceTally.Issuer) -> String {
    let name = agencyName(issuer.agency)
    let place = issuer.jurisdiction.map { " (\(Markup.text(Untrusted.clean($0))))" } ?? ""
    return "<bdi>\(name)</bdi>\(place)"
  }

  /// The name that a list gives an agency, in the language of the page where there is one.
  func agencyName(_ agency: Agency) -> String {
    let name = agency.names[wording.say("en", "ja")] ?? agency.names["en"] ?? agency.id
    return Markup.text(Untrusted.clean(name))
  }

  private func section(
    _ id: String, _ heading: String, _ first: String, _ rows: [Row]
  ) -> String {
    let hasSeals = rows.contains { $0.count.sealed > 0 }
    let official =
      [wording.word(for: Origin.Status.official)] + (hasSeals ? [wording.bySealName] : [])
    let columns =
      [wording.filesName] + official + [
        wording.say("signed, not official", "公式以外の署名"), wording.say("does not hold", "無効・改変"),
        wording.word(for: Integrity.noLabel), wording.unjudgedName,
      ]
    let cells = rows.map { row in
      let count = row.count
      let numbers = [
        (count.files, ""), (count.official, ""), (hasSeals ? count.sealed : nil, ""),
        (count.signed, ""), (count.failed, "bad"),
        (count.unlabelled, ""), (count.unjudged, "caution"),
      ].compactMap { number, tone in
        guard let number else { return nil as String? }
        return
          "<td\(number > 0 && !tone.isEmpty ? " class=\"\(tone)\"" : "")>\(grouped(number))</td>"
      }
      return "<tr><th scope=\"row\">\(row.name)</th><td class=\"bar\">\(bar(count))</td>"
        + numbers.joined() + "</tr>"
    }
    let share = wording.say("Share", "割合")
    let heads = ([first, share] + columns).map { "<th scope=\"col\">\(Markup.text($0))</th>" }
    return """
      <section aria-labelledby="\(id)"><h2 id="\(id)">\(Markup.text(heading))</h2>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="\(id)"><table class="places">
      <thead><tr>\(heads.joined())</tr></thead>
      <tbody>
      \(cells.joined(separator: "\n"))
      </tbody></table></div></section>

      """
  }

  /// What the row's numbers say, drawn; whoever does not see it loses nothing.
  private func bar(_ count: PlaceCount) -> String {
    let parts = [
      (count.official, "good"), (count.sealed, "third"), (count.signed, "first"),
      (count.failed, "bad"), (count.unlabelled, "neutral"), (count.unjudged, "open"),
    ]
    var start = 0
    var drawn = ""
    for (number, fill) in parts where number > 0 {
      let x = HTMLReport.share(start, of: count.files)
      let width = HTMLReport.share(number, of: count.files)
      drawn += "<rect class=\"\(fill)\" x=\"\(x)\" y=\"0\" width=\"\(width)\" height=\"24\"/>"
      start += number
    }
    return
      "<svg aria-hidden=\"true\" viewBox=\"0 0 1000 24\" preserveAspectRatio=\"none\">\(drawn)</svg>"
  }
}
