import BroadsealDocuments
import Testing

@testable import BroadsealVerifying

@Suite("What came after a signature when there are more signatures than are judged (SIG-1)")
struct LaterSignatureTests {
  private let found = LaterRevisions(.signature, rule: "OBJ-4", reason: "signed", isPermitted: true)

  @Test("is not judged when one of the others came later")
  func unjudged() {
    let told = found.judged(by: [], beside: [40, 120], after: 100)
    #expect(told.change == .notJudged)
    #expect(told.rule == "SIG-1")
    #expect(told.isPermitted == nil)
  }

  @Test("is what it is when all the others came before")
  func before() {
    #expect(found.judged(by: [], beside: [40, 99], after: 100) == found)
  }

  @Test("is not judged when a later one cannot be computed, and changed when one does not hold")
  func uncomputed() {
    func later(_ status: PDFSignatureResult.Status, doubts: [String] = []) -> PDFSignatureResult {
      PDFSignatureResult(
        field: "b", status: status, explanation: "", doubts: doubts, coverage: .file,
        coveredEnd: 200, isWithLabel: false, offset: 120)
    }
    let told = found.judged(by: [later(.unchecked)], beside: [], after: 100)
    #expect(told.change == .notJudged && told.rule == "SIG-1" && told.awaitsLaterSignature)
    #expect(told.isPermitted == nil)
    for worse in [later(.broken), later(.malformed), later(.unchecked, doubts: ["a gap"])] {
      let told = found.judged(by: [later(.unchecked), worse], beside: [], after: 100)
      #expect(told.change == .changed && told.rule == "SIG-1")
    }
    #expect(found.judged(by: [later(.intact)], beside: [], after: 100) == found)
  }

  @Test("is judged changed all the same")
  func changed() {
    let changed = LaterRevisions(.changed, rule: "OBJ-6", reason: "a page", isPermitted: false)
    #expect(changed.judged(by: [], beside: [120], after: 100) == changed)
  }
}
