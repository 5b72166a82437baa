import Documents
import Glibc

extension PathArgument {
  /// Starts a file of this name.
  func create(overwrites: Bool) throws(Failure) -> AtomicOutput {
    do throws(SourceError) {
      return try AtomicOutput(path, overwrites: overwrites)
    } catch {
      if case .system(EEXIST, _) = error.kind {
        throw Failure(.usage, path, "the output exists already", hint: "--force replaces it")
      }
      throw Failure(source: error, code: .usage)
    }
  }

  /// Writes a whole file of this name.
  func write(_ bytes: [UInt8], overwrites: Bool) throws(Failure) {
    var output = try create(overwrites: overwrites)
    do throws(SourceError) {
      unsafe try output.append(bytes.span.bytes)
      try output.commit()
    } catch {
      throw Failure(source: error)
    }
  }
}
