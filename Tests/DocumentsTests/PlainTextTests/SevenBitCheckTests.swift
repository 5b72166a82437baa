import Testing

@testable import BroadsealDocuments

/// What was written in an encoding of seven bits is told from ASCII that merely has its marks.
@Suite("Text of seven bits that stands for other characters")
struct SevenBitCheckTests {
  private static func answer(_ text: String, by count: Int) -> Bool {
    var check = SevenBitCheck()
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: count) {
      let piece = Array(bytes[start..<min(bytes.count, start + count)])
      unsafe check.feed(piece.span.bytes)
    }
    return check.finish()
  }

  @Test(
    "it is told, fed in parts of any length",
    arguments: [
      // HZ, as its RFC writes it.
      ("This sentence is in ASCII.\nThe next is in GB.~{<:Ky2;~}Bye.\n", true),
      ("~~{<:~}", false), ("~{~}", false), ("~{<~}", false), ("~{<:\nKy~}", false),
      ("see ~user/{a}~", false), ("a ~{b} c", false),
      // UTF-7, as iconv and Python write it.
      ("+MFMwbmzVX4s-\n", true), ("f+APw-r 1 +- 1\n", true), ("+MFMwbmzVX4s\n", true),
      ("+2D3cGQ-", true), ("+2D3", false), ("+MFMwbmzVX4s- and 1 + 1\n", false), ("C++\n", false),
      ("+81-3-1234-5678", false), ("+420-1", false), ("+1 +-", false), ("+-", false), ("", false),
      ("a+dog b", false), ("+", false), ("x+MFMwbg", true),
    ])
  func told(_ text: String, _ expected: Bool) {
    for count in [1, 2, 5, 4_096] { #expect(Self.answer(text, by: count) == expected, "\(text)") }
  }
}
