public import BroadsealBytes
import BroadsealFolders
public import BroadsealVerifying
import BroadsealWorkers

/// Judges every file of a folder, many at once.
///
///     let audit = FolderAudit(try Verifier(trust: trust))
///     for verdict in audit.verdicts(in: "releases") where !verdict.isOfficial {
///       print(verdict.path)
///     }
///
/// Verdicts come in the order of the paths. Nothing is left out quietly: a file that cannot be read, a
/// symbolic link, which is not followed, and a pipe or device are `unreadable`, and a finding says why.
/// Only a sidecar beside its document has no verdict of its own.
public struct FolderAudit: Sendable {
  private let verifier: Verifier
  private let crew: Crew

  /// An audit by `verifier`.
  ///
  /// - Parameters:
  ///   - verifier: judges each file.
  ///   - workers: how many files are judged at once; one for each processor when nil.
  public init(_ verifier: Verifier, workers: Int? = nil) {
    self.verifier = verifier
    crew = Crew(workers: workers)
  }

  /// The verdicts on every file below `folder`.
  ///
  /// It holds all of them in memory; for millions of files take ``forEach(in:_:)``.
  public func verdicts(in folder: FilePath) -> [Verdict] {
    var verdicts: [Verdict] = []
    forEach(in: folder) { verdicts.append($0) }
    return verdicts
  }

  /// Hands the verdict on every file below `folder` to `body`, in order and on the calling thread.
  ///
  /// - Throws: what `body` throws; then the rest is not judged.
  public func forEach<Failure: Error>(
    in folder: FilePath, _ body: (Verdict) throws(Failure) -> Void
  ) throws(Failure) {
    var walk = Walk([folder])
    _ = try crew.run(
      draw: { _ in FolderAudit.next(&walk).map { .job($0) } ?? .end },
      context: { [verifier] in verifier.session() },
      work: { entry, session in
        Judgement(unjudged: entry)?.verdict ?? session.verify(entry.path)
      },
      deliver: body)
  }

  private static func next(_ walk: inout Walk) -> WalkEntry? {
    while let entry = walk.next() {
      if entry.kind != .skipped(.sidecar) { return entry }
    }
    return nil
  }
}
