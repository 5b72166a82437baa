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
        "The file breaks off and cannot be checked."
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

  /// A verdict on the file at `path` with these findings.
  private func verdict(
    _ integrity: Integrity, _ codes: [Code] = [], path: String = "", format: String = "pdf",
    type: String = "application/pdf", isDetached: Bool = false, status: Origin.Status? = nil,
    reasons: [OfficialCode] = []
  ) -> Verdict {
    Verdict(
      path: path, size: 9, format: format, mediaType: type, isDetached: isDetached,
      integrity: integrity,
      origin: status.map { status in
        Origin(status: status, reasons: reasons.map { Note($0.code) })
      },
      statement: status.map { _ in
        LabelStatement(
          claim: LabelStatement.Claim(
            agency: Agency(id: "x", names: ["en": "Press Office"]), jurisdiction: "US"))
      },
      findings: codes.map { Finding($0.nature == .remark ? .warning : .error, Note($0)) })
  }

  @Test("one cause has one sign, and whoever reads that something is wrong reads what to do")
  func remedies() {
    let unsearched = PlaceCode.searchIncomplete.code
    let page = (format: "html", type: "text/html")
    for (verdict, sign, sentence, remedy) in [
      (verdict(.altered), "✗", "The file does not match its label.", "Get it again"),
      (
        verdict(.altered, isDetached: true), "✗", "The file does not match the label beside it.",
        "Get both again"
      ),
      (verdict(.malformed, [BMFFCode.truncated.code]), "✗", "The file breaks off", "Get it again"),
      (
        verdict(.noLabel, [ZIPCode.end.code, unsearched]), "?",
        "No label found, but the file breaks off", "Get it again"
      ),
      (
        verdict(.malformed, [TextCode.wrapperBroken.code, FileCode.breaksOff.code]), "✗",
        "The file breaks off", "Get it again"
      ),
      (
        verdict(.noLabel, [PDFCode.password.code, unsearched]), "?",
        "No label found; the file needs a password", "Ask for the document as it was published"
      ),
      (
        verdict(.unreadable, [PDFCode.password.code]), "?", "The file needs a password, and",
        "Ask for the document as it was published"
      ),
      (
        verdict(.malformed, [PDFCode.storeEncrypted.code]), "✗",
        "it cannot be read. The label is encrypted", "Get the file again"
      ),
      (
        verdict(
          .noLabel, [FileCode.typeMismatch.code], path: "a/404.pdf", format: page.format,
          type: page.type), "–", "of another kind (web page) than the name says (PDF document).",
        "Load it again"
      ),
      (
        verdict(
          .noLabel, path: "a/b.odt", format: "odt",
          type: "application/vnd.oasis.opendocument.text"), "–", "“b.odt.c2pa”", "Ask for that file"
      ),
    ] {
      for language in Language.allCases {
        let wording = Wording(language)
        let line = wording.integrity(of: verdict)
        #expect(line.symbol == sign, "\(line)")
        let told = wording.blocks(of: verdict, explains: false).contains { block in
          if case .remark(let said) = block { said.text.hasPrefix("→ ") } else { false }
        }
        #expect(told, "\(sentence)")
        guard language == .english else { continue }
        #expect(line.sentence.text.contains(sentence), "\(line.sentence.text)")
        let advice = wording.remedy(of: verdict) ?? ""
        #expect(advice.hasPrefix(remedy), "\(advice)")
      }
    }
    #expect(Wording(.english).remedy(of: verdict(.noLabel)) == nil)
    #expect(Wording(.english).remedy(of: verdict(.intact)) == nil)
  }

  @Test("a claim that no list confirms has a sign of its own, and is said first")
  func claims() {
    let claimed = verdict(.intact, status: .unrecognised, reasons: [.unlisted])
    let line = Wording(.english).origin(of: claimed)
    #expect(line.symbol == "!" && line.tone == .bad)
    #expect(line.sentence.text.hasPrefix("Beware: it claims to be official of"))
    #expect(Wording(.english).remedy(of: claimed)?.hasPrefix("Ask that agency") == true)
    let unchecked = verdict(.intact, status: .unrecognised, reasons: [.noList])
    #expect(Wording(.english).origin(of: unchecked).symbol == "?")
    #expect(Wording(.english).remedy(of: unchecked) == nil)
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
