import BroadsealBytes
import BroadsealNotes
import BroadsealSQLite
import BroadsealVerifying

extension HistoryStore {
  /// Files of a run with a label whose bytes have one of those SHA-256: the first of each in the order of the paths.
  func labelled(
    _ digests: Set<String>, in run: Int, codes: [String: Code]
  ) throws(HistoryError) -> [String: FilePath] {
    guard !digests.isEmpty else { return [:] }
    var places: [String: FilePath] = [:]
    try HistoryError.guarding { () throws(DatabaseError) in
      let statement = try database.prepare(
        """
        SELECT file.number, first, last, state, basis, judged, code, verdict, path
        FROM file JOIN seen ON seen.number = file.number
        WHERE scope = (SELECT scope FROM run WHERE number = ?1) AND first <= ?1 AND last >= ?1
        """)
      try statement.each(.integer(run)) { row throws(DatabaseError) in
        let kept = KeptFile(row)
        guard !kept.kept.isGone, let path = FilePath(bytes: row.blob(8)),
          let verdict = kept.verdict(at: path.display, codes: codes), verdict.hasLabel,
          let digest = verdict.sha256, digests.contains(digest)
        else { return }
        if places[digest].map({ path < $0 }) ?? true { places[digest] = path }
      }
    }
    return places
  }

  /// Adds a row of a file that is gone.
  func insert(
    _ kept: [UInt8], at path: FilePath, in scope: Int, run: Int, basis: [UInt8], judged: Int,
    code: [UInt8]
  ) throws(DatabaseError) {
    try database.prepare(
      """
      INSERT INTO file (scope, path, first, state, basis, judged, code, verdict)
      VALUES (?, ?, ?, x'', ?, ?, ?, ?)
      """
    ).run(
      .integer(scope), .blob(path.bytes), .integer(run), .blob(basis), .integer(judged),
      .blob(code), .blob(kept))
    try database.prepare("INSERT INTO seen (number, last) VALUES (?, ?)")
      .run(.integer(database.lastRow), .integer(run))
  }
}
