import BroadsealBytes
import BroadsealFiles

/// A `C2PATextManifestWrapper`: a store as variation selectors behind U+FEFF (C2PA 2.5 §A.8.2).
struct TextWrapper {
  /// What follows the store in the wrapper.
  enum Padding: Hashable {
    /// Nothing, or the one filling that §A.8.5.2 gives every length: zeros, then no more than two
    /// bytes of 0x10.
    case regular
    /// Anything else: bytes without a meaning, which no hash covers.
    case foreign
  }

  /// The marker and every selector after it.
  let extent: ByteRange
  /// The store.
  let store: [UInt8]
  /// What follows the store.
  let padding: Padding

  /// U+FEFF.
  static let marker: [UInt8] = [0xEF, 0xBB, 0xBF]
  /// `C2PATXT`, zero, and the version.
  private static let magic = Array("C2PATXT\0".utf8)
  private static let version: UInt8 = 1
  /// Bytes of the header: magic, version, length.
  static let headerSize = 13

  /// What every wrapper begins with: the marker and the first byte of the magic.
  static let opening: [UInt8] = {
    var text = marker
    VariationSelector.append(magic[0], to: &text)
    return text
  }()

  /// What stands at the marker at `offset`.
  enum Candidate {
    /// Selectors without the magic: no wrapper.
    case foreign
    /// The magic, and then no whole wrapper; its bytes, and whether the file ends before the wrapper does.
    case broken(ByteRange, isCut: Bool)
    /// A wrapper.
    case whole(TextWrapper)
  }

  /// Reads the candidate at `offset`.
  static func read(from source: ByteSource, at offset: Int) throws(DocumentError) -> Candidate {
    var run = SelectorRun(source, at: offset + marker.count)
    for byte in magic {
      guard try run.next() == byte else { return .foreign }
    }
    guard let wrapper = try body(&run, from: offset, in: source) else {
      let isKnown = try isOfKnownForm(at: offset, in: source)
      while try run.next() != nil {}
      // A part of the next selector may stand there.
      return .broken(
        range(offset, to: run.offset), isCut: isKnown && source.size - run.offset < 4)
    }
    return .whole(wrapper)
  }

  private static func body(
    _ run: inout SelectorRun, from offset: Int, in source: ByteSource
  ) throws(DocumentError) -> TextWrapper? {
    guard try run.next() == version else { return nil }
    var length = 0
    for _ in 0..<4 {
      guard let byte = try run.next() else { return nil }
      length = length << 8 | Int(byte)
    }
    // Nothing is kept of a store that the file cannot hold.
    guard length <= PlainTextLimits.maximumStoreSize, length * 3 <= source.size - run.offset else {
      return nil
    }
    var store: [UInt8] = []
    store.reserveCapacity(length)
    while store.count < length {
      guard let byte = try run.next() else { return nil }
      store.append(byte)
    }
    var isRegular = true
    var fillers = 0
    while let byte = try run.next() {
      if byte == filler {
        fillers += 1
      } else if byte != 0 || fillers > 0 {
        isRegular = false
      }
    }
    return TextWrapper(
      extent: range(offset, to: run.offset), store: store,
      padding: isRegular && fillers <= 2 ? .regular : .foreign)
  }

  /// Whether the wrapper at `offset` is of a version and a length that are read, as far as it says them.
  private static func isOfKnownForm(
    at offset: Int, in source: ByteSource
  ) throws(DocumentError) -> Bool {
    var run = SelectorRun(source, at: offset + marker.count)
    for _ in magic { _ = try run.next() }
    guard let found = try run.next() else { return true }
    var length = 0
    for _ in 0..<4 {
      guard let byte = try run.next() else { return found == version }
      length = length << 8 | Int(byte)
    }
    return found == version && length <= PlainTextLimits.maximumStoreSize
  }

  private static func range(_ start: Int, to end: Int) -> ByteRange {
    ByteRange(start: start, length: end - start) ?? ByteRange(first: 0)
  }

  /// The filling byte that takes four bytes of text.
  private static let filler: UInt8 = 0x10
}

extension TextWrapper {
  /// How many bytes of text a store becomes without padding.
  static func length(of store: [UInt8]) -> Int {
    marker.count + VariationSelector.length(of: header(store.count))
      + VariationSelector.length(of: store)
  }

  /// The most bytes of text that a store of `size` bytes becomes, and enough to be filled up
  /// whatever its bytes (§A.8.5.1).
  static func largestLength(ofStore size: Int) -> Int {
    marker.count + (headerSize + size) * 4 + 6
  }

  /// The wrapper of `store` in exactly `length` bytes; nil when it cannot have that many.
  static func text(of store: [UInt8], filling length: Int) -> [UInt8]? {
    let gap = length - Self.length(of: store)
    let fours = gap % 3
    guard gap >= 0, gap >= 4 * fours else { return nil }
    var text = marker
    text.reserveCapacity(length)
    for byte in header(store.count) { VariationSelector.append(byte, to: &text) }
    for byte in store { VariationSelector.append(byte, to: &text) }
    for _ in 0..<(gap - 4 * fours) / 3 { VariationSelector.append(0, to: &text) }
    for _ in 0..<fours { VariationSelector.append(filler, to: &text) }
    return text
  }

  private static func header(_ size: Int) -> [UInt8] {
    magic + [version] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) }
  }
}

/// Limits on what is read of a plain text.
package enum PlainTextLimits {
  /// Largest store in a wrapper, in bytes: a quarter of the text that it takes.
  package static let maximumStoreSize = 8 << 20
  /// Most places that look like the start of a wrapper. A text with more has no label.
  package static let maximumCandidates = 1_024
}
