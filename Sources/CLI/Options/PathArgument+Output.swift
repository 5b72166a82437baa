import BroadsealBytes
import BroadsealFiles
import Glibc

extension PathArgument {
  /// Starts a file of this name, which must be none of the files that it is made from.
  ///
  /// - Parameter model: the file whose permissions it gets; nil: those of a new file.
  func create(
    overwrites: Bool, from sources: [FilePath], like model: FilePath? = nil
  ) throws(Failure) -> AtomicOutput {
    if let node = FileNode(path), sources.contains(where: { FileNode($0) == node }) {
      throw Failure(
        .usage, path, "the output is the document itself", hint: "name another file")
    }
    return try path.output(overwrites: overwrites, like: model)
  }

  /// Writes a whole file of this name.
  func write(_ bytes: [UInt8], overwrites: Bool, from sources: [FilePath]) throws(Failure) {
    var output = try create(overwrites: overwrites, from: sources)
    do throws(SourceError) {
      unsafe try output.append(bytes.span.bytes)
      try output.commit()
    } catch {
      throw Failure(source: error)
    }
  }
}

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
      throw Failure(source: error, code: .usage)
    }
  }

  /// Throws when the folder that is to hold this file does not exist.
  func requireFolder() throws(Failure) {
    try folder.requireToBeFolder()
  }

  /// Throws when there is no folder of this name to write into.
  func requireToBeFolder() throws(Failure) {
    var status = stat()
    guard unsafe withCString({ name in unsafe stat(name, &status) }) == 0 else {
      guard errno == ENOENT else { return }
      throw Failure(.usage, self, "the output folder does not exist", hint: "make it first")
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw Failure(.usage, self, "this is no folder, so nothing can be written into it")
    }
  }
}
