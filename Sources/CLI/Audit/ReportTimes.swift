import BroadsealBytes

/// When reports were signed, by the time stamps that are believed.
///
/// The stamp of the signature over the list of reports is no part of what is signed: whoever has the file can put a
/// later one of any authority in its place. Those in the labels of the reports are in files whose digests the list
/// names, so that none can be exchanged.
struct ReportTimes {
  /// Times in the stamps of the signature over the list.
  var list: [UTCTime] = []
  /// Times in the stamps of the labels.
  var labels: [UTCTime] = []

  /// Seconds that signing everything takes at the most.
  private static let span: Int64 = 3_600

  /// When it was signed: nothing proves more than the first of all stamps. Nil where no stamp does.
  var signed: UTCTime? { (list + labels).min() }

  /// When the list was stamped, where that was long after the labels were; nil elsewhere.
  var later: UTCTime? {
    guard let first = list.min(), let last = labels.max(),
      first.secondsSinceEpoch - last.secondsSinceEpoch > ReportTimes.span
    else { return nil }
    return first
  }
}
