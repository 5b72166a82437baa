import BroadsealNotes
import BroadsealOpenSSL
import BroadsealProvenance

/// Why a time stamp is ignored, under the standard's own code.
struct TimeStampFault: Error, Hashable, Sendable {
  /// The code; always an informational one.
  let code: StatusCode
  /// What is wrong, in lower case and without a full stop.
  let reason: String

  init(_ code: StatusCode, _ reason: String) {
    self.code = code
    self.reason = reason
  }

  /// What a token that cannot be read or believed amounts to.
  init(_ error: TimeStampError) {
    reason = error.reason
    code =
      switch error.kind {
      case .malformed, .refused, .unavailable: .timeStampMalformed
      case .mismatch: .timeStampMismatch
      case .untrusted: .timeStampUntrusted
      case .outsideValidity: .timeStampOutsideValidity
      case .credentialInvalid: .timeStampCredentialInvalid
      }
  }
}
