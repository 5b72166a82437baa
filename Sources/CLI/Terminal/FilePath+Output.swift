import BroadsealBytes
import BroadsealFiles
import Glibc

extension FilePath {
  /// Starts a file of this name; says what is missing where that cannot be.
  func output(overwrites: Bool, like model: FilePath? = nil) throws(Failure) -> AtomicOutput {
    try requireFolder()
    do throws(SourceError) {
      return try AtomicOutput(
        self, overwrites: overwrites, mode: model.map { AtomicOutput.mode(like: $0) } ?? 0o666)
    } catch {
      if case .system(EEXIST, _) = error.kind {
        throw Failure(.usage, self, "the output exists already", hint: "--force replaces it")
      }
      throw Failure.refusal(error.reason, of: display, writes: true)
        ?? Failure(source: error, code: .usage)
    }
  }

  /// Writes a whole file of this name, which the program made up itself.
  ///
  /// - Parameter hint: what to do where it cannot be written.
  func write(
    _ bytes: [UInt8], overwrites: Bool, like model: FilePath? = nil, hint: String? = nil
  ) throws(Failure) {
    do throws(SourceError) {
      let output = try AtomicOutput(
        self, overwrites: overwrites, mode: model.map { AtomicOutput.mode(like: $0) } ?? 0o666)
      try FilePath.finish(output, with: bytes)
    } catch { throw Failure(source: error, hint: hint) }
  }

  /// Writes all of a file and gives it its name.
  static func finish(
    _ output: consuming AtomicOutput, with bytes: [UInt8]
  ) throws(SourceError) {
    unsafe try output.append(bytes.span.bytes)
    try output.commit()
  }

  /// Throws when the folder that is to hold this file does not exist.
  func requireFolder() throws(Failure) {
    try folder.requireToBeFolder()
  }

  /// Throws when there is no folder of this name to write into.
  ///
  /// - Parameter hint: what to do where there is none.
  func requireToBeFolder(hint: String = "make it first") throws(Failure) {
    var status = stat()
    guard unsafe withCString({ name in unsafe stat(name, &status) }) == 0 else {
      guard errno == ENOENT else { return }
      throw Failure(.usage, self, "the output folder does not exist", hint: hint)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw Failure(.usage, self, "this is no folder, so nothing can be written into it")
    }
  }
}
