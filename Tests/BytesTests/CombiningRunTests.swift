import BroadsealBytes
import Testing

@Suite("Runs of combining characters")
struct CombiningRunTests {
  private static let limit = CombiningRun.maximumLength

  private static func marks(_ count: Int) -> String {
    String(String(repeating: "\u{301}\u{323}", count: count).unicodeScalars.prefix(count))
  }

  @Test(
    "text as people write it has short runs",
    arguments: [
      "", "plain", "e\u{301}", "한국어", "がぎぐ", "क्षत्रिय", "שָׁלוֹם", "👩‍👩‍👧‍👦",
      String(repeating: "é", count: 9_999),
      marks(limit), "a" + marks(limit), "a" + marks(limit) + "b" + marks(limit),
    ])
  func short(_ text: String) {
    #expect(CombiningRun.isShort(in: text))
  }

  @Test(
    "one character more than the limit is too many",
    arguments: [
      marks(limit + 1), "a" + marks(limit + 1) + "b", "a" + marks(9_999),
      "b" + String(repeating: "\u{344}", count: limit + 1),
    ])
  func long(_ text: String) {
    #expect(!CombiningRun.isShort(in: text))
  }
}
