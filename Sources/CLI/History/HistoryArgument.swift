import ArgumentParser
import BroadsealAuditing

/// The history that a command is about.
struct HistoryArgument: ParsableArguments {
  @Argument(help: ArgumentHelp("The file of audit --history.", valueName: "file.db"))
  var file: PathArgument

  /// The files of the history.
  var files: [FilePath] { HistoryAccess.files(of: file.path) }

  /// Hands the open history to `body`.
  ///
  /// - Parameter writes: whether that changes it.
  /// - Returns: whether nobody else wrote to it meanwhile.
  @discardableResult
  func open(
    writes: Bool = false, _ body: (HistoryStore) throws(HistoryError) -> Void
  ) throws(Failure) -> Bool {
    let access = try HistoryAccess(file.path, creates: false, writes: writes)
    defer { access.release() }
    do throws(HistoryError) {
      try body(access.store)
    } catch { throw Failure(history: error, at: file.path) }
    return access.isAlone
  }
}
