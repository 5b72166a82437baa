package import BroadsealBytes
import BroadsealNotes
import BroadsealOpenSSL
package import BroadsealVerifying

/// What is kept of one file: the last that was found, and what the earlier run found that is compared with.
package struct FoundFile: Sendable {
  var latest: KeptFile?
  var baseline: KeptFile?

  /// Each row once: of a file that stayed the same both are one.
  fileprivate var rows: [KeptFile] {
    guard let latest, latest.row == baseline?.row else {
      return [latest, baseline].compactMap(\.self)
    }
    return [latest]
  }
}

/// A verdict, found with the help of what is kept.
package struct RecalledVerdict: Sendable {
  /// The verdict.
  package let verdict: Verdict
  /// What changed since the earlier run; nil when nothing did, or there is none.
  package let drift: Drift?
  /// How the file is known again; nil when it may have changed meanwhile.
  let state: FileState?
  /// The verdict and the label that the file had, as they are kept.
  let packed: [UInt8]
  /// Whether the verdict is the one that was kept.
  let isServed: Bool
  /// Whether somebody else wrote what is kept.
  let isForged: Bool
}

/// How kept verdicts are used: on the workers, side by side.
package struct Recollection: Sendable {
  let scope: Int
  let key: MessageKey
  let basis: [UInt8]
  let judged: Int
  let recall: Recall
  let codes: [String: Code]
  let baseline: Int?
  /// The first run whose labels are missed where they are lost: what was lost before it is accepted.
  let accepted: Int

  /// The verdict on the file at `path`: the one that is kept, where nothing can have changed it, else the
  /// one that `judge` gives.
  package func verdict(
    on path: FilePath, found: FoundFile, judge: () -> Verdict
  ) -> RecalledVerdict {
    let before = FileState(path)
    let isForged = found.rows.contains { !$0.isGenuine(scope: scope, path: path, by: key) }
    if !isForged, let latest = found.latest, let before,
      let verdict = served(latest, at: path, before)
    {
      let drift = drift(to: verdict, latest.kept.label, from: found, isServed: true)
      return RecalledVerdict(
        verdict: verdict, drift: drift, state: before,
        packed: latest.packed, isServed: true, isForged: false)
    }
    let verdict = judge()
    let isStill = before != nil && before == FileState(path)
    let label = verdict.hasLabel ? nil : lastLabel(found.latest, at: verdict.path)
    return RecalledVerdict(
      verdict: verdict,
      drift: isForged ? nil : drift(to: verdict, label, from: found, isServed: false),
      state: isStill && verdict.sha256 != nil ? before?.settled : nil,
      packed: KeptVerdict(label: label, packed: verdict.packed).bytes,
      isServed: false, isForged: isForged)
  }

  /// The label that a file without one had when it was seen last, or before that.
  func lastLabel(_ kept: KeptFile?, at path: String) -> FoundLabel? {
    guard let kept else { return nil }
    if let label = kept.kept.label { return label }
    guard let verdict = kept.verdict(at: path, codes: codes), verdict.hasLabel else { return nil }
    return FoundLabel(run: kept.runs.upperBound, isBeside: verdict.isDetached)
  }

  /// The kept verdict, where it still is the one that would be found.
  private func served(_ kept: KeptFile, at path: FilePath, _ state: FileState) -> Verdict? {
    guard recall != .never, kept.basis == basis, kept.state == state,
      let verdict = kept.verdict(at: path.display, codes: codes),
      verdict.holds(
        at: UTCTime(secondsSinceEpoch: Int64(judged)),
        judged: UTCTime(secondsSinceEpoch: Int64(kept.judged)))
    else { return nil }
    let isReread =
      switch recall {
      case .careful: true
      case .trustingTimes: false
      case .never: true
      }
    guard isReread else { return verdict }
    guard let digest = FileDigest(path), digest.sha256 == verdict.sha256, FileState(path) == state
    else {
      return nil
    }
    return verdict
  }

  /// What changed since the earlier run; `label` is the one that the file had.
  private func drift(
    to verdict: Verdict, _ label: FoundLabel?, from found: FoundFile, isServed: Bool
  ) -> Drift? {
    guard baseline != nil else { return nil }
    let isLost = label.map { $0.run >= accepted && $0.isLost(by: verdict) } ?? false
    guard let old = found.baseline else { return .new(lost: isLost ? .labelLost : nil) }
    if isServed, old.row == found.latest?.row {
      return isLost ? .unchanged(verdict, lost: .stillLost) : nil
    }
    guard let before = old.verdict(at: verdict.path, codes: codes) else { return nil }
    // The earlier run told it, unless nobody could look then.
    let wasLost = old.kept.label?.isLost(by: before) ?? false
    return Drift(
      from: before, to: verdict, lost: isLost ? (wasLost ? .stillLost : .labelLost) : nil)
  }
}

extension KeptFile {
  /// Whether what was found is what the row says already.
  func says(_ outcome: RecalledVerdict, basis: [UInt8]) -> Bool {
    state == outcome.state && self.basis == basis && packed == outcome.packed
  }
}
