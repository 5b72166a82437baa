import BroadsealBytes
import BroadsealFiles

extension AtomicOutput {
  /// Begins the file at `path`, with the permissions of the document at `input`.
  static func begin(
    _ path: FilePath, overwrites: Bool, like input: FilePath
  ) throws(SigningError) -> AtomicOutput {
    do throws(SourceError) {
      return try AtomicOutput(path, overwrites: overwrites, mode: mode(like: input))
    } catch { throw .writing(error) }
  }
}
