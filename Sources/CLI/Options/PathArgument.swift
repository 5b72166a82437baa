import ArgumentParser
import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles

/// A path on the command line, byte for byte.
struct PathArgument: ExpressibleByArgument, Sendable, Hashable {
  /// The path.
  let path: FilePath

  /// The file at `path`.
  init(_ path: FilePath) { self.path = path }

  init?(argument: String) {
    guard !argument.isEmpty, let path = FilePath(bytes: ArgumentText.decode(argument)) else {
      return nil
    }
    self.path = path
  }

  static var defaultCompletionKind: CompletionKind { .file() }

  /// Whether it is `-`, by which other programs mean standard input or output.
  var isStandardStream: Bool { path == "-" }
}

extension [PathArgument] {
  /// Refuses `-`: a verdict is about a file, which is read in more than one place.
  func refuseStandardInput() throws(ValidationError) {
    guard contains(where: \.isStandardStream) else { return }
    throw ValidationError("standard input is not read: name a file; ./- is a file called -")
  }
}

extension [FilePath] {
  /// The files, and the labels beside them, which are read with them.
  var withLabels: [FilePath] { flatMap { [$0, Sidecar.path(for: $0)] } }
}

extension Failure {
  /// An output that would take the place of a file that the run reads.
  static func overwritesSource(_ path: FilePath) -> Failure {
    Failure(.usage, path, "the output is a file that the run reads", hint: "name another file")
  }
}

extension PathArgument {
  /// Refuses `-` for a file that is written.
  func refuseStandardOutput() throws(Failure) {
    guard isStandardStream else { return }
    throw .usage("a file is not written to standard output", hint: "./- is a file called -")
  }

  /// Starts a file of this name, which must be none of the files that the run reads.
  ///
  /// - Parameters:
  ///   - documents: the documents that it is made from.
  ///   - sources: keys, lists and whatever else the run reads.
  ///   - model: the file whose permissions it gets; nil: those of a new file.
  func create(
    overwrites: Bool, from documents: [FilePath], sparing sources: [FilePath] = [],
    like model: FilePath? = nil
  ) throws(Failure) -> AtomicOutput {
    try refuseStandardOutput()
    if let node = FileNode(path) {
      if documents.contains(where: { FileNode($0) == node }) {
        throw Failure(
          .usage, path, "the output is the document itself", hint: "name another file")
      }
      if sources.contains(where: { FileNode($0) == node }) { throw .overwritesSource(path) }
    }
    return try path.output(overwrites: overwrites, like: model)
  }

  /// Writes a whole file of this name, which must be none of the files that the run reads.
  func write(
    _ bytes: [UInt8], overwrites: Bool, from documents: [FilePath],
    sparing sources: [FilePath] = [],
    like model: FilePath? = nil
  ) throws(Failure) {
    let output = try create(
      overwrites: overwrites, from: documents, sparing: sources, like: model)
    do throws(SourceError) { try FilePath.finish(output, with: bytes) } catch {
      throw Failure(source: error)
    }
  }
}

/// Files of settings and keys, read whole.
enum SmallFile {
  /// The bytes of the regular file at `path`, at most `limit` of them.
  static func read(_ path: FilePath, limit: Int = 1 << 20) throws(Failure) -> [UInt8] {
    do throws(SourceError) {
      return try ByteSource.whole(path, limit: limit)
    } catch {
      guard case .tooLarge = error.kind else { throw Failure(source: error, code: .usage) }
      throw Failure(.usage, path, error.reason)
    }
  }
}
