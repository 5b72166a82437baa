import BroadsealBytes
import BroadsealOpenSSL
import BroadsealSQLite
import BroadsealVerifying

/// The files that earlier runs found and this one did not.
///
/// A file that is gone with its label is missed as a lost label is: it gets a row that says so, which every run
/// keeps up until the file is back, somebody accepts the loss, or a file of the same bytes with a label is found. The row is under
/// the sum of each run as those of files are, so that nobody takes it away unnoticed.
struct GoneFiles {
  let store: HistoryStore
  /// Number of the run.
  let run: Int
  /// Number of the run that it is compared with.
  let baseline: Int
  /// Number of the last finished run over the same files.
  let before: Int
  let recollection: Recollection
  /// The last run whose losses somebody accepted; 0 where there is none.
  let accepted: Int

  /// What is kept of one of them.
  private struct File {
    let path: FilePath
    /// Its row in the run that is compared with.
    var baseline: KeptFile?
    /// Its row in the last run.
    var last: KeptFile?
  }

  /// Tells of every file of `rows` that is gone, in the order of the paths, and keeps up what is missed.
  ///
  /// - Parameter rows: numbers of rows of the two runs, in the order of their paths.
  /// - Returns: the codes of the rows that this run has of files that are gone.
  func tell(_ rows: [Int], _ body: (FilePath, Drift) -> Void) throws(HistoryError) -> [[UInt8]] {
    var digests: Set<String> = []
    try each(of: rows) { file throws(HistoryError) in
      if label(of: file) != nil, let digest = verdict(of: file)?.sha256 { digests.insert(digest) }
    }
    let places = try store.labelled(digests, in: run, codes: recollection.codes)
    var (kept, new): ([KeptFile], [(FilePath, KeptVerdict)]) = ([], [])
    try each(of: rows) { file throws(HistoryError) in
      let (was, label) = (verdict(of: file), label(of: file))
      let elsewhere = label == nil ? nil : was?.sha256.flatMap { places[$0] }
      if let drift = drift(of: file, was, label, elsewhere) { body(file.path, drift) }
      guard let label, label.run >= accepted, elsewhere == nil, let last = file.last else { return }
      if last.kept.isGone {
        kept.append(last)
      } else {
        new.append((file.path, KeptVerdict(gone: label, last: last.kept)))
      }
    }
    try write(kept)
    return try kept.map(\.code) + write(new)
  }

  private func drift(
    of file: File, _ was: Verdict?, _ label: FoundLabel?, _ elsewhere: FilePath?
  ) -> Drift? {
    let isMissed = label.map { $0.run >= recollection.accepted } ?? false && elsewhere == nil
    // A row of another version of this program cannot be read: no more is said than that a label is missed.
    if let row = file.baseline, !row.kept.isGone {
      let old = row.verdict(at: file.path.display, codes: recollection.codes)
      return old == nil && !isMissed
        ? nil : Drift(removed: old, isLoss: isMissed, elsewhere: elsewhere)
    }
    guard isMissed else { return nil }
    return file.baseline == nil ? Drift(removed: was, isLoss: true) : .stillGone(was)
  }

  /// The last verdict that there was; nil for one of another version.
  private func verdict(of file: File) -> Verdict? {
    (file.last ?? file.baseline)?.verdict(at: file.path.display, codes: recollection.codes)
  }

  /// The label that it had when it was seen last.
  private func label(of file: File) -> FoundLabel? {
    recollection.lastLabel(file.last ?? file.baseline, at: file.path.display)
  }

  /// Hands every file that is gone to `body`.
  private func each(
    of rows: [Int], _ body: (File) throws(HistoryError) -> Void
  ) throws(HistoryError) {
    let (find, rest) = try HistoryError.guarding { () throws(DatabaseError) in
      let columns = "file.number, first, last, state, basis, judged, code, verdict"
      let table = "file JOIN seen ON seen.number = file.number"
      return (
        try store.database.prepare(
          "SELECT \(columns), path FROM \(table) WHERE file.number = ?"),
        try store.database.prepare(
          "SELECT \(columns) FROM \(table) WHERE scope = ? AND path = ? AND last >= ?")
      )
    }
    var open: File?
    func close() throws(HistoryError) {
      guard let file = open else { return }
      open = nil
      var isThere = false
      try HistoryError.guarding { () throws(DatabaseError) in
        try rest.each(
          .integer(recollection.scope), .blob(file.path.bytes), .integer(run)
        ) { row throws(DatabaseError) in
          isThere = isThere || !KeptFile(row).kept.isGone
        }
      }
      if !isThere { try body(file) }
    }
    for number in rows {
      var found: (path: FilePath, row: KeptFile)?
      try HistoryError.guarding { () throws(DatabaseError) in
        try find.each(.integer(number)) { row throws(DatabaseError) in
          if let path = FilePath(bytes: row.blob(8)) { found = (path, KeptFile(row)) }
        }
      }
      guard let (path, row) = found else { continue }
      guard row.isGenuine(scope: recollection.scope, path: path, by: store.key) else {
        throw .edited(path.display)
      }
      if open?.path != path {
        try close()
        open = File(path: path)
      }
      if row.runs.contains(baseline) { open?.baseline = row }
      if row.runs.contains(before) { open?.last = row }
    }
    try close()
  }

  /// Says of rows that this run has them too.
  private func write(_ rows: [KeptFile]) throws(HistoryError) {
    try HistoryError.guarding { () throws(DatabaseError) in
      try store.database.transaction { () throws(DatabaseError) in
        let extend = try store.database.prepare("UPDATE seen SET last = ? WHERE number = ?")
        for row in rows { try extend.run(.integer(run), .integer(row.row)) }
      }
    }
  }

  /// Writes rows of files that are gone since the last run; gives their codes.
  private func write(_ files: [(FilePath, KeptVerdict)]) throws(HistoryError) -> [[UInt8]] {
    var codes: [[UInt8]] = []
    for (path, kept) in files {
      let message = KeptFile.message(
        scope: recollection.scope, path: path, first: run, state: nil, basis: recollection.basis,
        judged: recollection.judged, packed: kept.bytes)
      do throws(OpenSSLError) {
        codes.append(try store.key.code(of: message))
      } catch { throw .system(error.description) }
    }
    try HistoryError.guarding { () throws(DatabaseError) in
      try store.database.transaction { () throws(DatabaseError) in
        for ((path, kept), code) in zip(files, codes) {
          try store.insert(
            kept.bytes, at: path, in: recollection.scope, run: run, basis: recollection.basis,
            judged: recollection.judged, code: code)
        }
      }
    }
    return codes
  }
}
