import BroadsealAuditing
import BroadsealBytes
import BroadsealFolders
import BroadsealTrust
import BroadsealWorkers

/// The entries of an audit: what folders hold and a list file names, in path order; the files in archives, each
/// behind its archive; then the names that come in on standard input, as they come.
struct AuditSource {
  /// Where entries come from before those on standard input.
  private enum Entries {
    case walk(OrderedWalk)
    case drawn(ArraySlice<WalkEntry>)
  }

  private var entries: Entries
  private var stream: PathList?
  private var archives: ArchiveWalk?
  private let reports: AuditReports

  /// Why the list broke off; nil as long as it did not.
  private(set) var failure: Failure?

  /// Entries that are none of the run's own `reports`.
  ///
  /// - Parameter drawn: the files of a sample, instead of all of them.
  init(
    _ input: InputOptions, drawn: [WalkEntry]?, reports: AuditReports
  ) throws(Failure) {
    self.reports = reports
    if let drawn {
      entries = .drawn(drawn[...])
    } else {
      let (walk, stream) = try input.entries()
      entries = .walk(walk)
      self.stream = stream
    }
    if input.archives {
      archives = ArchiveWalk(
        ArchiveLimits(), evidenceSuffix: EvidenceBundle.suffix)
    }
  }

  /// The next entry; none is left once a report would replace a file that is audited.
  mutating func draw(mayWait: Bool) -> Crew.Draw<AuditEntry> {
    while true {
      if failure != nil { return .end }
      if let member = archives?.next() { return .job(.member(member)) }
      let draw: Crew.Draw<WalkEntry>
      do throws(PathListError) { draw = try next(mayWait: mayWait) } catch {
        failure = Failure(explaining: error)
        return .end
      }
      switch draw {
      case .notYet: return .notYet
      case .end: return .end
      case .job(let entry):
        switch reports.claim(on: entry.path) {
        case .none:
          guard archives != nil else {
            return .job(ArchiveWalk.isArchive(entry) ? .closed(entry) : .met(entry))
          }
          let isArchive = archives?.open(entry) ?? false
          return .job(isArchive ? .archive(entry) : .met(entry))
        case .itself: continue
        case .wouldReplace:
          failure = Failure(
            .usage, entry.path, "a report would replace this file, which is being audited",
            hint: "write reports to another folder")
          return .end
        }
      }
    }
  }

  /// The next entry. A name in the list is a file, whatever stands there: each gets its answer.
  private mutating func next(mayWait: Bool) throws(PathListError) -> Crew.Draw<WalkEntry> {
    switch entries {
    case .drawn(var left):
      let entry = left.popFirst()
      entries = .drawn(left)
      if let entry { return .job(entry) }
    case .walk(var walk):
      entries = .drawn([])
      if let entry = try walk.next() {
        entries = .walk(walk)
        return .job(entry)
      }
    }
    switch try stream?.next(mayWait: mayWait) ?? .end {
    case .job(let path): return .job(WalkEntry(path, .file))
    case .notYet: return .notYet
    case .end: return .end
    }
  }
}
