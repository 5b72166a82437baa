import BroadsealJSON
import BroadsealNotes
import BroadsealReporting
import Testing

@testable import BroadsealAuditing
@testable import BroadsealVerifying

@Suite("What is open is said as what it is, and nobody's word is counted")
struct OpenFindingTests {
  @Test("what is undecided for want of a clock says so, and not that a list is missing")
  func clock() throws {
    let late = Made.signed(.unlisted, isLate: true, isKnown: true)
    let finding = try #require(Made.judgement("a", late).findings.first)
    #expect(finding.isOfClock)
    #expect(Wording(.english).sentence(for: finding).contains("the authority of its time stamp"))
    #expect(Wording(.english).remedy(for: finding).contains("--tsa-anchors"))
    #expect(Wording(.japanese).sentence(for: finding).contains("時刻認証局"))
    let open = Made.signed(.noList, isLate: true, isKnown: true)
    let other = try #require(Made.judgement("a", open).findings.first)
    #expect(!other.isOfClock && Wording(.english).remedy(for: other).contains("--government"))
    let claim = Made.signed(.stampUntrusted, claim: true, isListed: true, isLate: true)
    #expect(Made.judgement("a", claim).findings.first?.code == OfficialCode.undecided.code)
    let stranger = Made.verdict(
      .intact, state: .invalid,
      origin: Origin(
        status: .unrecognised,
        reasons: [OfficialCode.invalid, .unlisted, .stampUntrusted, .undecided].map { Note($0) }),
      statement: claim.statement)
    let told = try #require(Made.judgement("a", stranger).findings.first)
    #expect(told.kind == .claimed && told.code == OfficialCode.unlisted.code)
  }

  @Test(
    "nobody's statement about AI is counted, held against a rule or written of a label that does not hold"
  )
  func aiOfFailedLabel() {
    let failed = Made.verdict(
      .intact, state: .invalid, origin: Origin(status: .unrecognised),
      ai: AIUse(
        status: .noneDeclared, system: "X",
        basis: [
          AIUse.Basis(place: "p", field: "ai.use", value: "none", reading: .noneDeclared)
        ]),
      statement: LabelStatement(humanReview: true))
    let judgement = Made.judgement("a", failed)
    var summary = Summary()
    summary.add(judgement)
    #expect(summary.ai == [.notStated: 1])
    let json = judgement.json["ai"]
    #expect(json?["status"]?.string == "not-stated" && json?["stated"] == nil)
    #expect(json?["system"] == nil && json?["basis"]?.array?.count == 1)
    let row = String(decoding: CSVReport().entry(judgement), as: UTF8.self)
    #expect(row.contains("not-stated") && !row.contains("none-declared"))
    let facts = Facts(failed, at: Made.now)
    for (criterion, isMet) in [
      (Criterion.ai([.noneDeclared]), false), (.ai([.notStated]), true),
      (.aiFields([.system]), false), (.humanReview(true), false), (.humanReview(false), true),
    ] {
      #expect(criterion.isMet(by: facts) == isMet, "\(criterion)")
    }
    #expect(Drift.Earlier(failed).ai == .notStated)
  }
}
