import BroadsealBytes
import BroadsealJSON
package import BroadsealReporting
import BroadsealVerifying

/// A row a file (`csv`, RFC 4180), for spreadsheets.
///
/// Rows of the run stand before the names of the columns and rows of the counts after the last file.
/// They begin with `# `; a cell that would begin so for another reason does not. Every row has as many
/// cells as there are columns.
package struct CSVReport: Report {
  private let run: RunHeader?
  private let shape: ReportShape
  private let wording: Wording
  private let hasMark: Bool

  /// A report of `run`.
  ///
  /// - Parameters:
  ///   - language: of the sentences; names of columns and states have none.
  ///   - hasMark: whether it begins with the byte order mark, by which a spreadsheet knows UTF-8.
  package init(
    _ run: RunHeader? = nil, _ shape: ReportShape = ReportShape(), language: Language = .english,
    hasMark: Bool = false
  ) {
    self.run = run
    self.shape = shape
    self.hasMark = hasMark
    wording = Wording(language)
  }

  package var header: [UInt8] {
    var bytes: [UInt8] = hasMark ? [0xEF, 0xBB, 0xBF] : []
    for remark in run?.remarks ?? [] { bytes += row(remark) }
    return shape.isSummaryOnly ? bytes : bytes + CSV.row(CSVReport.columns)
  }

  package func entry(_ record: inout ReportRecord) -> [UInt8] {
    guard !shape.isSummaryOnly else { return [] }
    let judgement = record.judgement
    let counting = judgement.findings.filter { $0.waiver == nil }
    return judgement.verdict.csv(
      at: judgement.path, judgement.skip == nil ? record.lines(in: wording) : nil,
      more: [
        judgement.gravest?.severity.rawValue, counting.map(\.rule).joined(separator: " "),
        counting.flatMap(\.controls).joined(separator: "; "),
        judgement.findings.filter { $0.waiver != nil }.map(\.rule).joined(separator: " "),
        judgement.drift?.kinds.map(\.rawValue).joined(separator: " "),
        judgement.skip == nil ? judgement.verdict.conclusion(for: .official).rawValue : nil,
      ])
  }

  package func footer(_ summary: Summary) -> [UInt8] {
    var bytes: [UInt8] = []
    if !summary.isComplete { bytes += row(["incomplete: the run was interrupted"]) }
    for member in summary.json.object?.members ?? []
    where member.key != "schema" && member.key != "drift" {
      guard let counts = member.value.object else {
        bytes += row([member.key, JSON.Writer.write(member.value)])
        continue
      }
      for count in counts.members {
        bytes += row([member.key, count.key, JSON.Writer.write(count.value)])
      }
    }
    for file in summary.drift?.removed ?? [] {
      let elsewhere = file.drift.elsewhere.map { [Untrusted.escaped($0)] } ?? []
      bytes += row(["removed", Untrusted.escaped(file.path)] + elsewhere)
    }
    for path in summary.drift?.documentsLost ?? [] {
      bytes += row(["document-lost", Untrusted.escaped(path)])
    }
    for placed in summary.gravest where placed.finding.kind == .missing {
      if let path = placed.path { bytes += row(["missing", Untrusted.escaped(path)]) }
    }
    return bytes
  }

  private static let columns =
    Verdict.csvColumns + ["severity", "rules", "controls", "waived", "drift", "conclusion"]

  private func row(_ remark: [String]) -> [UInt8] {
    CSV.remark(remark, width: CSVReport.columns.count)
  }
}

extension RunHeader {
  /// The header as rows of a table: a name, then what it names.
  fileprivate var remarks: [[String]] {
    var rows = [["report", Schema.run.name]]
    if let started { rows.append(["started", started.rfc3339]) }
    rows += [
      ["judged at", judgedAt.rfc3339], ["tool", "\(Tool.name) \(Tool.version)"],
      ["command"] + [JSON.Writer.write(.array(command.map(JSON.Value.string)))],
    ]
    rows += roots.map { ["root", Untrusted.escaped($0)] }
    rows.append(
      policy.map { ["policy", Untrusted.escaped($0.path), $0.sha256] } ?? ["policy", "built in"])
    rows.append(["trust", trust])
    rows += lists.map { list in
      [
        "list", list.name, list.territory, String(list.sequence), list.sha256, list.issued.rfc3339,
        list.nextUpdate.rfc3339,
      ]
    }
    if let baseline { rows.append(["baseline", String(baseline)]) }
    return rows
  }
}
