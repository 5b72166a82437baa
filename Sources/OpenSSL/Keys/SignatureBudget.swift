import Synchronization

/// How many signature checks one file of a stranger may cost.
///
/// A file brings certificates, stamps and answers, and each may have to be proved by each. Every check is paid for
/// before it is made, by its key: 1 is a check with P-256 or a usual RSA key, some 60 microseconds. Once
/// nothing is left nothing is proved any more, and whoever judges the file says that it did not look at all of it.
///
/// It is bound to the work at hand and not handed from check to check, so that no check can forget it. Keys and
/// files of one's own are worked on without one.
package final class SignatureBudget: Sendable {
  private let left: Atomic<Int>

  @TaskLocal private static var current: SignatureBudget?

  /// What the checks of one file may cost: about a second.
  package static let ofFile = 12_000

  /// A budget of so much.
  package init(_ amount: Int = ofFile) { left = Atomic(amount) }

  /// What is left; negative where a check could not be paid for.
  package var rest: Int { left.load(ordering: .relaxed) }

  /// Whether a check could not be paid for: what was found does not count then.
  package var isSpent: Bool { rest < 0 }

  /// Whether a check of the work at hand could not be paid for: nobody may keep what it finds.
  package static var isSpent: Bool { current?.isSpent ?? false }

  /// What `body` finds within the budget.
  package func spending<Outcome>(_ body: () -> Outcome) -> Outcome {
    SignatureBudget.$current.withValue(self, operation: body)
  }

  /// Whether the work at hand has a budget.
  static var isCounting: Bool { current != nil }

  /// Pays for checks of that cost; false where there is not enough left for them.
  static func pays(_ cost: Int) -> Bool {
    guard let current else { return true }
    return current.left.subtract(cost, ordering: .relaxed).newValue >= 0
  }
}
