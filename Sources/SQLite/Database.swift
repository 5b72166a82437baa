package import BroadsealBytes
import CBroadsealSQLite

/// A file of SQLite, and the only way to one.
///
/// A class, because an open database has one owner. It is used by one thread at a time.
@safe package final class Database {
  private let handle: OpaquePointer

  /// Opens the file at `path`.
  ///
  /// - Parameters:
  ///   - creates: whether a file that is not there is made.
  ///   - writes: whether it may be changed.
  package init(_ path: FilePath, creates: Bool, writes: Bool = true) throws(DatabaseError) {
    var opened: OpaquePointer?
    var flags = writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY
    if creates { flags |= SQLITE_OPEN_CREATE }
    let result = unsafe path.withCString { name in
      unsafe sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
    }
    guard let database = unsafe opened else { throw DatabaseError(.other, "out of memory") }
    guard result == SQLITE_OK else {
      let error = unsafe DatabaseError(of: database, result)
      unsafe sqlite3_close_v2(database)
      throw error
    }
    unsafe handle = database
    unsafe sqlite3_busy_timeout(handle, Database.patience)
  }

  /// Milliseconds that a write of another process is waited for.
  private static let patience: Int32 = 10_000

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Runs statements without values.
  package func execute(_ sql: String) throws(DatabaseError) {
    let result = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard result == SQLITE_OK else { throw unsafe DatabaseError(of: handle, result) }
  }

  /// A statement that runs many times.
  package func prepare(_ sql: String) throws(DatabaseError) -> Statement {
    var prepared: OpaquePointer?
    let result = unsafe sqlite3_prepare_v2(handle, sql, -1, &prepared, nil)
    guard result == SQLITE_OK, let statement = unsafe prepared else {
      throw unsafe DatabaseError(of: handle, result)
    }
    return unsafe Statement(statement, self)
  }

  /// Does `body` whole or not at all.
  package func transaction<Value>(
    _ body: () throws(DatabaseError) -> Value
  ) throws(DatabaseError) -> Value {
    try execute("BEGIN IMMEDIATE")
    do throws(DatabaseError) {
      let value = try body()
      try execute("COMMIT")
      return value
    } catch {
      // The statement that failed may have ended the transaction already.
      try? execute("ROLLBACK")
      throw error
    }
  }

  /// The number of the last row that was added.
  package var lastRow: Int { Int(unsafe sqlite3_last_insert_rowid(handle)) }

  /// The fault that `result` stands for.
  fileprivate func error(_ result: Int32) -> DatabaseError {
    unsafe DatabaseError(of: handle, result)
  }
}

/// A statement with room for values.
///
/// A class, because a prepared statement has one owner. It keeps its database open.
@safe package final class Statement {
  /// A value of a cell.
  package enum Value: Sendable, Hashable {
    /// Nothing.
    case null
    /// A number.
    case integer(Int)
    /// A text.
    case text(String)
    /// Bytes.
    case blob([UInt8])
  }

  private let handle: OpaquePointer
  private let database: Database

  fileprivate init(_ handle: OpaquePointer, _ database: Database) {
    unsafe self.handle = handle
    self.database = database
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Runs it for its effect.
  package func run(_ values: Value...) throws(DatabaseError) {
    try bind(values)
    defer { reset() }
    _ = try step()
  }

  /// The first row that it gives; nil when there is none.
  package func first<Row>(
    _ values: Value..., read: (Statement) throws(DatabaseError) -> Row
  ) throws(DatabaseError) -> Row? {
    try bind(values)
    defer { reset() }
    return try step() ? try read(self) : nil
  }

  /// Hands every row that it gives to `body`.
  package func each(
    _ values: Value..., body: (Statement) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    try bind(values)
    defer { reset() }
    while try step() { try body(self) }
  }

  /// The number in a cell of the row; 0 where there is none.
  package func integer(_ column: Int32) -> Int { Int(unsafe sqlite3_column_int64(handle, column)) }

  /// Whether a cell of the row is empty.
  package func isNull(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  /// The bytes in a cell of the row, those of a text too; none where it is empty.
  package func blob(_ column: Int32) -> [UInt8] {
    guard let pointer = unsafe sqlite3_column_blob(handle, column) else { return [] }
    let count = Int(unsafe sqlite3_column_bytes(handle, column))
    return unsafe Array(UnsafeRawBufferPointer(start: pointer, count: count))
  }

  /// The text in a cell of the row.
  package func text(_ column: Int32) -> String { String(decoding: blob(column), as: UTF8.self) }

  private func bind(_ values: [Value]) throws(DatabaseError) {
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      let result =
        switch value {
        case .null: unsafe sqlite3_bind_null(handle, place)
        case .integer(let number): unsafe sqlite3_bind_int64(handle, place, Int64(number))
        case .text(let text):
          unsafe broadseal_bind_text(handle, place, text, Int32(text.utf8.count))
        case .blob(let bytes):
          unsafe bytes.withUnsafeBytes { buffer in
            unsafe broadseal_bind_blob(handle, place, buffer.baseAddress, Int32(buffer.count))
          }
        }
      guard result == SQLITE_OK else { throw database.error(result) }
    }
  }

  private func step() throws(DatabaseError) -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let result: throw database.error(result)
    }
  }

  private func reset() { unsafe sqlite3_reset(handle) }
}
