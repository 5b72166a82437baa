import BroadsealNotes
import BroadsealVerifying
import Testing

@testable import BroadsealReporting

@Suite("Nobody is called the issuer whom no list knows as one")
struct SpeakerWordingTests {
  private static let claim = LabelStatement.Claim(
    agency: Agency(id: "us.x", names: ["en": "Press Office", "ja": "報道局"]), jurisdiction: "US")

  private func verdict(
    _ status: Origin.Status, _ reasons: [OfficialCode] = [], agency: Bool = false,
    claims: Bool = true, state: C2PAResult.State = .valid, ai: AIUse.Status = .noneDeclared,
    isKnown: Bool = false
  ) -> Verdict {
    var origin = Origin(
      status: status, agency: agency ? Self.claim.agency : nil,
      signer: SignerIdentity(subject: "CN=Seal", name: "Seal", spki: "", algorithm: "es256"),
      reasons: reasons.map { Note($0) })
    origin.isKnownApartFromTime = isKnown
    return Verdict(
      path: "", format: "pdf", mediaType: "application/pdf", integrity: .intact, origin: origin,
      ai: AIUse(status: ai),
      statement: LabelStatement(claim: claims ? Self.claim : nil, title: "T"),
      c2pa: C2PAResult(state: state))
  }

  private func ai(_ verdict: Verdict, _ language: Language) -> String {
    Wording(language).ai(of: verdict).sentence.text
  }

  @Test("the issuer speaks in official documents, and a signer in all others")
  func voices() {
    for (status, reasons, agency, english, japanese) in [
      (.official, [], true, "The issuer states", "発行者は"),
      (
        .unrecognised, [.unlisted], false, "The signer, who is on no list, states",
        "署名者(リスト未登録)は"
      ),
      (
        .unrecognised, [.selfSigned], false, "The signer, who is on no list, states",
        "署名者(リスト未登録)は"
      ),
      (
        .unrecognised, [.noList], false,
        "The signer, not checked against a government list, states",
        "署名者(リスト未照合)は"
      ),
      (.recognisedTool, [.unlisted], false, "The signer states", "署名者は"),
      (.known, [.noList], false, "The signer states", "署名者は"),
      (.unrecognised, [.noStamp], true, "The signer states", "署名者は"),
      (.unrecognised, [.withdrawn], true, "The signer states", "署名者は"),
      (.unrecognised, [.stale], false, "The signer states", "署名者は"),
      (
        .unrecognised, [.unlisted, .stale], false, "The signer, who is on no list, states",
        "署名者(リスト未登録)は"
      ),
      (
        .unrecognised, [.unlisted, .undecided], false, "The signer, who is on no list, states",
        "署名者(リスト未登録)は"
      ),
      (.unrecognised, [.undecided], true, "The signer states", "署名者は"),
    ] as [(Origin.Status, [OfficialCode], Bool, String, String)] {
      let verdict = verdict(status, reasons, agency: agency)
      #expect(ai(verdict, .english) == english + " that no generative AI was used.")
      #expect(ai(verdict, .japanese).hasPrefix(japanese), "\(ai(verdict, .japanese))")
    }
  }

  @Test("nothing is said in the voice of a label that does not hold", arguments: Language.allCases)
  func failed(_ language: Language) {
    for status in [AIUse.Status.noneDeclared, .generated, .altered, .notStated, .conflict] {
      let verdict = verdict(.unrecognised, [.unlisted], state: .invalid, ai: status)
      let text = ai(verdict, language)
      #expect(!text.contains("states") && !text.contains("申告"), "\(text)")
      let origin = Wording(language).origin(of: verdict).sentence.text
      #expect(!origin.contains("Press Office") && !origin.contains("報道局"))
      #expect(Wording(language).statement(of: verdict, isWhole: true).1.isEmpty)
    }
    let said = Wording(.english).ai(of: verdict(.unrecognised, [], state: .invalid, ai: .generated))
    #expect(said.sentence.text == "A label that does not hold says that AI was used.")
  }

  @Test("a claim that nobody vouches for is told as that, and only where it was looked at")
  func claim() {
    let claim =
      "Beware: it claims to be official of \u{2068}“Press Office”\u{2069}, and no list that was given "
      + "confirms that. Signed by "
    for status in [Origin.Status.unrecognised, .known, .recognisedTool] {
      let verdict = verdict(status, [.unlisted])
      #expect(Wording(.english).origin(of: verdict).sentence.text.hasPrefix(claim))
      let japanese = Wording(.japanese).origin(of: verdict).sentence.text
      #expect(japanese.hasPrefix("注意:"), "\(japanese)")
      #expect(japanese.contains("指定されたどのリストでも確認できません。"), "\(japanese)")
      #expect(japanese.contains("「報道局」"))
    }
    for verdict in [
      verdict(.official, agency: true), verdict(.unrecognised, [.unlisted], claims: false),
      verdict(.unrecognised, [.stale], agency: true),
      verdict(.unrecognised, [.undecided], agency: true),
      verdict(.known, [.noStamp], agency: true),
    ] {
      let text = Wording(.english).origin(of: verdict).sentence.text
      #expect(!text.contains("claims to be official"), "\(text)")
    }
    // What is open in one respect hides nothing that is certain.
    for (verdict, rest) in [
      (
        verdict(.unrecognised, [.unlisted, .undecided], state: .invalid),
        "who is on no list that was given. The signer's certificate has expired, and nobody given"
      ),
      (
        verdict(.unrecognised, [.unlisted, .undecided], state: .invalid, isKnown: true),
        "It cannot be decided whether this was signed in time"
      ),
      (
        verdict(.unrecognised, [.unlisted, .stale]),
        "who is on no list that was given. Whether that is a government issuer cannot be decided"
      ),
      (
        verdict(.recognisedTool, [.unlisted, .stale]),
        "a recognised signing tool or service. Whether"
      ),
      (verdict(.unrecognised, [.notYetIssued]), "who is on no list that was given."),
    ] {
      let line = Wording(.english).origin(of: verdict)
      #expect(
        line.symbol == "!" && line.sentence.text.hasPrefix(claim.replacing("Signed by ", with: "")))
      #expect(line.sentence.text.contains(rest), "\(line.sentence.text)")
      #expect(Wording(.japanese).origin(of: verdict).sentence.text.hasPrefix("注意:"))
      #expect(Wording(.english).remedy(of: verdict)?.hasPrefix("Ask that agency") ?? false)
    }
    let foreign = verdict(
      .unrecognised, [.unlisted, .undecided], claims: false, state: .invalid, isKnown: true)
    #expect(Wording(.english).remedy(of: foreign)?.contains("--tsa-anchors") ?? false)
    let unchecked = Wording(.english).origin(of: verdict(.unrecognised, [.noList])).sentence.text
    #expect(unchecked.hasSuffix("“Press Office”\u{2069}; that was not checked."), "\(unchecked)")
  }
}
