import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import BroadsealOpenSSL
import Glibc

extension SigningError {
  /// A document that cannot be read.
  static func reading(_ cause: SourceError) -> SigningError {
    switch cause.kind {
    case .changed, .truncated:
      SigningError(
        .changed, "the document changed while it was read", path: cause.path,
        hint: "sign it again when nothing writes to it")
    case .link, .notRegular, .tooLarge: SigningError(.unreadable, cause.reason, path: cause.path)
    case .system, .attribute:
      SigningError(.unreadable, cause.reason, path: cause.path)
    }
  }

  /// An output that cannot be written.
  static func writing(_ cause: SourceError) -> SigningError {
    switch cause.kind {
    case .changed, .truncated, .tooLarge: return reading(cause)
    case .notRegular:
      return SigningError(.unwritable, "the output is not a regular file", path: cause.path)
    case .system(EEXIST, _):
      return SigningError(
        .exists, "the output exists already", path: cause.path, hint: "use --force to replace it")
    case .system(ENAMETOOLONG, _):
      return SigningError(
        .request, "the name is longer than this file system takes", path: cause.path,
        hint: "give the document a shorter name")
    case .attribute:
      return SigningError(
        .unwritable, cause.reason, path: cause.path, hint: "name another place for the result")
    case .link, .system:
      return SigningError(.unwritable, cause.reason, path: cause.path)
    }
  }

  /// What else would label a document that is not signed as it was asked: nothing is said where it
  /// would be refused again.
  struct WayOut {
    /// Whether a label beside the document would be made.
    let allowsSidecar: Bool
    /// Whether `--embed` would embed it nevertheless.
    let allowsInsisting: Bool

    /// Nothing else.
    static let none = WayOut(allowsSidecar: false, allowsInsisting: false, sidecar: "")

    /// How to ask for a label beside the document.
    let sidecar: String
  }

  /// A document whose structure stands in the way.
  static func document(
    _ cause: DocumentError, path: FilePath, wayOut: WayOut = .none
  ) -> SigningError {
    switch cause {
    case .source(let fault): reading(fault)
    case .malformed(_, let fault):
      SigningError(
        .malformed, fault.reason, path: path.display, offset: fault.offset,
        hint: wayOut.allowsSidecar
          ? "\(wayOut.sidecar) labels it as it is; where it was cut off or damaged on its way, get it again first"
          : nil)
    case .refused(let refusal): refused(refusal, path: path, wayOut: wayOut)
    }
  }

  /// A document that follows its format and is not signed as it is.
  static func refused(
    _ refusal: Refusal, path: FilePath, wayOut: WayOut = .none
  ) -> SigningError {
    var ways: [String] = []
    if wayOut.allowsSidecar, refusal.remedy != .none {
      ways.append("\(wayOut.sidecar) labels it without changing it")
    }
    if wayOut.allowsInsisting, refusal.remedy == .sidecarOrInsist { ways.append("--embed insists") }
    return SigningError(
      refused: refusal.code, refusal.note.explanation, path: path.display,
      hint: ways.isEmpty ? nil : ways.joined(separator: ", "))
  }

  /// A key that cannot be used, in the file or on the token called `name`; nil: in memory.
  static func key(_ cause: KeyError, name: String?) -> SigningError {
    switch cause {
    case .missingPassphrase, .wrongPassphrase, .passphraseTooLong:
      let isToken = name?.hasPrefix(TokenAddress.prefix) ?? false
      return SigningError(
        .passphrase, isToken ? pinReason(cause) : "\(cause)", path: name,
        hint: "give it with --passphrase-file")
    case .mismatch: return SigningError(.certificate, "\(cause)", path: name)
    case .unreadable(_, let reason):
      return SigningError(.unreadable, reason.asClause, path: name)
    case .noTokenSupport:
      return SigningError(
        .credential, "\(cause)", path: name,
        hint: "install the engine pkcs11, on Debian: apt install libengine-pkcs11-openssl")
    case .tokenModule:
      return SigningError(
        .credential, "\(cause)", path: name,
        hint:
          "module-path in the address, or module in the profile, names the token maker's library")
    case .noTokenKey:
      return SigningError(
        .credential, "\(cause)", path: name,
        hint:
          "pkcs11-tool --list-token-slots shows tokens, pkcs11-tool --login -O their keys; serial= "
          + "tells two tokens of one label apart")
    default: return SigningError(.credential, "\(cause)", path: name, hint: cause.hint)
    }
  }

  private static func pinReason(_ cause: KeyError) -> String {
    switch cause {
    case .missingPassphrase: "the token shows no such private key without its PIN"
    case .wrongPassphrase: "the token refuses the PIN"
    default: "the PIN is too long"
    }
  }

  /// A token that gave no signature.
  static func token(_ cause: OpenSSLError) -> SigningError {
    let reasons = cause.reasons.isEmpty ? "" : ": " + cause.reasons.joined(separator: ", ")
    return SigningError(
      .signer, "the token gave no signature\(reasons)",
      hint: "was it taken out? what was signed before is complete")
  }

  /// A fault of the cryptography below.
  static func cryptography(_ cause: OpenSSLError) -> SigningError {
    SigningError(.internal, "\(cause)")
  }
}
