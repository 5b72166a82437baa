import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import Glibc

/// A document as it is, in another place.
enum DocumentCopy {
  /// Writes all of `source` to `output`.
  static func write(
    _ source: ByteSource, to output: inout AtomicOutput, through buffer: inout [UInt8]
  ) throws(SigningError) {
    guard let all = ByteRange(0..<source.size) else { return }
    let target = output.target.display
    do throws(SourceError) {
      try PieceWriter.write([.copy(all)], of: source, to: &output, through: &buffer)
    } catch {
      throw error.path == target ? .writing(error) : .reading(error)
    }
  }

  /// Makes a copy of `source`, the file at `input`, at `path`.
  static func make(
    _ source: ByteSource, of input: FilePath, at path: FilePath, overwrites: Bool,
    through buffer: inout [UInt8]
  ) throws(SigningError) {
    var output = try AtomicOutput.begin(path, overwrites: overwrites, like: input)
    try write(source, to: &output, through: &buffer)
    do throws(SourceError) { try source.checkUnchanged() } catch { throw .reading(error) }
    do throws(SourceError) { try output.commit() } catch { throw .writing(error) }
  }

  /// Removes the copy that was just made, since its label could not be written; the error to throw.
  static func withdraw(_ copy: FilePath, over error: SigningError) -> SigningError {
    copy.remove() ? error : remains(error)
  }

  /// The error to throw where a copy took the place of an older one, and its label could not be written.
  static func remains(_ error: SigningError) -> SigningError {
    SigningError(
      error.kind, error.reason + "; the copy of the document is there without it", code: error.code,
      path: error.path, hint: error.hint ?? "sign the document again")
  }

  /// Whether the file at `path` is `source`, byte for byte.
  static func isAt(_ path: FilePath, _ source: ByteSource) -> Bool {
    matches(path, [.copy(ByteRange(first: source.size))], of: source)
  }

  /// Whether the file at `path` holds the bytes that `pieces` of `source` write, whatever stands in the rooms
  /// between them. False for a file that cannot be read.
  static func matches(_ path: FilePath, _ pieces: [Piece], of source: ByteSource) -> Bool {
    let size = pieces.reduce(0) { $0 + $1.length }
    guard let output = try? ByteSource(path), output.size == size else { return false }
    var comparison = Comparison(output: output)
    for piece in pieces {
      let isSame =
        switch piece {
        case .store(let length), .dependent(let length): comparison.skip(length)
        case .bytes(let bytes): comparison.meets(ByteSource(bytes: bytes), 0..<bytes.count)
        case .copy(let range): comparison.meets(source, range.bounds)
        }
      guard isSame else { return false }
    }
    do throws(SourceError) {
      try output.checkUnchanged()
      try source.checkUnchanged()
    } catch { return false }
    return true
  }
}

/// A file that is compared with what it should hold, from its first byte on.
private struct Comparison {
  let output: ByteSource
  private var offset = 0
  private var one: [UInt8]
  private var two: [UInt8]

  init(output: ByteSource) {
    self.output = output
    let size = min(ByteSource.preferredBufferSize, output.size)
    one = [UInt8](repeating: 0, count: size)
    two = one
  }

  /// Leaves `count` bytes unread.
  mutating func skip(_ count: Int) -> Bool {
    offset += count
    return true
  }

  /// Whether the next bytes are those of `source` in `range`.
  mutating func meets(_ source: ByteSource, _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    guard range.count <= output.size - offset else { return false }
    while start < range.upperBound {
      let wanted = min(one.count, range.upperBound - start)
      guard let count = try? source.fill(&one, upTo: wanted, from: start), count == wanted,
        let got = try? output.fill(&two, upTo: wanted, from: offset), got == wanted
      else { return false }
      let isSame = unsafe one.withUnsafeBytes { one in
        unsafe two.withUnsafeBytes { two in
          guard let one = one.baseAddress, let two = two.baseAddress else { return false }
          return unsafe memcmp(one, two, wanted) == 0
        }
      }
      guard isSame else { return false }
      start += wanted
      offset += wanted
    }
    return true
  }
}
