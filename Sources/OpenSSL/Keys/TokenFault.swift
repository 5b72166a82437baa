import CBroadsealOpenSSL

/// What a token, its module or the engine complained of.
struct TokenFault {
  /// PKCS#11 names of the error that came first, as the engine words it; nil when there is none.
  private let reason: String?

  /// Takes what is in this thread's error queue.
  static func draining() -> TokenFault {
    TokenFault(reason: OpenSSLError.draining("use token").reasons.first)
  }

  /// What it means for loading a key.
  func keyError(hasPIN: Bool) -> KeyError {
    switch reason {
    case "PIN incorrect", "PIN invalid": .wrongPassphrase
    case "Unable to load PKCS#11 module": .tokenModule("it cannot be loaded")
    // Without its PIN a token does not show its private keys at all.
    case "object not found", "User not logged in", nil: hasPIN ? .noTokenKey : .missingPassphrase
    case "No tokens found", "No PKCS#11 token present", "no token": .noTokenKey
    case .some(let reason): .token(TokenFault.sentence(reason))
    }
  }

  /// PKCS#11 words begin with a capital; abbreviations keep theirs.
  private static func sentence(_ reason: String) -> String {
    guard let second = reason.dropFirst().first, second.isLowercase else { return reason }
    return reason.prefix(1).lowercased() + reason.dropFirst()
  }
}
