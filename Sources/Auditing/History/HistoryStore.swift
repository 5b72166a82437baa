package import BroadsealBytes
package import BroadsealOpenSSL
import BroadsealSQLite

/// What earlier runs found, in one file.
///
/// A run has a row; a file has a row for as long as it stays the same, with the first run that found it so.
/// The last one stands in a table of its own: what every run writes anew is a number a file, and not the
/// page of the disk with its verdict. Every row bears a code made with a key that is kept elsewhere, and a finished run
/// the sum of the codes of its files: whoever edits the file without the key is noticed.
///
/// A class, because an open database has one owner. It is used by one thread at a time.
package final class HistoryStore {
  let database: Database
  let key: MessageKey

  private static let schema = """
    CREATE TABLE run (
      number INTEGER PRIMARY KEY AUTOINCREMENT, scope INTEGER NOT NULL, state TEXT NOT NULL,
      started INTEGER NOT NULL, judged INTEGER NOT NULL, ended INTEGER, basis BLOB NOT NULL,
      header TEXT NOT NULL, summary TEXT NOT NULL, files INTEGER NOT NULL, members BLOB NOT NULL,
      previous BLOB NOT NULL, code BLOB NOT NULL);
    CREATE TABLE scope (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE file (
      number INTEGER PRIMARY KEY, scope INTEGER NOT NULL, path BLOB NOT NULL,
      first INTEGER NOT NULL, state BLOB NOT NULL, basis BLOB NOT NULL,
      judged INTEGER NOT NULL, code BLOB NOT NULL, verdict BLOB NOT NULL);
    CREATE TABLE seen (number INTEGER PRIMARY KEY, last INTEGER NOT NULL);
    CREATE INDEX file_by_path ON file (scope, path);
    PRAGMA application_id = \(application);
    PRAGMA user_version = \(version);
    """
  /// By which a file is known as a history: "Bsea".
  private static let application = 0x4273_6561
  /// Of the tables.
  private static let version = 2

  /// Opens the history at `path`.
  ///
  /// - Parameters:
  ///   - key: by which its rows are known.
  ///   - creates: whether one that is not there is made, and whether an empty file is taken for one.
  ///   - writes: whether it may be changed; else nothing is written, and no file stands beside it.
  package init(
    _ path: FilePath, key: MessageKey, creates: Bool, writes: Bool = true
  ) throws(HistoryError) {
    self.key = key
    database = try HistoryError.guarding { () throws(DatabaseError) in
      let database = try Database(path, creates: creates && writes, writes: writes)
      try database.execute("PRAGMA trusted_schema = OFF; PRAGMA synchronous = NORMAL;")
      return database
    }
    let (application, version) = try HistoryError.guarding { () throws(DatabaseError) in
      (try database.number("PRAGMA application_id"), try database.number("PRAGMA user_version"))
    }
    if application == 0, version == 0 {
      let tables = try HistoryError.guarding { () throws(DatabaseError) in
        try database.number("SELECT count(*) FROM sqlite_master")
      }
      guard tables == 0, creates else { throw .foreign }
      guard writes else { return }
      try HistoryError.guarding { () throws(DatabaseError) in
        try database.transaction { () throws(DatabaseError) in
          try database.execute(HistoryStore.schema)
        }
      }
    } else if application != HistoryStore.application || version != HistoryStore.version {
      throw .foreign
    }
  }

  /// Every run, the oldest first; each proved to be as it was written.
  package func runs() throws(HistoryError) -> [HistoryRun] {
    var runs: [HistoryRun] = []
    try HistoryError.guarding { () throws(DatabaseError) in
      let statement = try database.prepare(
        """
        SELECT number, run.scope, state, started, judged, ended, basis, header, summary, files,
          members, previous, code FROM run ORDER BY number
        """)
      try statement.each { row throws(DatabaseError) in runs.append(HistoryRun(row)) }
    }
    var previous: [UInt8]?
    for run in runs {
      guard run.isGenuine(by: key), previous == nil || run.previous == previous else {
        throw .edited("run \(run.number)")
      }
      previous = run.code
    }
    return runs
  }

  /// A finished run.
  package func run(_ number: Int) throws(HistoryError) -> HistoryRun {
    guard let run = try runs().first(where: { $0.number == number }), run.isDone else {
      throw .noRun(number)
    }
    return run
  }

  /// The number of what `name` says is looked at.
  func scope(named name: String) throws(HistoryError) -> Int {
    try HistoryError.guarding { () throws(DatabaseError) in
      try database.prepare("INSERT OR IGNORE INTO scope (name) VALUES (?)").run(.text(name))
      let statement = try database.prepare("SELECT number FROM scope WHERE name = ?")
      return try statement.first(.text(name)) { row throws(DatabaseError) in row.integer(0) } ?? 0
    }
  }

  /// Writes a run anew: its code follows from what it says now.
  func write(_ run: inout HistoryRun) throws(HistoryError) {
    do throws(OpenSSLError) {
      run.code = try key.code(of: run.message)
    } catch { throw .system(error.description) }
    let row = run
    try HistoryError.guarding { () throws(DatabaseError) in
      try database.prepare(
        """
        INSERT OR REPLACE INTO run (number, scope, state, started, judged, ended, basis, header,
          summary, files, members, previous, code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
      ).run(
        .integer(row.number), .integer(row.scope), .text(row.state.rawValue),
        .integer(row.started), .integer(row.judged), row.ended.map { .integer($0) } ?? .null,
        .blob(row.basis), .text(row.header), .text(row.summary), .integer(row.files),
        .blob(row.members), .blob(row.previous), .blob(row.code))
    }
  }

  /// Forgets every finished run but the last `count` of each choice of files, and what only they found.
  ///
  /// - Returns: how many runs were forgotten.
  package func prune(keeping count: Int) throws(HistoryError) -> Int {
    let runs = try runs()
    var kept: [HistoryRun] = []
    for scope in Set(runs.map(\.scope)) {
      kept += runs.filter { $0.scope == scope && $0.isDone }.suffix(count)
      kept += runs.filter { $0.scope == scope && $0.state == .open }.suffix(1)
      // What was accepted would be told anew.
      if let accepted = runs.last(where: { $0.scope == scope && $0.state == .accepted }),
        !kept.contains(where: { $0.number == accepted.number })
      {
        kept.append(accepted)
      }
    }
    kept.sort { $0.number < $1.number }
    try HistoryError.guarding { () throws(DatabaseError) in try database.execute("BEGIN IMMEDIATE")
    }
    do throws(HistoryError) {
      try HistoryError.guarding { () throws(DatabaseError) in
        let keeps = Set(kept.map(\.number))
        let remove = try database.prepare("DELETE FROM run WHERE number = ?")
        for run in runs where !keeps.contains(run.number) { try remove.run(.integer(run.number)) }
        let forget = try database.prepare(
          """
          DELETE FROM file WHERE scope = ?
            AND number IN (SELECT number FROM seen WHERE last < ?)
          """)
        for scope in Set(runs.map(\.scope)) {
          let first = kept.first { $0.scope == scope }?.number ?? Int.max
          try forget.run(.integer(scope), .integer(first))
        }
        try database.execute("DELETE FROM seen WHERE number NOT IN (SELECT number FROM file)")
      }
      var previous: [UInt8]?
      for var run in kept {
        if let previous { run.previous = previous }
        try write(&run)
        previous = run.code
      }
      try HistoryError.guarding { () throws(DatabaseError) in
        try database.execute("COMMIT; VACUUM")
      }
    } catch {
      try? database.execute("ROLLBACK")
      throw error
    }
    return runs.count - kept.count
  }
}

extension Database {
  /// The number in the first cell that `sql` gives.
  func number(_ sql: String) throws(DatabaseError) -> Int {
    try prepare(sql).first { row throws(DatabaseError) in row.integer(0) } ?? 0
  }
}

extension HistoryStore {
  /// The number of the next run.
  func nextNumber() throws(HistoryError) -> Int {
    try HistoryError.guarding { () throws(DatabaseError) in
      let used = try database.number(
        "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'run'")
      return max(used, try database.number("SELECT coalesce(max(number), 0) FROM run")) + 1
    }
  }

  /// Accepts the losses of labels that a finished run told: later runs do not tell them any more.
  package func accept(_ number: Int) throws(HistoryError) {
    var run = try run(number)
    run.state = .accepted
    let runs = try runs()
    try HistoryError.guarding { () throws(DatabaseError) in try database.execute("BEGIN IMMEDIATE")
    }
    do throws(HistoryError) {
      try rewrite(&run, in: runs)
      try HistoryError.guarding { () throws(DatabaseError) in try database.execute("COMMIT") }
    } catch {
      try? database.execute("ROLLBACK")
      throw error
    }
  }

  /// Writes a run anew that others follow, and with it the codes of those.
  func rewrite(_ run: inout HistoryRun, in runs: [HistoryRun]) throws(HistoryError) {
    try write(&run)
    var previous = run.code
    for var later in runs where later.number > run.number {
      later.previous = previous
      try write(&later)
      previous = later.code
    }
  }

  /// The run over those files that was broken off less than a day before `time`; nil when there is none.
  package func unfinished(scope name: String, at time: UTCTime) throws(HistoryError) -> HistoryRun?
  {
    guard let last = try runs().last, last.state == .open else { return nil }
    guard try scope(named: name) == last.scope else { return nil }
    let age = Int(time.secondsSinceEpoch) - last.started
    return (0..<86_400).contains(age) ? last : nil
  }
}
