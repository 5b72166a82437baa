package import BroadsealBytes
package import BroadsealNotes
import BroadsealSQLite
import BroadsealVerifying

extension HistoryStore {
  /// What changed between two finished runs over the same files, in the order of the paths.
  ///
  /// Every row that one of them covers is proved, and so is that no other one was there: the last run of a row is
  /// under no code of the row, because each run moves it, but under the sum of the run.
  package func compare(
    _ old: Int, _ new: Int, codes: [String: Code], body: (FilePath, Drift) -> Void
  ) throws(HistoryError) {
    let (before, after) = (try run(old), try run(new))
    guard before.scope == after.scope else { throw .otherFiles(old, new) }
    let rows = try rows(of: before, and: after)
    // What was gone with its label has a row too, which says so.
    let gone = rows.filter { Self.isThere($0.1.old) && !Self.isThere($0.1.new) }
    let digests = gone.compactMap { path, pair -> String? in
      let was = pair.old?.verdict(at: path.display, codes: codes)
      return was?.hasLabel == true ? was?.sha256 : nil
    }
    let places = try labelled(Set(digests), in: new, codes: codes)
    for (path, pair) in rows {
      guard Self.isThere(pair.old), Self.isThere(pair.new) else {
        if Self.isThere(pair.new) { body(path, .new) }
        let was = pair.old?.verdict(at: path.display, codes: codes)
        if Self.isThere(pair.old), let was {
          let elsewhere = was.sha256.flatMap { places[$0] }
          body(
            path,
            Drift(removed: was, isLoss: was.hasLabel && elsewhere == nil, elsewhere: elsewhere))
        }
        continue
      }
      let was = pair.old.flatMap { $0.verdict(at: path.display, codes: codes) }
      let now = pair.new.flatMap { $0.verdict(at: path.display, codes: codes) }
      switch (was, now) {
      case (let was?, let now?):
        // Nobody could look at it in the earlier run, and its label is lost by the later one.
        let label = pair.old?.kept.label == nil ? pair.new?.kept.label : nil
        let isLost = label.map { $0.run >= old && $0.isLost(by: now) } ?? false
        if let drift = Drift(from: was, to: now, lost: isLost ? .labelLost : nil) {
          body(path, drift)
        }
      // A row of another version of this program cannot be read: nothing is said of it.
      case (_, nil), (nil, _): break
      }
    }
  }

  /// Whether a row is of a file that was there.
  private static func isThere(_ row: KeptFile?) -> Bool { row.map { !$0.kept.isGone } ?? false }

  /// The rows of a file in two runs, where they are not one and the same.
  private typealias Pair = (old: KeptFile?, new: KeptFile?)

  /// The rows that only one of two runs covers, in the order of the paths.
  ///
  /// - Throws: `.edited` where a row is not as it was written, or a run does not have the rows that it found.
  private func rows(
    of before: HistoryRun, and after: HistoryRun
  ) throws(HistoryError) -> [(FilePath, Pair)] {
    var changes: [(FilePath, Pair)] = []
    var (old, new) = (RunProof(before), RunProof(after))
    var forged: String?
    try HistoryError.guarding { () throws(DatabaseError) in
      let statement = try database.prepare(
        """
        SELECT file.number, first, last, state, basis, judged, code, verdict, path
        FROM file JOIN seen ON seen.number = file.number
        WHERE scope = ?1 AND (first <= ?2 AND last >= ?2 OR first <= ?3 AND last >= ?3) ORDER BY path
        """)
      try statement.each(
        .integer(before.scope), .integer(before.number), .integer(after.number)
      ) { row throws(DatabaseError) in
        let kept = KeptFile(row)
        let path = FilePath(bytes: row.blob(8)) ?? ""
        guard kept.isGenuine(scope: before.scope, path: path, by: key) else {
          forged = path.display
          return
        }
        let (isOld, isNew) = (old.add(kept, at: path), new.add(kept, at: path))
        // A row that covers both runs says that nothing changed.
        guard isOld != isNew else { return }
        if changes.last?.0 != path { changes.append((path, (nil, nil))) }
        let index = changes.count - 1
        if isOld { changes[index].1.old = kept } else { changes[index].1.new = kept }
      }
    }
    if let forged { throw .edited(forged) }
    for proof in [old, new] where !proof.holds { throw .edited("run \(proof.run.number)") }
    return changes
  }
}

/// The proof that a run has the rows that it found, and each once.
private struct RunProof {
  let run: HistoryRun
  private var sum = MemberSum()
  private var last: FilePath?
  private var isTwice = false

  init(_ run: HistoryRun) { self.run = run }

  /// Takes a row, in the order of the paths; whether the run covers it.
  mutating func add(_ row: KeptFile, at path: FilePath) -> Bool {
    guard row.runs.contains(run.number) else { return false }
    // Copies of rows that are genuine could be chosen so that the sum comes out right.
    if path == last { isTwice = true }
    last = path
    sum.add(row.code)
    return true
  }

  var holds: Bool { !isTwice && sum.bytes == run.members }
}
