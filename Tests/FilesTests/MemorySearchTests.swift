import BroadsealFiles
import Testing

@Suite("A byte string in memory")
struct MemorySearchTests {
  private static let text = Array("abcabd abcabd".utf8)

  @Test(
    "is found where it first lies whole in the range",
    arguments: [
      ("abd", 0..<13, 3), ("abd", 3..<13, 3), ("abd", 4..<13, 10), ("abd", 0..<5, nil),
      ("abd", 0..<6, 3), ("a", 0..<13, 0), ("x", 0..<13, nil), ("", 0..<13, nil),
      ("abcabd abcabd", 0..<13, 0), ("abcabd abcabd!", 0..<13, nil), ("abd", 12..<99, nil),
      ("abd", 10..<99, 10), ("a", 5..<5, nil),
    ] as [(String, Range<Int>, Int?)])
  func found(_ needle: String, _ range: Range<Int>, _ place: Int?) {
    #expect(
      MemorySearch.offset(of: Array(needle.utf8), in: MemorySearchTests.text, range) == place)
    #expect(MemorySearch.offset(of: Array(needle.utf8), in: [], range) == nil)
  }
}
