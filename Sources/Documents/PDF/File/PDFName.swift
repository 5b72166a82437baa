/// A name with its `#` escapes resolved (ISO 32000-1 §7.3.5): bytes, not text.
///
/// Nearly all keys of a document have eight bytes at most. Those are kept in place: a file has tens of thousands,
/// and they are compared all the time.
struct PDFName: Hashable, Sendable, ExpressibleByStringLiteral {
  private enum Storage: Hashable, Sendable {
    /// Up to eight bytes, none of them zero, the first one lowest.
    case short(UInt64)
    /// Any others.
    case long([UInt8])
  }

  private let storage: Storage

  init(_ bytes: some Collection<UInt8>) {
    var word: UInt64 = 0
    var shift: UInt64 = 0
    guard bytes.count <= 8 else {
      storage = .long(Array(bytes))
      return
    }
    for byte in bytes {
      guard byte != 0 else {
        storage = .long(Array(bytes))
        return
      }
      word |= UInt64(byte) << shift
      shift += 8
    }
    storage = .short(word)
  }

  init(stringLiteral text: String) {
    self.init(text.utf8)
  }

  /// The bytes of the name, without the solidus.
  var bytes: [UInt8] {
    switch storage {
    case .long(let bytes): return bytes
    case .short(var word):
      var bytes: [UInt8] = []
      while word != 0 {
        bytes.append(UInt8(truncatingIfNeeded: word))
        word >>= 8
      }
      return bytes
    }
  }
}
