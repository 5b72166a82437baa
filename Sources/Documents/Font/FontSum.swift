import BroadsealBytes
import BroadsealFiles

/// The checksum of a font's tables: the sum of their words of four bytes, most significant byte first, as if zeros
/// filled up the last (ISO/IEC 14496-22 §4.5.2).
struct FontSum {
  private(set) var value: UInt32 = 0
  private var count = 0

  /// What the sum of a whole file and its `checkSumAdjustment` come to.
  static let whole: UInt32 = 0xB1B0_AFBA

  /// Adds the next bytes.
  mutating func add(_ span: RawSpan) {
    for index in 0..<span.byteCount {
      add(unsafe span.unsafeLoad(fromByteOffset: index, as: UInt8.self))
    }
  }

  /// Adds the next byte.
  mutating func add(_ byte: UInt8) {
    value &+= UInt32(byte) << (24 - 8 * UInt32(count & 3))
    count &+= 1
  }

  /// A sum as it is written.
  static func bytes(_ sum: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { (shift: UInt32) in UInt8(truncatingIfNeeded: sum >> shift) }
  }

  /// The sum of `bytes`.
  static func of(_ bytes: [UInt8]) -> UInt32 {
    var sum = FontSum()
    for byte in bytes { sum.add(byte) }
    return sum.value
  }

  /// The sum of the bytes of `ranges` one after the other, for which zeros stand where `zeroed` is.
  static func of(
    _ range: ByteRange, zeroed: ByteRange? = nil, in source: ByteSource
  ) throws(DocumentError) -> UInt32 {
    var sum = FontSum()
    var buffer: [UInt8] = []
    do throws(StreamError<Never>) {
      try source.stream(range, through: &buffer) { sum.add($0) }
    } catch {
      switch error {
      case .source(let fault): throw .source(fault)
      }
    }
    guard let zeroed else { return sum.value }
    var hole = FontSum()
    hole.count = zeroed.start - range.start
    for byte in try source.bytes(zeroed) { hole.add(byte) }
    return sum.value &- hole.value
  }
}
