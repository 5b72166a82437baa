package import BroadsealOpenSSL

/// A private key that makes signatures, wherever it is kept.
package enum SigningKey: Sendable {
  /// A key that OpenSSL has, or reaches on a token.
  case key(PrivateKey)
  /// A key that only a program has, with its public half as the certificate says it.
  case command(SignerCommand, PublicKey)

  /// The public half.
  package var publicKey: PublicKey {
    switch self {
    case .key(let key): key.publicKey
    case .command(_, let key): key
    }
  }

  /// Whether `certificate` certifies this key.
  package func belongs(to certificate: Certificate) -> Bool {
    switch self {
    case .key(let key): key.belongs(to: certificate)
    case .command(_, let key): key == certificate.publicKey
    }
  }

  /// The signature over `message`; ECDSA signatures are raw `r ‖ s`.
  ///
  /// What a token or a program answers is proved before it is used: nothing leaves here that the
  /// certificate does not stand for.
  package func sign(
    _ message: [UInt8], with algorithm: SignatureAlgorithm
  ) throws(SigningError) -> [UInt8] {
    switch self {
    case .key(let key):
      let signature: [UInt8]
      do throws(OpenSSLError) {
        signature = try key.sign(message, with: algorithm)
      } catch {
        guard key.isOnToken else { throw .cryptography(error) }
        throw .token(error)
      }
      guard !key.isOnToken || key.publicKey.verify(signature, of: message, with: algorithm) else {
        throw SigningError(.signer, "the token's signature is wrong")
      }
      return signature
    case .command(let command, let key):
      let answer = try command.answer(to: message, algorithm: algorithm)
      guard let signature = SigningKey.signature(in: answer, by: key, of: message, with: algorithm)
      else {
        throw SigningError(
          .signer, "the signer command's answer is not the certificate's signature",
          hint: "it reads the bytes to sign from standard input and writes the bare "
            + "\(algorithm.name) signature, as r and s or in DER, to standard output")
      }
      return signature
    }
  }

  /// The signature in an answer: as it is, or an ECDSA signature in DER. One that proves nothing in
  /// either form is nil.
  private static func signature(
    in answer: [UInt8], by key: PublicKey, of message: [UInt8], with algorithm: SignatureAlgorithm
  ) -> [UInt8]? {
    guard let curve = algorithm.curve else {
      return key.verify(answer, of: message, with: algorithm) ? answer : nil
    }
    return [
      ECDSASignature(raw: answer, curve: curve), ECDSASignature(der: answer, curve: curve),
    ]
    .compactMap { $0?.low(on: curve) }.first { key.verify($0, of: message, with: algorithm) }
  }
}

/// Bytes that stand for unknown ones where only their number and their mix matter.
enum SampleBytes {
  /// That many bytes, of which one in sixteen is below 16, as in a digest or a signature.
  static func of(_ count: Int) -> [UInt8] {
    (0..<count).map { $0 % 16 == 0 ? 0 : 0xFF }
  }
}
