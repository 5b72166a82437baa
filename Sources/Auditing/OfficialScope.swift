package import BroadsealReporting
package import BroadsealVerifying

/// What is official of a file whose issuer is: the second axis is that of whoever speaks, and may be official where
/// `verify` ends with another code than 0.
package enum OfficialScope: Sendable, Hashable {
  /// The file, by its label.
  case whole
  /// The file, by a seal and without a label.
  case seal
  /// A part of it, or an earlier revision.
  case part

  /// What is official of the file that `verdict` is about; nil where nobody official speaks.
  package init?(_ verdict: Verdict) {
    guard verdict.origin?.status == .official else { return nil }
    self =
      verdict.isOfficial
      ? .whole : verdict.conclusion(for: .sealed) == .satisfied ? .seal : .part
  }
}

extension Wording {
  /// The second axis of a file, as one word of a table.
  package func originWord(of verdict: Verdict) -> String? {
    switch OfficialScope(verdict) {
    case .seal: bySealName
    case .part: inPartName
    case .whole, nil: verdict.origin.map { word(for: $0.status) }
    }
  }

  /// Official by a seal, without a label.
  package var bySealName: String { say("official-seal", "公式(eシール)") }

  /// Official of a part of the file, or of an earlier revision.
  package var inPartName: String { say("official-in-part", "公式(一部のみ)") }
}

extension [AxisLine] {
  /// The three lines, the second with the sign of caution where no more than a part of the file is official.
  package func marked(for verdict: Verdict) -> [AxisLine] {
    guard OfficialScope(verdict) == .part else { return self }
    return enumerated().map { index, line in index == 1 ? line.cautioned : line }
  }
}
