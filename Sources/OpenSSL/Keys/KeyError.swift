/// Why key material could not be used.
package enum KeyError: Error, Hashable, Sendable {
  /// The file could not be read, with the system's reason.
  case unreadable(path: String, reason: String)
  /// The key is encrypted and no passphrase was given.
  case missingPassphrase
  /// The passphrase does not open the key.
  case wrongPassphrase
  /// The passphrase is longer than `PassphraseRequest.maximumLength` bytes.
  case passphraseTooLong
  /// The file asks for more rounds of work for each passphrase than `PassphraseWork.maximum`.
  case tooManyRounds
  /// There is neither a key nor a certificate in any form that is understood.
  case notKeyMaterial
  /// The file holds no private key, and one is needed.
  case noPrivateKey
  /// There are several private keys, and nothing says which to use.
  case severalPrivateKeys
  /// There is a private key of a kind that cannot sign for C2PA.
  case unsupported(String)
  /// The key is encrypted with a cipher that OpenSSL reads with its legacy provider alone, which is not
  /// installed here; its name where OpenSSL tells it.
  case oldCipher(String?)
  /// A certificate request stands where a certificate should.
  case certificateRequest
  /// A public key alone.
  case publicKey
  /// A block that should hold a key or certificate is broken.
  case malformed(String)
  /// None of the certificates is for the private key.
  case mismatch
  /// OpenSSL has no way to tokens here: the engine `pkcs11` is not installed.
  case noTokenSupport
  /// The PKCS#11 module cannot be used, with the reason.
  case tokenModule(String)
  /// No such token is plugged in, or it holds no such private key.
  case noTokenKey
  /// The token refused, with its own reason.
  case token(String)
}

extension KeyError {
  /// What to do about it, when something can be done.
  package var hint: String? {
    switch self {
    case .oldCipher:
      "install the provider, or export the key anew on a machine that has it: openssl pkcs12 -legacy "
        + "-in OLD -nodes -out NEW.pem"
    case .tooManyRounds:
      "export it anew with fewer: openssl pkcs12 -iter 100000, or openssl pkcs8 -topk8 -iter 100000"
    case .certificateRequest: "name the certificate that the authority answers it with"
    case .unsupported: "EC P-256, P-384 and P-521, RSA from 2048 bits and Ed25519 can"
    default: nil
    }
  }
}

extension KeyError: CustomStringConvertible {
  /// One line, without a full stop.
  package var description: String {
    switch self {
    case .unreadable(let path, let reason): "cannot read \(path): \(reason)"
    case .missingPassphrase: "the private key is encrypted and no passphrase was given"
    case .wrongPassphrase: "the passphrase does not open the private key"
    case .passphraseTooLong: "the passphrase is too long"
    case .tooManyRounds:
      "it asks for more than 10 million rounds of work before a passphrase can be tried"
    case .notKeyMaterial: "neither a private key nor a certificate in PEM, DER, PKCS#7 or PKCS#12"
    case .noPrivateKey: "no private key found"
    case .severalPrivateKeys: "more than one private key found"
    case .unsupported(let kind): "a key of type \(kind) cannot sign"
    case .oldCipher(let name):
      "the key is encrypted with \(name ?? "an old cipher"), which needs OpenSSL's legacy provider"
    case .certificateRequest: "this is a certificate request, not a certificate"
    case .publicKey: "this is a public key, and not the private one"
    case .malformed(let reason): "broken key material: \(reason)"
    case .mismatch: "the private key does not belong to any of the certificates"
    case .noTokenSupport: "OpenSSL cannot reach PKCS#11 tokens on this machine"
    case .tokenModule(let reason): "the PKCS#11 module cannot be used: \(reason)"
    case .noTokenKey: "no such token is plugged in, or it holds no such private key"
    case .token(let reason): "the token refused: \(reason)"
    }
  }
}
