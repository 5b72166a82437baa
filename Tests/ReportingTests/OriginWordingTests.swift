import BroadsealBytes
import BroadsealDocuments
import BroadsealNotes
import BroadsealProvenance
import BroadsealVerifying
import Testing

@testable import BroadsealReporting

@Suite("The origin line says why a document is not official, and nothing that is not so")
struct OriginWordingTests {
  private static let agency = Agency(id: "x", names: ["en": "Press Office", "ja": "報道局"])
  private static let signer = SignerIdentity(
    subject: "CN=Seal,O=Office", name: "Seal, Office", spki: "00", algorithm: "es256")

  private func line(
    _ status: Origin.Status, _ codes: [Code], isListed: Bool, _ language: Language
  ) -> AxisLine {
    let origin = Origin(
      status: status, agency: isListed ? Self.agency : nil, jurisdiction: isListed ? "US" : nil,
      signer: Self.signer, reasons: codes.map { Note($0) })
    return Wording(language).origin(of: verdict(origin: origin))
  }

  @Test(
    "an agency of a list that is not official is named with the reason that decides",
    arguments: [
      (
        [OfficialCode.noStamp.code], "not proved to be official. There is no time stamp.",
        "タイムスタンプがありません。"
      ),
      (
        [OfficialCode.fileType.code], "The name and the content are of different types.",
        "形式が異なります。"
      ),
      (
        [OfficialCode.noStamp.code, OfficialCode.noLabel.code], "but not labelled official.",
        "公式文書としてのラベルはありません。"
      ),
      (
        [OfficialCode.noLabel.code, OfficialCode.withdrawn.code], "has withdrawn the signer.",
        "取り消されています。"
      ),
      ([OfficialCode.stale.code], "the trust list is out of date.", "有効期限が切れているため"),
    ],
    [Origin.Status.recognisedTool, .known, .unrecognised])
  func listed(example: ([Code], String, String), status: Origin.Status) {
    let english = line(status, example.0, isListed: true, .english).sentence.text
    let japanese = line(status, example.0, isListed: true, .japanese).sentence.text
    #expect(english.contains(example.1), "\(english)")
    #expect(japanese.contains(example.2), "\(japanese)")
    for text in [english, japanese] {
      #expect(!text.contains("not a government issuer"))
      #expect(!text.contains("政府機関としては登録されていません"))
    }
  }

  @Test("without a government list nobody is said not to be on it")
  func noList() {
    for status in [Origin.Status.recognisedTool, .known, .unrecognised] {
      let text = line(status, [OfficialCode.noList.code], isListed: false, .english).sentence.text
      #expect(text.contains("No government trust list was given"))
      #expect(!text.contains("on no list"))
      #expect(!text.contains("not a government issuer"))
      #expect(text.contains("“Seal, Office”"))
    }
    let unlisted = line(.unrecognised, [OfficialCode.unlisted.code], isListed: false, .english)
    #expect(unlisted.sentence.text.hasSuffix(", who is on no list that was given."))
  }

  @Test(
    "an intact file whose label is not valid says so, and why",
    arguments: [
      ("claimSignature.outsideValidity", "out of date, and no trusted time stamp", "有効期間外で"),
      ("signingCredential.ocsp.revoked", "certificate was revoked", "失効しています"),
      ("signingCredential.invalid", "not one that may sign labels", "使えるものではありません"),
      ("ingredient.unknown", "something that it was made from", "素材のラベル"),
    ])
  func invalid(code: String, english: String, japanese: String) {
    let verdict = verdict(
      origin: Origin(status: .unrecognised, signer: Self.signer),
      c2pa: C2PAResult(
        state: .invalid, failure: [C2PAStatus(code: code, url: nil, explanation: nil)]))
    for (language, words) in [(Language.english, english), (.japanese, japanese)] {
      let line = Wording(language).origin(of: verdict)
      #expect(line.symbol == "✗")
      #expect(line.tone == .bad)
      #expect(line.sentence.text.contains(words), "\(line.sentence.text)")
    }
  }

  @Test("whatever condition fails, something can be done, and → says it in both languages")
  func remedies() {
    func told(_ verdict: Verdict, _ language: Language) -> Bool {
      Wording(language).blocks(of: verdict, explains: false).contains { block in
        if case .remark(let said) = block { said.text.hasPrefix("→ ") } else { false }
      }
    }
    // That a label does not say it is official is nothing wrong, and who gave no list is told of the options.
    let silent: [OfficialCode] = [.noList, .noLabel, .notOfficial]
    for code in OfficialCode.allCases {
      for status in [Origin.Status.recognisedTool, .unrecognised] {
        let origin = Origin(
          status: status, agency: Self.agency, jurisdiction: "US", signer: Self.signer,
          reasons: [Note(code.code)])
        for language in Language.allCases {
          #expect(
            told(verdict(origin: origin), language) == !silent.contains(code), "\(code.code)")
        }
      }
    }
    for code in SealCode.allCases {
      let sealed = Verdict(
        path: "", format: "pdf", mediaType: "application/pdf", integrity: .noLabel,
        origin: Origin(
          speaker: .seal, status: .unrecognised, agency: Self.agency, signer: Self.signer,
          reasons: [Note(code.code)]))
      let isSilent = code == .noList || code == .unlisted
      for language in Language.allCases {
        #expect(told(sealed, language) == !isSilent, "\(code.code)")
      }
    }
    let unlisted = Origin(
      status: .unrecognised, signer: Self.signer, reasons: [Note(OfficialCode.unlisted.code)])
    #expect(!told(verdict(origin: unlisted), .english), "a stranger's label that claims nothing")
    for code in [ZIPCode.nameEncoding.code, ZIPCode.trailing.code] {
      let unsearched = Verdict(
        path: "a.zip", size: 9, format: "zip", mediaType: "application/zip", integrity: .noLabel,
        findings: [Finding(.error, Note(code)), Finding(.note, Note(PlaceCode.searchIncomplete))])
      for language in Language.allCases { #expect(told(unsearched, language), "\(code)") }
    }
  }

  private func verdict(origin: Origin, c2pa: C2PAResult = C2PAResult()) -> Verdict {
    Verdict(
      path: "", format: "pdf", mediaType: "application/pdf", integrity: .intact, origin: origin,
      c2pa: c2pa)
  }
}
