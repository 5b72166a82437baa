import BroadsealBytes
import BroadsealNotes
import Testing

@testable import BroadsealReporting
@testable import BroadsealVerifying

@Suite("What holds of a file is said, and nothing of it that fails")
struct HeldConditionsTests {
  private static let moment = UTCTime(secondsSinceEpoch: 1_795_165_200)

  private func verdict(
    _ reasons: [Note] = [], integrity: Integrity = .intact, speaker: Origin.Speaker = .label,
    c2pa: C2PAResult = C2PAResult()
  ) -> Verdict {
    let agency = Agency(id: "us.press", names: ["en": "Press Office"])
    return Verdict(
      path: "", format: "pdf", mediaType: "application/pdf", integrity: integrity,
      origin: Origin(
        speaker: speaker, status: .official, agency: agency,
        list: RecognisedList(
          name: "List", sequence: 7, issued: Self.moment, nextUpdate: Self.moment),
        reasons: reasons),
      time: VerdictTime(trusted: Self.moment, authority: "CN=Clock"),
      statement: LabelStatement(claim: .init(agency: agency, jurisdiction: "US")), c2pa: c2pa)
  }

  private func held(_ verdict: Verdict, _ language: Language = .english) -> [String] {
    Wording(language).held(of: verdict).map {
      $0.pieces.map { piece in
        switch piece {
        case .own(let text), .quoted(let text), .listed(let text): text
        }
      }.joined()
    }
  }

  /// How the sentence about a condition begins, by its number, in the order in which they are said.
  private static let sentences: [(Int, String, String)] = [
    (1, "The label is valid and whole", "ラベルは有効"),
    (3, "Its signer is on the list List, number 7", "署名者はリスト"),
    (4, "Its chain of certificates", "証明書チェーン"),
    (5, "The list lets it sign for this agency", "リストにより"),
    (8, "Nothing that was given says that its certificate was revoked", "証明書の失効"),
    (6, "Its signer labels it official", "署名者自身が"),
    (7, "The time is stamped by", "タイムスタンプ"),
  ]

  @Test("every condition that holds has its sentence, in both languages, in one order")
  func all() {
    for (texts, isJapanese) in [(held(verdict()), false), (held(verdict(), .japanese), true)] {
      #expect(texts.count == Self.sentences.count)
      for (text, row) in zip(texts, Self.sentences) {
        #expect(text.hasPrefix(isJapanese ? row.2 : row.1), "\(text)")
      }
    }
  }

  @Test("a condition that fails is not said to hold, by any of its codes")
  func failing() {
    for code in OfficialCode.allCases {
      let texts = held(verdict([Note(code.code)]))
      for (number, words, _) in Self.sentences {
        let isSaid = texts.contains { $0.hasPrefix(words) }
        #expect(isSaid == (number != code.condition), "\(code): \(words)")
      }
      // Of a list that is out of date it is not said until when it was in force.
      #expect(texts.contains { $0.contains("in force until") } == ![3, 9].contains(code.condition))
    }
  }

  @Test("nothing holds of a file that was altered, or that a seal and no label speaks for")
  func silent() {
    #expect(held(verdict(integrity: .altered)).isEmpty)
    #expect(held(verdict(integrity: .malformed)).isEmpty)
    #expect(held(verdict(speaker: .seal)).isEmpty)
    #expect(!held(verdict(integrity: .intactRevision)).isEmpty)
  }
}
