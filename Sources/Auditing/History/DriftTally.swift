package import BroadsealBytes
package import BroadsealJSON
import BroadsealReporting

/// What changed since an earlier run, counted; the files that are gone by name.
package struct DriftTally: Sendable, Hashable {
  /// A file that is not there any more.
  package struct Removed: Sendable, Hashable {
    /// Where it was.
    package let path: FilePath
    /// What was said of it.
    package let drift: Drift
  }

  /// Number of the earlier run.
  package let baseline: Int
  /// Files by the way in which they changed; one may be counted several times.
  package private(set) var counts: [Drift.Kind: Int] = [:]
  /// Files that are gone, in the order of their paths; the first of many.
  package private(set) var removed: [Removed] = []
  /// Files that lost their label, in the order of the run; the first of many.
  package private(set) var labelsLost: [FilePath] = []
  /// Files that had a label and are gone with it, in the order of their paths; the first of many.
  package private(set) var documentsLost: [FilePath] = []
  /// How many of these there are.
  package private(set) var documentLosses = 0
  /// Some files of each kind of change.
  package private(set) var examples: [Drift.Kind: [FilePath]] = [:]

  /// Most files that are kept by name for each kind of change.
  package static let maximumExamples = 3

  /// Most files that are kept by name.
  package static let maximum = 10_000

  /// Nothing yet.
  package init(baseline: Int) {
    self.baseline = baseline
  }

  /// Counts a change.
  package mutating func add(_ drift: Drift, at path: FilePath) {
    for kind in drift.kinds {
      counts[kind, default: 0] += 1
      if counts[kind, default: 0] <= DriftTally.maximumExamples {
        examples[kind, default: []].append(path)
      }
    }
    if drift.kinds.contains(.removed), removed.count < DriftTally.maximum {
      removed.append(Removed(path: path, drift: drift))
    }
    guard drift.isLoss else { return }
    if drift.isGone {
      documentLosses += 1
      if documentsLost.count < DriftTally.maximum { documentsLost.append(path) }
    } else if labelsLost.count < DriftTally.maximum {
      labelsLost.append(path)
    }
  }

  /// The counts as `broadseal.summary/1` has them.
  package var json: JSON.Value {
    let kinds = Drift.Kind.allCases.map { kind in
      (kind.rawValue, JSON.Value.integer(Int64(counts[kind] ?? 0)))
    }
    let gone = removed.map { file in
      var members = file.path.members("path") + (file.drift.elsewhere?.members("to") ?? [])
      if let was = file.drift.earlier?.json { members.append(("was", was)) }
      return JSON.Value.object(JSON.Object(members))
    }
    return .object(
      JSON.Object(
        [("baseline", .integer(Int64(baseline))), ("counts", .object(JSON.Object(kinds)))]
          + labelsLost.members("labelsLost") + documentsLost.members("documentsLost")
          + [("removed", .array(gone))]))
  }
}
