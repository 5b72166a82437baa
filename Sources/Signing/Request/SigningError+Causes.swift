import Bytes
import Documents
import Glibc
import OpenSSL

extension SigningError {
  /// A document that cannot be read.
  static func reading(_ cause: SourceError) -> SigningError {
    switch cause.kind {
    case .changed, .truncated:
      SigningError(
        .changed, "the document changed while it was read", path: cause.path,
        hint: "sign it again when nothing writes to it")
    case .notRegular: SigningError(.unreadable, "not a regular file", path: cause.path)
    case .system(_, let message):
      SigningError(.unreadable, lowercased(message), path: cause.path)
    }
  }

  /// An output that cannot be written.
  static func writing(_ cause: SourceError) -> SigningError {
    switch cause.kind {
    case .changed, .truncated: return reading(cause)
    case .notRegular:
      return SigningError(.unwritable, "the output is not a regular file", path: cause.path)
    case .system(EEXIST, _):
      return SigningError(
        .exists, "the output exists already", path: cause.path, hint: "use --force to replace it")
    case .system(_, let message):
      return SigningError(.unwritable, lowercased(message), path: cause.path)
    }
  }

  /// A document whose structure stands in the way.
  static func document(_ cause: DocumentError, path: FilePath) -> SigningError {
    switch cause {
    case .source(let fault): reading(fault)
    case .malformed(_, let fault):
      SigningError(
        .malformed, fault.reason, path: path.display, offset: fault.offset,
        hint: "repair the document, or label it as it is with --sidecar")
    case .refused(let refusal): refused(refusal, path: path)
    }
  }

  /// A document that follows its format and is not signed as it is.
  static func refused(_ refusal: Refusal, path: FilePath) -> SigningError {
    let hint: String? =
      switch refusal.remedy {
      case .sidecarOrInsist: "--sidecar labels it without changing it, --embed insists"
      case .sidecar: "--sidecar labels it without changing it"
      case .none: nil
      }
    return SigningError(
      .refused(code: refusal.code), refusal.reason, path: path.display, hint: hint)
  }

  /// A key file that cannot be used.
  static func key(_ cause: KeyError, path: FilePath) -> SigningError {
    switch cause {
    case .missingPassphrase, .wrongPassphrase, .passphraseTooLong:
      SigningError(
        .passphrase, "\(cause)", path: path.display, hint: "give it with --passphrase-file")
    case .mismatch: SigningError(.certificate, "\(cause)", path: path.display)
    case .unreadable(_, let reason):
      SigningError(.unreadable, lowercased(reason), path: path.display)
    default: SigningError(.credential, "\(cause)", path: path.display)
    }
  }

  /// A fault of the cryptography below.
  static func cryptography(_ cause: OpenSSLError) -> SigningError {
    SigningError(.internal, "\(cause)")
  }

  /// System messages start with a capital; ours do not.
  private static func lowercased(_ message: String) -> String {
    guard let first = message.first else { return message }
    return first.lowercased() + message.dropFirst()
  }
}
