import BroadsealNotes
package import BroadsealVerifying

/// How a run ends, as the contract of the command line numbers it.
package enum ExitCode: Int32, Sendable, CaseIterable {
  /// Everything asked for was checked and satisfied.
  case success = 0
  /// Verification failed: altered, forged, revoked, malformed.
  case failed = 1
  /// A usage or configuration error: nothing was judged.
  case usage = 2
  /// Some input could not be read, or a limit was hit.
  case incomplete = 3
  /// No label was found.
  case unlabelled = 4
  /// Intact and signed, but not by whom the user asked for.
  case unrecognised = 5
  /// Trust material is missing, stale, rolled back or wrongly signed.
  case trust = 6
  /// A bug.
  case `internal` = 70
  /// The user broke the run off.
  case interrupted = 130

  /// How a run over one document ends, by what its verdict amounts to.
  package init(_ conclusion: Conclusion) {
    self =
      switch conclusion {
      case .satisfied: .success
      case .failed: .failed
      case .incomplete: .incomplete
      case .unlabelled: .unlabelled
      case .unrecognised: .unrecognised
      case .staleTrust: .trust
      }
  }

  /// Which of two outcomes a run with both ends with: the later in this order.
  private static let precedence: [ExitCode] = [
    .success, .unlabelled, .unrecognised, .incomplete, .failed, .trust, .usage, .internal,
    .interrupted,
  ]

  private var rank: Int { ExitCode.precedence.firstIndex(of: self) ?? 0 }

  /// The outcome of a run that had both.
  package func combined(with other: ExitCode) -> ExitCode {
    rank < other.rank ? other : self
  }
}

/// The end of a run that has said everything already.
struct Outcome: Error {
  /// How the process ends.
  let code: ExitCode
}
