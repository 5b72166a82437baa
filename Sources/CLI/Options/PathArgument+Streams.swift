import ArgumentParser
import BroadsealBytes
import BroadsealFiles

extension [PathArgument] {
  /// Refuses more than one `-`: what comes on standard input comes once.
  func requireOneStandardInput() throws(ValidationError) {
    guard count(where: \.isStandardStream) > 1 else { return }
    throw ValidationError("- is named twice, and standard input comes once; ./- is a file called -")
  }

  /// The files, with what comes on standard input in the place of `-`.
  func taken() throws(Failure) -> [FilePath] {
    try map { file throws(Failure) in file.isStandardStream ? try PipedFile.input() : file.path }
  }
}
