import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// Whom the fuzzed verifier believes: the demonstration's own, made once a process.
enum FuzzWorld {
  static let pki: TestPKI = {
    guard let pki = try? TestPKI.shared() else { preconditionFailure("no demonstration") }
    return pki
  }()

  static let verifier: Verifier = {
    guard let trust = try? pki.context() else { preconditionFailure("no trust") }
    return Verifier(
      trust: trust, at: TestPKI.now,
      options: VerifierOptions(looksForSidecar: false, digestsFile: false))
  }()

  static let scratch = Scratch().keptToTheEnd()
}
