import BroadsealAuditing
import BroadsealBytes
import BroadsealWorkers

/// The entries of an audit: first the walk, then the list of names.
struct AuditSource {
  private var walk: Walk?
  private var list: PathList?
  private let reports: AuditReports

  /// Why the list broke off; nil as long as it did not.
  private(set) var failure: Failure?

  /// Entries that are none of the run's own `reports`.
  init(walk: Walk, list: PathList?, reports: AuditReports) {
    self.walk = walk
    self.list = list
    self.reports = reports
  }

  /// The next entry; none is left once a report would replace a file that is audited.
  mutating func draw(mayWait: Bool) -> Crew.Draw<WalkEntry> {
    while true {
      let draw = next(mayWait: mayWait)
      guard case .job(let entry) = draw else { return draw }
      switch reports.claim(on: entry.path) {
      case .none: return draw
      case .itself: continue
      case .wouldReplace:
        failure = Failure(
          .usage, entry.path, "a report would replace this file, which is being audited",
          hint: "write reports to another folder")
        return .end
      }
    }
  }

  /// The next entry. A name in the list is a file, whatever stands there: each gets its answer.
  private mutating func next(mayWait: Bool) -> Crew.Draw<WalkEntry> {
    if failure != nil { return .end }
    if let entry = walk?.next() { return .job(entry) }
    walk = nil
    do throws(PathListError) {
      switch try list?.next(mayWait: mayWait) ?? .end {
      case .job(let path): return .job(WalkEntry(path, .file))
      case .notYet: return .notYet
      case .end: return .end
      }
    } catch {
      failure = Failure(explaining: error)
      return .end
    }
  }
}
