import BroadsealNotes
import Testing

@testable import BroadsealCLI

@Suite("A run with several outcomes ends with the gravest")
struct ExitCodeTests {
  @Test("the order is that of the contract")
  func order() {
    let gravest: [ExitCode] = [
      .internal, .usage, .trust, .failed, .incomplete, .unrecognised, .unlabelled, .success,
    ]
    for (index, one) in gravest.enumerated() {
      for other in gravest[index...] {
        #expect(one.combined(with: other) == one)
        #expect(other.combined(with: one) == one)
      }
    }
  }

  @Test("the numbers are those of the contract")
  func numbers() {
    #expect(ExitCode.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 6, 70, 130])
  }
}
