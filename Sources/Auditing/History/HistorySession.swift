package import BroadsealBytes
package import BroadsealNotes
import BroadsealOpenSSL
import BroadsealSQLite
import BroadsealVerifying
import Glibc

/// A run that reads what earlier ones found, and adds what it finds.
///
/// A class, because it owns an open database. It is used by one thread; what workers need is
/// `recollection`.
package final class HistorySession {
  /// The run.
  package private(set) var run: HistoryRun
  /// The earlier run that it is compared with; nil for the first one.
  package let baseline: HistoryRun?
  /// What workers need to judge with the help of what is kept.
  package let recollection: Recollection
  /// What changed, as far as the run has come.
  package private(set) var tally: DriftTally?

  /// Whether it goes on with a run that was broken off.
  package let isContinued: Bool
  /// Whether the history has runs, and none over these files.
  package let isFirstOfScope: Bool

  private let store: HistoryStore
  /// The last run whose losses somebody accepted; 0 where there is none.
  private let accepted: Int
  /// Number of the last finished run over the same files; 0 where there is none.
  private let before: Int
  private let statements: Statements
  private var confirmed = NumberSet()
  private var met = NumberSet()
  /// Rows of files that are as this run found them.
  private var current = NumberSet()
  /// Codes of the files of this run, and of those of the earlier one that were met.
  private var members = MemberSum()
  private var earlier = MemberSum()
  private var pending = 0
  private var isOpen = false

  /// Files that are added in one transaction, and seconds that it takes: what a broken-off run loses at
  /// the most.
  private static let (batch, patience) = (500, 1)
  private var began = 0

  /// A run that begins with `start`, or goes on with the one that was broken off. Nothing is written before that: a
  /// run that is refused leaves nothing behind.
  ///
  /// - Parameters:
  ///   - scope: what is looked at, in words that no other choice of files has.
  ///   - basis: what verdicts rest on beside the files.
  ///   - header: what reports say of the run.
  ///   - unfinished: the run that was broken off, if its moment is this one's.
  ///   - baseline: number of the run to compare with; the last one when nil.
  package init(
    _ store: HistoryStore, scope name: String, basis: [UInt8], header: RunHeader,
    unfinished: HistoryRun?, baseline wanted: Int?, recall: Recall, codes: [String: Code]
  ) throws(HistoryError) {
    self.store = store
    let runs = try store.runs()
    let scope = try store.scope(named: name)
    let finished = runs.last { $0.scope == scope && $0.isDone }
    baseline =
      try wanted.map { number throws(HistoryError) in
        try HistorySession.finished(number, among: runs, in: scope)
      } ?? finished
    before = finished?.number ?? 0
    let continued = runs.last.flatMap { last in
      unfinished?.number == last.number && last.scope == scope && last.basis == basis ? last : nil
    }
    if let continued {
      run = continued
    } else {
      run = HistoryRun(
        number: try store.nextNumber(), scope: scope,
        started: Int((header.started ?? header.judgedAt).secondsSinceEpoch),
        judged: Int(header.judgedAt.secondsSinceEpoch), basis: basis, header: "", previous: [])
    }
    isContinued = continued != nil
    isFirstOfScope = finished == nil && runs.contains(where: \.isDone)
    accepted = runs.last { $0.scope == scope && $0.state == .accepted }?.number ?? 0
    recollection = Recollection(
      scope: scope, key: store.key, basis: basis, judged: run.judged, recall: recall, codes: codes,
      baseline: baseline?.number, accepted: wanted ?? accepted)
    tally = baseline.map { DriftTally(baseline: $0.number) }
    statements = try HistoryError.guarding { () throws(DatabaseError) in
      try Statements(store.database)
    }
  }

  /// Writes down that the run began; an earlier one that was broken off, and with which nobody goes on, is left.
  package func start() throws(HistoryError) {
    let runs = try store.runs()
    for var open in runs
    where open.scope == run.scope && open.state == .open && open.number != run.number {
      open.state = .left
      try store.rewrite(&open, in: runs)
    }
    guard !isContinued else { return }
    run.previous = try store.runs().last?.code ?? []
    try store.write(&run)
  }

  /// Takes back a run that is refused after it began, as long as it found nothing.
  package func withdraw() throws(HistoryError) {
    guard !isContinued, !isOpen, try store.runs().last?.number == run.number else { return }
    try HistoryError.guarding { () throws(DatabaseError) in
      try store.database.prepare(
        "DELETE FROM run WHERE number = ?1 AND NOT EXISTS (SELECT 1 FROM file WHERE first = ?1)"
      ).run(.integer(run.number))
    }
  }

  /// The finished run of that number over the same files.
  private static func finished(
    _ number: Int, among runs: [HistoryRun], in scope: Int
  ) throws(HistoryError) -> HistoryRun {
    guard let found = runs.first(where: { $0.number == number }), found.isDone else {
      throw .noRun(number)
    }
    guard found.scope == scope else { throw .otherFiles(number, (runs.last?.number ?? 0) + 1) }
    return found
  }

  /// What is asked of the database for every file.
  private struct Statements {
    /// What is kept of a file.
    let find: Statement
    /// Keeps what was found of a file, and that it was seen.
    let insert: Statement, see: Statement
    /// Forgets a row of each table.
    let forget: [Statement]

    init(_ database: Database) throws(DatabaseError) {
      find = try database.prepare(
        """
        SELECT file.number, first, last, state, basis, judged, code, verdict
        FROM file JOIN seen ON seen.number = file.number
        WHERE scope = ? AND path = ? ORDER BY last DESC, first DESC
        """)
      insert = try database.prepare(
        """
        INSERT INTO file (scope, path, first, state, basis, judged, code, verdict)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
      see = try database.prepare("INSERT INTO seen (number, last) VALUES (?, ?)")
      forget = try ["file", "seen"].map { table throws(DatabaseError) in
        try database.prepare("DELETE FROM \(table) WHERE number = ?")
      }
    }
  }

  /// What verdicts rest on beside the files, as one value.
  package static func basis(of parts: [String]) throws(HistoryError) -> [UInt8] {
    let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
    do throws(OpenSSLError) {
      return try Digest.of(Array(text.utf8), .sha256).bytes
    } catch { throw .system(error.description) }
  }

  /// The SHA-256 of something that verdicts rest on, in hex.
  package static func digest(of bytes: [UInt8]) throws(HistoryError) -> String {
    do throws(OpenSSLError) {
      return try Digest.of(bytes, .sha256).hex
    } catch { throw .system(error.description) }
  }

  /// What is kept of the file at `path`.
  package func recall(_ path: FilePath) throws(HistoryError) -> FoundFile {
    // One lock for many questions: to lock the file for each takes longer than the answer.
    try begin()
    var found = FoundFile()
    let baseline = baseline?.number ?? 0
    try HistoryError.guarding { () throws(DatabaseError) in
      try statements.find.each(.integer(run.scope), .blob(path.bytes)) {
        row throws(DatabaseError) in
        let kept = KeptFile(row)
        // While it was gone nothing was found of it.
        guard !kept.kept.isGone else { return }
        if found.latest == nil { found.latest = kept }
        if found.baseline == nil, kept.runs.contains(baseline) { found.baseline = kept }
      }
    }
    return found
  }

  /// Remembers what was found of the file at `path`.
  package func remember(
    _ outcome: RecalledVerdict, at path: FilePath, found: FoundFile
  ) throws(HistoryError) {
    if outcome.isForged { throw .edited(path.display) }
    if let kept = found.baseline, met.insert(kept.row) { earlier.add(kept.code) }
    if let drift = outcome.drift { tally?.add(drift, at: path) }
    let packed = outcome.packed
    // A row stands for every run between its first and its last: a file that the run before did not find, and that
    // is there again, gets a row of its own.
    if let kept = found.latest, kept.runs.upperBound >= before,
      outcome.isServed || kept.says(outcome, basis: run.basis)
    {
      if current.insert(kept.row) { members.add(kept.code) }
      _ = confirmed.insert(kept.row)
      return
    }
    let judged = run.judged
    let message = KeptFile.message(
      scope: run.scope, path: path, first: run.number, state: outcome.state, basis: run.basis,
      judged: judged, packed: packed)
    let code: [UInt8]
    do throws(OpenSSLError) {
      code = try store.key.code(of: message)
    } catch { throw .system(error.description) }
    try begin()
    try HistoryError.guarding { () throws(DatabaseError) in
      if let kept = found.latest, kept.runs.lowerBound == run.number {
        try delete(kept.row)
      }
      try statements.insert.run(
        .integer(run.scope), .blob(path.bytes), .integer(run.number),
        .blob(outcome.state?.packed ?? []), .blob(run.basis), .integer(judged), .blob(code),
        .blob(packed))
      let row = store.database.lastRow
      try statements.see.run(.integer(row), .integer(run.number))
      _ = current.insert(row)
    }
    members.add(code)
    pending += 1
    if pending >= HistorySession.batch || HistorySession.seconds - began > HistorySession.patience {
      try commit()
    }
  }

  /// Writes down what was found so far: a run that is broken off goes on from here.
  package func pause() throws(HistoryError) { try commit() }

  /// Looks for files that are gone, once every file was met, and proves that the earlier run is as it was
  /// written.
  package func close() throws(HistoryError) {
    try commit()
    try HistoryError.guarding { () throws(DatabaseError) in
      try store.database.transaction { () throws(DatabaseError) in
        let extend = try store.database.prepare(
          "UPDATE seen SET last = ? WHERE number BETWEEN ? AND ?")
        try confirmed.eachRange { numbers throws(DatabaseError) in
          try extend.run(
            .integer(run.number), .integer(numbers.lowerBound), .integer(numbers.upperBound))
        }
        guard isContinued else { return }
        // What was found before the run was broken off, and is gone since.
        var stale: [Int] = []
        let added = try store.database.prepare(
          "SELECT number FROM file WHERE scope = ? AND first = ?")
        try added.each(.integer(run.scope), .integer(run.number)) { row throws(DatabaseError) in
          if current.insert(row.integer(0)) { stale.append(row.integer(0)) }
        }
        for number in stale { try delete(number) }
      }
    }
    guard let baseline else { return }
    let rows = try unmet(by: baseline.number)
    guard earlier.bytes == baseline.members else { throw .edited("run \(baseline.number)") }
    let gone = GoneFiles(
      store: store, run: run.number, baseline: baseline.number, before: before,
      recollection: recollection, accepted: accepted)
    for code in try gone.tell(rows, { tally?.add($1, at: $0) }) { members.add(code) }
  }

  /// Rows of the earlier run, and of the last one, that no file was found to be as; those of the earlier run are
  /// added to its sum.
  private func unmet(by baseline: Int) throws(HistoryError) -> [Int] {
    var rows: [Int] = []
    try HistoryError.guarding { () throws(DatabaseError) in
      // The index alone says which rows there are, in the order of the paths; those that were met need not be
      // looked at again.
      let all = try store.database.prepare(
        "SELECT number FROM file INDEXED BY file_by_path WHERE scope = ? ORDER BY path, number")
      let one = try store.database.prepare(
        """
        SELECT first <= ?2 AND last >= ?2, code FROM file JOIN seen ON seen.number = file.number
        WHERE file.number = ?1 AND (first <= ?2 AND last >= ?2 OR first <= ?3 AND last >= ?3)
        """)
      try all.each(.integer(run.scope)) { row throws(DatabaseError) in
        let number = row.integer(0)
        guard met.insert(number) else { return }
        try one.each(.integer(number), .integer(baseline), .integer(before)) {
          row throws(DatabaseError) in
          if row.integer(0) != 0 { earlier.add(row.blob(1)) }
          rows.append(number)
        }
      }
    }
    return rows
  }

  /// Ends the run: from now on others are compared with it.
  package func finish(
    header: String, summary: String, files: Int, at time: UTCTime
  ) throws(HistoryError) {
    run = run.ending(
      header: header, summary: summary, files: files, members: members.bytes,
      at: Int(time.secondsSinceEpoch))
    try store.write(&run)
  }

  private func delete(_ row: Int) throws(DatabaseError) {
    for statement in statements.forget { try statement.run(.integer(row)) }
  }

  private func begin() throws(HistoryError) {
    guard !isOpen else { return }
    began = HistorySession.seconds
    try HistoryError.guarding { () throws(DatabaseError) in
      try store.database.execute("BEGIN IMMEDIATE")
    }
    isOpen = true
  }

  /// Seconds on a clock that never goes back.
  private static var seconds: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec
  }

  private func commit() throws(HistoryError) {
    guard isOpen else { return }
    try HistoryError.guarding { () throws(DatabaseError) in try store.database.execute("COMMIT") }
    (isOpen, pending) = (false, 0)
  }
}
