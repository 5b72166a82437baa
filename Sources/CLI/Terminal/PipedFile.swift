import ArgumentParser
import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import Glibc

/// A document that comes on standard input, or goes to standard output: a file for the time of the run, which nobody
/// else may read and which is gone when the run ends, however it ends.
///
/// A document is read in more than one place, and a result gets its name only when it was read back: neither is
/// possible with a pipe.
enum PipedFile {
  /// Most bytes that are taken from standard input.
  static let maximumSize = 4 << 30

  /// Takes everything from standard input; messages call it `-`.
  ///
  /// - Parameter ending: the ending of its name, with the dot; nil: nothing but the content says what it is.
  static func input(ending: [UInt8]? = nil) throws(Failure) -> FilePath {
    let path = name(ending: ending ?? [])
    let descriptor = unsafe path.withCString { name in
      unsafe open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    }
    guard descriptor >= 0 else { throw Failure(source: .system(path: path.folder.display)) }
    defer { close(descriptor) }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var size = 0
    while true {
      let got = unsafe read(STDIN_FILENO, &chunk, chunk.count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw Failure(source: .system(path: "standard input")) }
      guard got > 0 else { return path }
      size += got
      guard size <= maximumSize else {
        throw Failure(
          .incomplete, "standard input holds more than \(maximumSize) bytes",
          hint: "save it as a file and name that")
      }
      guard put(chunk[..<got], to: descriptor) else {
        throw Failure(source: .system(path: path.folder.display))
      }
    }
  }

  /// A name for what goes to standard output, where nothing is yet; messages call it `-`.
  static func output(ending: [UInt8]) -> FilePath { name(ending: ending) }

  /// Writes the file at `path` to standard output.
  static func send(_ path: FilePath) throws(Failure) {
    do throws(SourceError) {
      let source = try ByteSource(path)
      var offset = 0
      while offset < source.size {
        let count = min(1 << 20, source.size - offset)
        guard let range = ByteRange(offset..<(offset + count)) else { return }
        let bytes = try source.read(range)
        do throws(Failure) { try Console.writeDocument(bytes) } catch {
          throw SourceError.system(path: "standard output")
        }
        offset += count
      }
    } catch { throw Failure(source: error) }
  }

  /// The ending of a name, with its dot; empty where there is none.
  static func ending(of path: FilePath) -> [UInt8] {
    let name = Array(path.name)
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return [] }
    return Array(name[dot...])
  }

  /// What the document at `path` is called like by its content; the same name where that says nothing.
  static func named(_ path: FilePath) throws(Failure) -> FilePath {
    guard let ending = (try? Document.open(path))?.agreeingEnding else { return path }
    let other = name(ending: Array(".".utf8) + ending)
    do throws(SourceError) { try path.move(to: other) } catch { throw Failure(source: error) }
    return other
  }

  private static func name(ending: [UInt8]) -> FilePath {
    let random = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 16) }.joined()
    let path = folder.appending(Array(".broadseal-piped-\(random)".utf8) + ending)
    for file in [path, Sidecar.path(for: path)] { TemporaryFiles.add(file) }
    Console.call(path, "-")
    return path
  }

  /// `TMPDIR`, as far as it can stand in messages as it is; else `/tmp`.
  private static var folder: FilePath {
    guard let named = Terminal.variable("TMPDIR"), named.hasPrefix("/"),
      named.utf8.allSatisfy({
        (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "\"")
      })
    else { return "/tmp" }
    return FilePath(named)
  }

  private static func put(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes {
        unsafe write(descriptor, $0.baseAddress, $0.count)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }
}

extension Document {
  /// An ending of names that agrees with the content.
  fileprivate var agreeingEnding: [UInt8]? {
    guard let found = try? agreeingExtension() else { return nil }
    return Array(found.utf8)
  }
}
