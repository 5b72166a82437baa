import CBroadsealSQLite

/// Why a database did not do what it was asked to.
package struct DatabaseError: Error, Sendable, CustomStringConvertible {
  /// What kind of reason.
  package enum Kind: Sendable, Hashable {
    /// The disk has no room.
    case full
    /// Another process keeps it for itself.
    case busy
    /// The file is no database, or was damaged.
    case damaged
    /// It cannot be opened or written.
    case unreachable
    /// Anything else.
    case other
  }

  /// What kind of reason.
  package let kind: Kind
  /// SQLite's own words.
  package let reason: String

  /// An error of that kind.
  package init(_ kind: Kind, _ reason: String) {
    self.kind = kind
    self.reason = reason
  }

  init(of handle: OpaquePointer, _ result: Int32) {
    kind =
      switch result & 0xFF {
      case SQLITE_FULL: .full
      case SQLITE_BUSY, SQLITE_LOCKED: .busy
      case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
      case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_IOERR: .unreachable
      default: .other
      }
    reason = unsafe sqlite3_errmsg(handle).map { unsafe String(cString: $0) } ?? "unknown"
  }

  package var description: String { reason }
}
