/// Where the cross-reference says an object is; 16 bytes, since a file may have millions.
struct PDFXRefEntry: Hashable, Sendable {
  /// What an entry can say (ISO 32000-1 §7.5.8.3).
  enum Location: Hashable, Sendable {
    /// No such object.
    case free
    /// An object of its own, at an offset from the header.
    case plain(offset: Int, generation: Int)
    /// The object at `index` in the object stream `container`; its generation is 0.
    case compressed(container: Int, index: Int)
  }

  private let object: UInt32
  private let kindAndSecond: UInt32
  private let first: Int64

  /// The object's number.
  var number: Int { Int(object) }

  /// An entry for object `number`; nil when a number is out of its range.
  init?(number: Int, _ location: Location) {
    guard (0...PDFLimits.maximumObjectNumber).contains(number) else { return nil }
    object = UInt32(number)
    switch location {
    case .free:
      first = 0
      kindAndSecond = 0
    case .plain(let offset, let generation):
      guard offset >= 0, (0...65_535).contains(generation) else { return nil }
      first = Int64(offset)
      kindAndSecond = 1 << 30 | UInt32(generation)
    case .compressed(let container, let index):
      guard (1...PDFLimits.maximumObjectNumber).contains(container),
        (0..<PDFLimits.maximumCompressedObjects).contains(index)
      else { return nil }
      first = Int64(container)
      kindAndSecond = 2 << 30 | UInt32(index)
    }
  }

  /// The offset of an object of its own.
  var offset: Int? {
    if case .plain(let offset, _) = location { offset } else { nil }
  }

  /// What the entry says.
  var location: Location {
    let second = Int(kindAndSecond & 0x3FFF_FFFF)
    return switch kindAndSecond >> 30 {
    case 1: .plain(offset: Int(first), generation: second)
    case 2: .compressed(container: Int(first), index: second)
    default: .free
    }
  }
}
