import BroadsealVerifying
import Testing

@testable import BroadsealReporting

@Suite("The integrity line tells a missing label from one that was not or cannot be looked for")
struct IntegrityWordingTests {
  @Test(
    "the finding decides the sentence",
    arguments: [
      (Integrity.malformed, "PNG-TRUNCATED", "is damaged and cannot be checked: why, byte 7."),
      (.malformed, "PDF-ENCRYPTED", "The file cannot be checked: why, byte 7."),
      (.malformed, "PNG-STORE-CRC", "There is something like a label, but it cannot be read."),
      (.malformed, "claim.malformed", "There is something like a label, but it cannot be read."),
      (.noLabel, "FORMAT-NOT-READ", "does not look for labels inside it (WebP picture)."),
      (.noLabel, "SIDECAR-WITHOUT-ASSET", "This is a label, not a document"),
      (.noLabel, "AI-OTHER-EDITS", "No label found. This is not evidence"),
      (.unreadable, "SIDECAR-UNREADABLE", "The separate label file could not be read"),
      (.unreadable, "FILE-UNREADABLE", "The file could not be read"),
    ])
  func sentence(integrity: Integrity, code: String, words: String) {
    let verdict = Verdict(
      path: "", format: "webp", mediaType: "image/webp", integrity: integrity,
      findings: [Finding(code: code, severity: .error, place: "byte 7", explanation: "why")])
    let english = Wording(.english).integrity(of: verdict).sentence.text
    #expect(english.contains(words), "\(english)")
    let japanese = Wording(.japanese).integrity(of: verdict).sentence.text
    #expect(japanese.hasSuffix("。"))
    #expect(!japanese.contains("why"))
  }
}
