import Auditing
import Bytes

/// The entries of an audit: first the walk, then the list of names.
struct AuditSource {
  private var walk: Walk?
  private var list: PathList?

  /// Why the list broke off; nil as long as it did not.
  private(set) var failure: Failure?

  init(walk: Walk, list: PathList?) {
    self.walk = walk
    self.list = list
  }

  /// The next entry. A name in the list is a file, whatever stands there: each gets its answer.
  mutating func draw(mayWait: Bool) -> Crew.Draw<WalkEntry> {
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
