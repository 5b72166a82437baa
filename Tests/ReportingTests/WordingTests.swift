import BroadsealNotes
import BroadsealProvenance
import BroadsealVerifying
import TestSupport
import Testing

@testable import BroadsealReporting

@Suite("Whatever is found can be said in both languages")
struct WordingTests {
  private let languages = [Wording(.english), Wording(.japanese)]

  /// What must never be said of a document, in either language (labels-and-trust, Words).
  private static let forbidden = [
    "authentic", "genuine", "fake", "forged", "real ", "human-made", "detected", "suspicious",
    "tamper-proof", "本物", "偽造", "偽物", "検出されました",
  ]

  @Test("every state of each axis has its own sentence and sign")
  func states() {
    for wording in languages {
      let integrity = Integrity.allCases.map { wording.integrity(of: verdict($0)) }
      #expect(Set(integrity.map(\.sentence.text)).count == Integrity.allCases.count)
      let origin = Origin.Status.allCases.map {
        wording.origin(of: verdict(.intact, origin: Origin(status: $0)))
      }
      #expect(Set(origin.map(\.sentence.text)).count == Origin.Status.allCases.count)
      let ai = AIUse.Status.allCases.map {
        wording.ai(of: verdict(.intact, ai: AIUse(status: $0)))
      }
      #expect(Set(ai.map(\.sentence.text)).count == AIUse.Status.allCases.count)
      for line in integrity + origin + ai {
        #expect(!line.symbol.isEmpty)
        for word in WordingTests.forbidden { #expect(!line.sentence.text.contains(word)) }
      }
      #expect(ai.allSatisfy { $0.symbol != "✓" })
    }
  }

  @Test("only names of trust lists stand unquoted")
  func quoting() {
    let signer = SignerIdentity(subject: "CN=\u{202E}evil\u{1B}[31m", spki: "", algorithm: "es256")
    let line = languages[0].origin(
      of: verdict(.intact, origin: Origin(status: .unrecognised, signer: signer)))
    #expect(line.sentence.pieces.contains(.quoted("\u{2068}“CN=evil[31m”\u{2069}")))
    let official = Origin(
      status: .official, agency: Agency(id: "x", names: ["en": "Press Office", "ja": "報道局"]),
      jurisdiction: "JP-13", list: RecognisedList(name: "JP", sequence: 1, recognisedBy: "US list"))
    #expect(
      languages[0].origin(of: verdict(.intact, origin: official)).sentence.text
        == "Issued by: Press Office (Japan, JP-13), recognised government issuer "
        + "(recognised by the list US list).")
    #expect(
      languages[1].origin(of: verdict(.intact, origin: official)).sentence.text
        .hasPrefix("発行者:報道局(日本、JP-13)。"))
  }

  private func verdict(_ integrity: Integrity, origin: Origin? = nil, ai: AIUse? = nil) -> Verdict {
    Verdict(
      path: "", format: "pdf", mediaType: "application/pdf", integrity: integrity, origin: origin,
      ai: ai)
  }
}
