/// Looks for one run of bytes in a stream, in time that grows with the stream alone, whatever the run is
/// (Knuth, Morris and Pratt).
struct PatternSearch {
  private let pattern: [UInt8]
  private let fallbacks: [Int]
  private var matched = 0
  private var position = 0

  /// A search for `pattern`, which is not empty.
  init(_ pattern: [UInt8]) {
    var fallbacks = [Int](repeating: 0, count: pattern.count)
    var length = 0
    for index in pattern.indices.dropFirst() {
      while length > 0, pattern[index] != pattern[length] { length = fallbacks[length - 1] }
      if pattern[index] == pattern[length] { length += 1 }
      fallbacks[index] = length
    }
    self.pattern = pattern
    self.fallbacks = fallbacks
  }

  /// Takes the next bytes of the stream; where in the stream the first match begins, once it is complete.
  mutating func feed(_ span: RawSpan) -> Int? {
    for index in 0..<span.byteCount {
      let byte = unsafe span.unsafeLoad(fromByteOffset: index, as: UInt8.self)
      while matched > 0, byte != pattern[matched] { matched = fallbacks[matched - 1] }
      if byte == pattern[matched] { matched += 1 }
      position += 1
      if matched == pattern.count { return position - matched }
    }
    return nil
  }
}
