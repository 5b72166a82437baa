/// A form in which judgements are written down.
///
/// `entry` runs on the workers, side by side; the rest runs once. Every part is bytes, so that a
/// record is one write.
package protocol Report: Sendable {
  /// What comes before the first entry.
  var header: [UInt8] { get }

  /// What comes between two entries.
  var separator: [UInt8] { get }

  /// One judgement.
  func entry(_ judgement: Judgement) -> [UInt8]

  /// What comes after the last entry.
  func footer(_ summary: Summary) -> [UInt8]
}

extension Report {
  package var header: [UInt8] { [] }
  package var separator: [UInt8] { [] }
  package func footer(_ summary: Summary) -> [UInt8] { [] }
}
