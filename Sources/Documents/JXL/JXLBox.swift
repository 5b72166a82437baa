import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// One box of a JPEG XL container (ISO/IEC 18181-2 §4).
struct JXLBox: Hashable, Sendable {
  /// The four letters of the type.
  let type: String
  /// Its bytes.
  let range: ByteRange
  /// Where its content begins.
  let content: Int
  /// Whether it is a manifest store.
  let isStore: Bool

  /// The first box of every container, whole.
  static let signature: [UInt8] = [0, 0, 0, 12] + Array("JXL ".utf8) + [0x0D, 0x0A, 0x87, 0x0A]
  /// What a bare codestream begins with.
  static let codestream: [UInt8] = [0xFF, 0x0A]

  /// What opens the content of a manifest store: the type of a description box, and the type that it states
  /// (C2PA 2.5 §11.1.4.1).
  static let storeType: [UInt8] =
    Array("jumdc2pa".utf8) + [0, 0x11, 0, 0x10, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71]

  /// The content.
  var payload: ByteRange? { ByteRange(content..<range.end) }
}

/// Walks over the boxes of a JPEG XL container in order.
struct JXLWalker {
  private let size: Int
  private var window: ByteWindow
  /// Where the next box begins.
  private(set) var offset = 0
  private var count = 0

  /// Begins at the first byte.
  init(_ source: ByteSource) {
    size = source.size
    window = ByteWindow(source)
  }

  /// The next box; nil at the end of the file.
  mutating func next() throws(DocumentError) -> JXLBox? {
    guard offset < size else { return nil }
    guard count < JXLLimits.maximumBoxes else {
      throw .malformed(
        code: JXLCode.limit.code, Malformed("more than \(JXLLimits.maximumBoxes) boxes", at: offset)
      )
    }
    guard let head = try window.bytes(8, at: offset),
      let short = try window.number(UInt32.self, at: offset)
    else { throw truncated() }
    let type = String(decoding: head.suffix(4), as: UTF8.self)
    var content = offset + 8
    var length: Int
    switch short {
    case 0: length = size - offset
    case 1:
      guard let long = try window.number(UInt64.self, at: content) else { throw truncated() }
      guard let exact = Int(exactly: long) else { throw truncated() }
      (length, content) = (exact, content + 8)
    default: length = Int(short)
    }
    guard length >= content - offset else {
      throw JXLWalker.error("a box that is shorter than its head", at: offset)
    }
    guard let range = ByteRange(start: offset, length: length), range.end <= size else {
      throw truncated()
    }
    var isStore = type == "jumb"
    if isStore { isStore = try describesStore(at: content, end: range.end) }
    count += 1
    offset = range.end
    return JXLBox(type: type, range: range, content: content, isStore: isStore)
  }

  /// Whether the description at `start` says that its box is a manifest store.
  private mutating func describesStore(at start: Int, end: Int) throws(DocumentError) -> Bool {
    guard start + 4 + JXLBox.storeType.count <= end,
      let bytes = try window.bytes(JXLBox.storeType.count, at: start + 4)
    else { return false }
    return bytes.elementsEqual(JXLBox.storeType)
  }

  static func error(_ reason: String, at offset: Int) -> DocumentError {
    .malformed(code: JXLCode.structure.code, Malformed(reason, at: offset))
  }

  private func truncated() -> DocumentError {
    .malformed(code: JXLCode.truncated.code, Malformed("the file ends inside a box", at: offset))
  }
}

/// Limits on the structure of a JPEG XL file.
package enum JXLLimits {
  /// Most boxes that are walked over: a long film in pieces.
  package static let maximumBoxes = 100_000
}
