import BroadsealBytes
import BroadsealDocuments
@_spi(_Unicode) import Swift
import Testing

@testable import BroadsealDocuments

@Suite("Unicode Normalization Form C")
struct NormalFormTests {
  /// Texts in every form, with the same characters.
  static let texts = [
    "plain text", "café naïve Grüße", "が ぱ ヴ 漢字", "한국어", "Ω Å ﬁ ①", "a\u{315}\u{300}\u{5AE}\u{62}",
    "नमस्ते क़", "שלום בְּ", "مرحبا آ", "ཧྲཱི", "x\u{301}\u{301}\u{301}", "\u{1100}\u{1161}\u{11A8}",
    "\u{0344}\u{0387}\u{037E}", "🏴󠁧󠁢 👨‍👩‍👧 ☺\u{FE0F}", "\u{FB1D}\u{2ADC}\u{1D15E}",
  ]

  private func normalised(_ bytes: [UInt8], parts: Int) -> (text: [UInt8], isUnchanged: Bool) {
    var normalizer = TextNormalizer()
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let part = Array(bytes[index..<min(bytes.count, index + parts)])
      let fault = unsafe normalizer.feed(part.span.bytes) { output += $0 }
      #expect(fault == nil)
      index += parts
    }
    #expect(normalizer.finish { output += $0 } == nil)
    return (output, normalizer.isUnchanged)
  }

  @Test("Text comes out in the form, cut anywhere", arguments: texts, [1, 2, 3, 7, 8, 9, 1_000])
  func parts(text: String, length: Int) {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text._nfd)
    for form in [text, String(scalars), text.precomposed] {
      let (output, isUnchanged) = normalised(Array(form.utf8), parts: length)
      #expect(output == Array(form.precomposed.utf8))
      #expect(isUnchanged == form.utf8.elementsEqual(form.precomposed.utf8))
    }
  }

  @Test("Every character of the table stays as it is and combines with nothing before it")
  func table() {
    // The last character of each canonical decomposition may combine with one before it.
    var combining: Set<UInt32> = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let parts = Array(String(Character(scalar))._nfd)
      if parts.count > 1, let last = parts.last { combining.insert(last.value) }
      guard StableCharacters.contain(value) else { continue }
      let isStarter = scalar.properties.canonicalCombiningClass == .notReordered
      let composed = Array(String(Character(scalar))._nfc)
      #expect(isStarter && composed == [scalar], "U+\(String(value, radix: 16))")
    }
    let wrong = combining.filter(StableCharacters.contain)
    #expect(wrong.isEmpty, "\(wrong.map { String($0, radix: 16) })")
  }

  @Test("Too many characters that combine are not normalised, and unassigned ones neither")
  func limits() {
    var normalizer = TextNormalizer()
    let zalgo = Array(("x" + String(repeating: "\u{301}", count: 4_000)).utf8)
    #expect(unsafe normalizer.feed(zalgo.span.bytes) { _ in } == .tooLong)
    var other = TextNormalizer()
    let unassigned = Array("x\u{0378}x".utf8)
    #expect(unsafe other.feed(unassigned.span.bytes) { _ in } == .unassigned)
  }
}
