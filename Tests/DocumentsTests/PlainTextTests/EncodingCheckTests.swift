import TestSupport
import Testing

@testable import BroadsealDocuments

/// Many bytes are looked at together, and each for itself: both have to say the same.
@Suite("Whether bytes are text in UTF-8")
struct EncodingCheckTests {
  private struct Answer: Hashable {
    let fault: EncodingCheck.Fault?
    let hasBareReturn: Bool
  }

  /// What is said of `bytes`, fed `count` at a time.
  private static func answer(_ bytes: [UInt8], by count: Int) -> Answer {
    var check = EncodingCheck()
    do throws(EncodingCheck.Fault) {
      for start in stride(from: 0, to: bytes.count, by: count) {
        let piece = Array(bytes[start..<min(bytes.count, start + count)])
        try unsafe check.feed(piece.span.bytes)
      }
      try check.finish()
      return Answer(fault: nil, hasBareReturn: check.hasBareReturn)
    } catch { return Answer(fault: error, hasBareReturn: check.hasBareReturn) }
  }

  /// Whole characters, the ends of lines, and what is none.
  private static let parts: [[UInt8]] =
    ["a", "plain text", "\n", "\r\n", "\r", "\t", "é", "日本", "\u{10FFFF}", "\u{7F}", "\u{80}"]
    .map { Array($0.utf8) }
    + [
      [0], [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0x1B], [0xEF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5], [0xFF],
    ]

  @Test("eight bytes at once say what each of them says")
  func alike() {
    var random = Damage(seed: 7)
    var seen: Set<Answer> = []
    for _ in 0..<4_000 {
      // Mostly sound, so that both kinds of answers are met.
      let sound = Self.parts.prefix(11)
      let bytes = (0..<6).flatMap { _ in
        Int.random(in: 0..<12, using: &random) == 0
          ? Self.parts.randomElement(using: &random) ?? []
          : sound.randomElement(using: &random) ?? []
      }
      let single = Self.answer(bytes, by: 1)
      #expect(Self.answer(bytes, by: bytes.count) == single, "\(bytes)")
      #expect(Self.answer(bytes, by: 9) == single, "\(bytes)")
      seen.insert(single)
    }
    #expect(seen.count == 8)
  }

  @Test(
    "text is told from what is none",
    arguments: [
      ("", nil, false), ("eight by\neight by", nil, false), ("a\r\nb", nil, false),
      ("12345678\r", nil, true), ("1234567\r\n12345678", nil, false), ("12345\r78", nil, true),
      ("1234567\u{0}", .nul, false), ("\u{1B}$B$3\u{1B}(B", .control, false),
      ("123456\u{E}78", .control, false), ("1234567\u{1F}", .control, false),
      ("a\u{B}b", .control, false), ("a\tb\nc\u{C}d\u{7F}efgh\n\t\n\t\n\t\n\t", nil, false),
      ("éééééééé", nil, false),
    ] as [(String, EncodingCheck.Fault?, Bool)])
  func told(_ text: String, _ fault: EncodingCheck.Fault?, _ hasBareReturn: Bool) {
    #expect(
      Self.answer(Array(text.utf8), by: 4_096)
        == Answer(fault: fault, hasBareReturn: hasBareReturn))
  }
}
