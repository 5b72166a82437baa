import BroadsealJSON
package import BroadsealReporting
import BroadsealVerifying

/// A form in which judgements are written down.
///
/// `entry` runs on the workers, side by side; the rest runs once. Every part is bytes, so that a
/// record is one write.
package protocol Report: Sendable {
  /// What comes before the first entry.
  var header: [UInt8] { get }

  /// What comes between two entries.
  var separator: [UInt8] { get }

  /// One judgement; empty where the report says nothing of it.
  func entry(_ record: inout ReportRecord) -> [UInt8]

  /// What comes after the last entry.
  func footer(_ summary: Summary) -> [UInt8]

  /// Whether its beginning is only known at the end: then the entries wait in a file of their own, and
  /// `preface` comes before them in place of `header`.
  var isPrefaced: Bool { get }

  /// Most entries that it holds; what comes after them is left out.
  var mostEntries: Int { get }

  /// The beginning of a report that tells the counts before the first entry.
  func preface(_ summary: Summary) -> [UInt8]
}

/// A judgement on its way into the reports of one run: what several of them take is made once.
package struct ReportRecord {
  /// What is written down.
  package let judgement: Judgement
  /// Its JSON: with every check, and without those that went well.
  private var (whole, brief): ([UInt8]?, [UInt8]?)
  private var lines: [Language: [AxisLine]] = [:]

  /// Nothing is written yet.
  package init(_ judgement: Judgement) {
    self.judgement = judgement
  }

  /// The verdict as its schema `broadseal.verdict/1` has it, in one line without its end.
  ///
  /// - Parameter tellsSuccess: whether the checks that went well are told too.
  mutating func json(tellsSuccess: Bool = true) -> [UInt8] {
    if let written = tellsSuccess ? whole : brief { return written }
    let written = judgement.jsonText(tellsSuccess: tellsSuccess)
    if tellsSuccess { whole = written } else { brief = written }
    return written
  }

  /// The three lines about the file.
  package mutating func lines(in wording: Wording) -> [AxisLine] {
    if let said = lines[wording.language] { return said }
    let said = wording.lines(of: judgement.verdict)
    lines[wording.language] = said
    return said
  }
}

extension Report {
  package var header: [UInt8] { [] }
  package var separator: [UInt8] { [] }
  package func footer(_ summary: Summary) -> [UInt8] { [] }
  package var isPrefaced: Bool { false }
  package var mostEntries: Int { .max }
  package func preface(_ summary: Summary) -> [UInt8] { [] }

  /// One judgement, for a caller with one report.
  package func entry(_ judgement: Judgement) -> [UInt8] {
    var record = ReportRecord(judgement)
    return entry(&record)
  }
}
