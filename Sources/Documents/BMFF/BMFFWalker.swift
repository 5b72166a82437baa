import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// Walks over the boxes that stand one behind the other in one place: at the top of a file, or in a box.
///
/// Only headers are read: a film of gigabytes costs a small read for each of its boxes.
struct BMFFWalker {
  private var window: ByteWindow
  private let end: Int
  private let isRoot: Bool
  /// Where the next box begins; at the end, where what is no box begins.
  private(set) var offset: Int
  /// Whether the last box claims more than the file holds.
  private(set) var isCut = false

  /// Walks over the top of `source`.
  init(_ source: ByteSource) {
    window = ByteWindow(source)
    offset = 0
    end = source.size
    isRoot = true
  }

  /// Walks over `range`, which is the inside of a box.
  init(_ source: ByteSource, inside range: ByteRange) {
    window = ByteWindow(source)
    offset = range.start
    end = range.end
    isRoot = false
  }

  /// The next box; nil where fewer than eight bytes are left, and at the 32 zero bits that end QuickTime's
  /// lists.
  mutating func next() throws(DocumentError) -> MediaBox? {
    guard end - offset >= BMFFWalker.header else { return nil }
    guard let head = try window.number(UInt64.self, at: offset) else {
      throw BMFFWalker.truncated(at: offset)
    }
    let type = UInt32(truncatingIfNeeded: head)
    var size = head >> 32
    var headerLength = BMFFWalker.header
    var isOpen = false
    switch size {
    case 0:
      guard isRoot else { return nil }
      size = UInt64(end - offset)
      isOpen = true
    case 1:
      guard let large = try window.number(UInt64.self, at: offset + BMFFWalker.header) else {
        throw BMFFWalker.truncated(at: offset)
      }
      size = large
      headerLength = BMFFWalker.largeHeader
    default: break
    }
    guard size >= UInt64(headerLength) else {
      throw BMFFWalker.error("a box is shorter than its header", at: offset)
    }
    if size > UInt64(end - offset) {
      guard isRoot, type == MediaBoxType.mediaData, end - offset >= headerLength else {
        throw BMFFWalker.truncated(at: offset)
      }
      // The labels before it can be read, and what is missing is missing from the hash.
      size = UInt64(end - offset)
      isCut = true
    }
    guard let length = Int(exactly: size), let range = ByteRange(start: offset, length: length)
    else {
      throw BMFFWalker.truncated(at: offset)
    }
    offset = range.end
    return MediaBox(type: type, range: range, headerLength: headerLength, isOpen: isOpen)
  }

  /// Length of size and type.
  static let header = 8
  /// Length of size, type and large size.
  static let largeHeader = 16

  static func error(_ reason: String, at offset: Int) -> DocumentError {
    .malformed(code: BMFFCode.structure.code, Malformed(reason, at: offset))
  }

  static func truncated(at offset: Int) -> DocumentError {
    .malformed(
      code: BMFFCode.truncated.code,
      Malformed("a box ends behind the end of what holds it", at: offset))
  }

  static func tooComplex(_ reason: String, at offset: Int) -> DocumentError {
    .malformed(code: BMFFCode.limit.code, Malformed(reason, at: offset))
  }

  /// What would be lost if something were put into the file.
  static func refusal(_ reason: String, at box: MediaBox) -> DocumentError {
    refusal(reason, at: box.range.start)
  }

  /// What would be lost, or shown otherwise, for what stands at `offset`.
  static func refusal(_ reason: String, at offset: Int) -> DocumentError {
    .refused(Refusal(Note(BMFFCode.offsets, reason, at: offset), remedy: .sidecar))
  }
}
