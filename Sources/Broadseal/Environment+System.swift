import BroadsealSigning

extension Environment {
  /// The clock of this machine and the randomness of its cryptography.
  public static let system = Environment(now: { SystemClock.now })
}
