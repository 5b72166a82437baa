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

  @Test("is judged changed all the same")
  func changed() {
    let changed = LaterRevisions(.changed, rule: "OBJ-6", reason: "a page", isPermitted: false)
    #expect(changed.judged(by: [], beside: [120], after: 100) == changed)
  }
}
