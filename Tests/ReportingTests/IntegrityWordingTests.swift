import BroadsealDocuments
import BroadsealNotes
import BroadsealProvenance
import BroadsealVerifying
import Testing

@testable import BroadsealReporting

@Suite("The integrity line tells a missing label from one that was not or cannot be looked for")
struct IntegrityWordingTests {
  @Test(
    "the finding decides the sentence",
    arguments: [
      (
        Integrity.malformed, PNGCode.truncated.code,
        "The file breaks off and cannot be checked; get it again (why, byte 7)."
      ),
      (.malformed, PNGCode.structure.code, "is damaged and cannot be checked: why, byte 7."),
      (.malformed, PDFCode.encrypted.code, "The file cannot be checked: why, byte 7."),
      (
        .malformed, PNGCode.storeCRC.code, "There is something like a label, but it cannot be read."
      ),
      (
        .malformed, StatusCode.claimMalformed.code,
        "There is something like a label, but it cannot be read."
      ),
      (
        .noLabel, PlaceCode.formatNotRead.code, "does not look for labels inside it (WebP picture)."
      ),
      (.noLabel, PlaceCode.sidecarWithoutAsset.code, "This is a label, not a document"),
      (.noLabel, RemarkCode.aiOtherEdits.code, "No label found. This is not evidence"),
      (.unreadable, PlaceCode.sidecarUnreadable.code, "The separate label file could not be read"),
      (.unreadable, FileCode.unreadable.code, "The file could not be read"),
    ])
  func sentence(integrity: Integrity, code: Code, words: String) {
    let verdict = Verdict(
      path: "", format: "webp", mediaType: "image/webp", integrity: integrity,
      findings: [Finding(.error, Note(code, "why", at: .byte(7)))])
    let english = Wording(.english).integrity(of: verdict).sentence.text
    #expect(english.contains(words), "\(english)")
    let japanese = Wording(.japanese).integrity(of: verdict).sentence.text
    #expect(japanese.hasSuffix("。"))
    #expect(!japanese.contains("why"))
  }

  @Test(
    "the dash is for files that were looked through; who was asked in vain gets a question mark")
  func signs() {
    func line(_ code: Code, size: Int = 9) -> AxisLine {
      Wording(.english).integrity(
        of: Verdict(
          path: "", size: size, format: "pdf", mediaType: "application/pdf", integrity: .noLabel,
          findings: [Finding(.note, Note(code))]))
    }
    #expect(line(PlaceCode.searchIncomplete.code).symbol == "?")
    #expect(line(PlaceCode.formatNotRead.code).symbol == "?")
    #expect(line(RemarkCode.aiOtherEdits.code).symbol == "–")
    let empty = line(PlaceCode.formatNotRead.code, size: 0)
    #expect(empty.symbol == "–" && empty.sentence.text.hasPrefix("The file is empty"))
  }

  @Test("where a format makes a label leave bytes out, that is said, and nothing is said to fail")
  func leftOut() {
    let verdict = Verdict(
      path: "", format: "wav", mediaType: "audio/wav", integrity: .intact,
      origin: Origin(
        status: .official, list: RecognisedList(name: "List", sequence: 1), reasons: []),
      c2pa: C2PAResult(
        state: .trusted,
        informational: [
          C2PAStatus(code: StatusCode.assertionDataHashAdditionalExclusionsPresent.name)
        ]))
    let blocks = Wording(.english).blocks(of: verdict, explains: true)
    let held = blocks.compactMap { block in
      if case .held(let sentence) = block { sentence.text } else { nil as String? }
    }
    #expect(held.first?.contains("every byte but its own and those that") == true)
    #expect(
      !blocks.contains { block in if case .reason = block { true } else { false } })
  }

  @Test("what holds of an earlier revision is said of that revision, and not of the file")
  func revision() {
    func held(_ integrity: Integrity) -> [String] {
      let verdict = Verdict(
        path: "", format: "pdf", mediaType: "application/pdf", integrity: integrity,
        origin: Origin(
          status: .official, list: RecognisedList(name: "List", sequence: 1), reasons: []),
        label: LaterRevisions(.evidence, revision: 1, revisions: 2))
      return Wording(.english).blocks(of: verdict, explains: true).compactMap { block in
        if case .held(let sentence) = block { sentence.text } else { nil as String? }
      }
    }
    #expect(held(.intact).first?.hasPrefix("The label is valid and whole: it covers") == true)
    let earlier = held(.intactRevision)
    #expect(earlier.count == held(.intact).count)
    #expect(
      earlier.first
        == "For revision 1 of 2 the label is valid and whole: it covers every byte of that revision "
        + "but its own.")
    #expect(!earlier.contains { $0.hasPrefix("The label is valid") })
  }
}
