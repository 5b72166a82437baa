import BroadsealBytes
import BroadsealFolders
import BroadsealJSON
package import BroadsealReporting
import BroadsealVerifying

/// A test a file, as JUnit's XML (`junit`): for build servers. A file fails when its gravest finding is
/// an error; it is an error of the test when nobody could look. It keeps to the schema of Ant's task and
/// to the one of Jenkins, which want different things.
package struct JUnitReport: Report {
  private let run: RunHeader
  private let wording: Wording

  /// A report of `run`; its messages are in `language`.
  package init(_ run: RunHeader, language: Language = .english) {
    self.run = run
    wording = Wording(language)
  }

  package var isPrefaced: Bool { true }

  package func preface(_ summary: Summary) -> [UInt8] {
    let (total, absent) = (summary.places.total, absent(summary).count)
    let skipped = (summary.skipped[.symbolicLink] ?? 0) + (summary.skipped[.special] ?? 0)
    // The schema knows no zone.
    let time = (run.started ?? run.judgedAt).rfc3339.dropLast()
    let members = run.json.object?.members ?? []
    let properties = members.map { member in
      let value = member.value.string ?? JSON.Writer.write(member.value)
      return #"<property name="\#(member.key)" value="\#(attribute(value))"/>"#
    }
    return Array(
      ("""
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites>
      <testsuite id="0" package="\(Tool.name)" name="\(Tool.name) audit" timestamp="\(time)" \
      hostname="localhost" tests="\(total.files + skipped + absent)" failures="\(total.errors + absent)" \
      errors="\(total.gaps)" skipped="\(skipped)" time="0">
      <properties>
      \(properties.joined(separator: "\n"))
      </properties>

      """).utf8)
  }

  package func entry(_ record: inout ReportRecord) -> [UInt8] {
    let judgement = record.judgement
    let start = start(of: judgement.path)
    if let skip = judgement.skip {
      return Array("\(start)><skipped message=\"\(skip.rawValue)\"/></testcase>\n".utf8)
    }
    guard let gravest = judgement.gravest, gravest.severity == .error else {
      return Array("\(start)/>\n".utf8)
    }
    let element = gravest.isGap ? "error" : "failure"
    let message = attribute(wording.sentence(for: gravest))
    let lines = judgement.findings.filter { $0.waiver == nil }.map { finding in
      Markup.text(
        "\(wording.word(for: finding.severity)) \(finding.rule): \(wording.sentence(for: finding)) "
          + wording.remedy(for: finding))
    }
    return Array(
      ("\(start)><\(element) type=\"\(attribute(gravest.rule))\" message=\"\(message)\">"
        + lines.joined(separator: "\n") + "</\(element)></testcase>\n").utf8)
  }

  package func footer(_ summary: Summary) -> [UInt8] {
    let counts = Markup.text(JSON.Writer.write(summary.json))
    let tests = absent(summary).map { placed, path in
      let message = attribute(wording.sentence(for: placed.finding))
      let text = Markup.text(wording.remedy(for: placed.finding))
      return "\(start(of: path))><failure type=\"\(attribute(placed.finding.rule))\" "
        + "message=\"\(message)\">\(text)</failure></testcase>\n"
    }
    return Array(
      (tests.joined()
        + "<system-out>\(counts)</system-out>\n<system-err></system-err>\n</testsuite>\n</testsuites>\n")
        .utf8)
  }

  /// Documents that should be there and are not: a test that fails for each.
  private func absent(_ summary: Summary) -> [(PlacedFinding, FilePath)] {
    summary.gravest.compactMap { placed in
      guard placed.isOfRun, placed.finding.severity == .error, let path = placed.path else {
        return nil
      }
      return (placed, path)
    }
  }

  private func start(of path: FilePath) -> String {
    let folder = attribute(Untrusted.escaped(path.folder))
    let name = attribute(Untrusted.escaped(FilePath(bytes: path.name) ?? path))
    return #"<testcase classname="\#(folder)" name="\#(name)" time="0""#
  }

  private func attribute(_ text: String) -> String { Markup.text(Untrusted.line(text)) }
}
