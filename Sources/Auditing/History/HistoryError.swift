import BroadsealOpenSSL
package import BroadsealSQLite

/// Why a history cannot be used.
package enum HistoryError: Error, Sendable {
  /// The database did not do what it was asked to.
  case database(DatabaseError)
  /// Somebody else wrote to it: what it says is not what was found.
  case edited(String)
  /// It was made by a version of the program that this one does not know, or is no history.
  case foreign
  /// There is no such run, or it did not come to its end.
  case noRun(Int)
  /// Two runs looked at different folders, or chose differently among their files.
  case otherFiles(Int, Int)
  /// The system did not do what it was asked to.
  case system(String)
  /// The user broke it off while it waited for another run.
  case interrupted
}

extension HistoryError {
  /// What `body` gives; what a database says of itself is said of the history.
  static func guarding<Value>(
    _ body: () throws(DatabaseError) -> Value
  ) throws(HistoryError) -> Value {
    do throws(DatabaseError) {
      return try body()
    } catch { throw .database(error) }
  }
}
