/// Bytes that stand for unknown ones where only their number and their mix matter.
enum SampleBytes {
  /// That many bytes, of which one in sixteen is below 16, as in a digest or a signature.
  static func of(_ count: Int) -> [UInt8] {
    (0..<count).map { $0 % 16 == 0 ? 0 : 0xFF }
  }
}
