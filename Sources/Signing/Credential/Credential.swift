public import BroadsealBytes
import BroadsealCBOR
import BroadsealCOSE
public import BroadsealNotes
package import BroadsealOpenSSL
import BroadsealTrust

/// The key that signs claims, its certificate, and the intermediates above it.
///
/// Loaded and checked once; immutable and shared by every document of a run.
public struct Credential: Sendable {
  /// The key.
  package let key: SigningKey
  /// The certificates, leaf first, without a root.
  package let certificates: [Certificate]
  /// What it signs with.
  package let algorithm: SignatureAlgorithm

  /// The file that the certificates came from; nil for those in memory.
  package let certificateFile: String?

  /// OCSP responses that go along with every signature.
  private(set) var stapled: [[UInt8]] = []

  /// A note for a signer whose certificate names a person; nil when it names none.
  public let personalNote: Note?

  /// A signature of zeros, with the protected header and the length of every signature made with it
  /// (C2PA 2.4 §14.5).
  private(set) var blank: Sign1

  /// Loads a key and its certificates from PEM, encrypted PEM or PKCS#12 files.
  ///
  /// - Parameters:
  ///   - key: the file with the private key; it may hold the certificates too.
  ///   - certificates: PEM file with the certificates, leaf first; nil when `key` holds them.
  ///   - passphrase: what decrypts `key`; nil when it is not encrypted.
  ///   - algorithm: nil for the one that fits the key.
  /// - Throws: `SigningError` of kind `credential`, `passphrase`, `certificate` or `unreadable`.
  public static func load(
    key: FilePath, certificates: FilePath? = nil, passphrase: [UInt8]? = nil,
    algorithm: SigningAlgorithm? = nil
  ) throws(SigningError) -> Credential {
    try load(
      .file(key), certificates: certificates, passphrase: passphrase, algorithm: algorithm)
  }

  /// A key and its certificates in memory, as PEM, encrypted PEM or PKCS#12.
  ///
  /// - Parameters:
  ///   - key: the content of the key's file; it may hold the certificates too.
  ///   - certificates: the certificates as PEM, leaf first; nil when `key` holds them.
  ///   - passphrase: what decrypts `key`; nil when it is not encrypted.
  ///   - algorithm: nil for the one that fits the key.
  /// - Throws: `SigningError` of kind `credential`, `passphrase` or `certificate`.
  public static func load(
    key: [UInt8], certificates: [UInt8]? = nil, passphrase: [UInt8]? = nil,
    algorithm: SigningAlgorithm? = nil
  ) throws(SigningError) -> Credential {
    let pair = try KeyFile.pair(
      key: KeyBytes(key), certificates: certificates.map(KeyBytes.init), passphrase: passphrase)
    return try Credential(
      key: pair.key, certificates: pair.certificates, algorithm: algorithm)
  }

  /// Loads a key from a file, a token or a program, and its certificates.
  ///
  /// - Parameters:
  ///   - source: where the key is.
  ///   - certificates: PEM file with the certificates, leaf first; nil when the key's file holds
  ///     them. Keys on tokens and with programs bring none along.
  ///   - passphrase: what decrypts the key's file, or the token's PIN; nil when there is none.
  ///   - algorithm: as for key files.
  /// - Throws: `SigningError` of kind `credential`, `passphrase`, `certificate` or `unreadable`.
  public static func load(
    _ source: KeySource, certificates: FilePath? = nil, passphrase: [UInt8]? = nil,
    algorithm: SigningAlgorithm? = nil
  ) throws(SigningError) -> Credential {
    let pair = try KeyFile.pair(source, certificates: certificates, passphrase: passphrase)
    return try Credential(
      key: pair.key, certificates: pair.certificates, algorithm: algorithm, path: source.display,
      certificateFile: certificates?.display)
  }

  /// A credential of a key and its certificates in memory, leaf first.
  ///
  /// - Throws: `SigningError` of kind `credential` when the algorithm does not fit the key,
  ///   `certificate` when the leaf is not the key's or breaks the C2PA profile (C2PA 2.4 §14.5.1).
  package init(
    key: PrivateKey, certificates: [Certificate], algorithm: SigningAlgorithm? = nil,
    path: String? = nil
  ) throws(SigningError) {
    try self.init(
      key: .key(key), certificates: certificates, algorithm: algorithm, path: path)
  }

  /// A credential of a key, wherever it is, and its certificates, leaf first; throws as the one for
  /// keys in memory.
  package init(
    key: SigningKey, certificates: [Certificate], algorithm wanted: SigningAlgorithm? = nil,
    path: String? = nil, certificateFile: String? = nil
  ) throws(SigningError) {
    guard let leaf = certificates.first, key.belongs(to: leaf) else {
      throw SigningError(
        .certificate, "the certificate is not the key's", path: certificateFile ?? path)
    }
    let algorithm = try Credential.algorithm(wanted, for: key, path: path)
    let violations = CertificateProfile.violations(of: leaf)
    guard violations.isEmpty else {
      throw SigningError(
        .certificate,
        "the C2PA profile refuses the certificate: "
          + violations.map(\.reason).joined(separator: "; "),
        path: certificateFile ?? path, hint: "broadseal keys check explains every rule")
    }
    self.key = key
    self.certificates = certificates
    self.certificateFile = certificateFile ?? path
    self.algorithm = algorithm
    personalNote = Credential.personalNote(on: leaf.subject)
    let size = algorithm.signatureSize ?? Credential.modulusSize(of: key)
    do throws(Malformed) {
      blank = try Sign1(
        protectedBytes: Sign1.protectedHeader(algorithm, certificates: certificates.map(\.der)),
        signature: [UInt8](repeating: 0, count: size))
    } catch { throw SigningError(.internal, "the protected header is broken") }
  }

  /// Seconds by which a responder's clock may be ahead of this machine's.
  private static let clockTolerance: Int64 = 300

  /// The same credential, with OCSP responses in the unprotected header of each signature
  /// (`rVals`, C2PA 2.4 §14.5.2).
  ///
  /// - Parameters:
  ///   - responses: OCSP responses in DER.
  ///   - time: the moment for which they have to speak.
  /// - Throws: `SigningError` of kind `certificate` for a response that says that a certificate was
  ///   revoked or is unknown, that is not about one of them, or that no longer speaks at `time`.
  public func stapling(
    ocspResponses responses: [[UInt8]], at time: UTCTime
  ) throws(SigningError) -> Credential {
    var read: [OCSPResponse] = []
    for der in responses {
      do throws(OpenSSLError) {
        read.append(try OCSPResponse(der: der))
      } catch { throw SigningError(.certificate, "an OCSP response cannot be read: \(error)") }
    }
    return try stapling(read, at: time)
  }

  /// The same of responses that were read already.
  package func stapling(
    _ responses: [OCSPResponse], at time: UTCTime
  ) throws(SigningError) -> Credential {
    for response in responses {
      let pairs = zip(certificates, certificates.dropFirst())
      let answer = pairs.lazy.compactMap { response.answer(for: $0, issuer: $1) }.first
      guard let answer else {
        throw SigningError(.certificate, "an OCSP response is about another certificate")
      }
      guard answer.status == .good else {
        throw SigningError(
          .certificate, "the responder does not call the certificate good",
          hint: "ask the authority that issued it")
      }
      guard answer.thisUpdate <= time.adding(seconds: Credential.clockTolerance) else {
        throw SigningError(
          .certificate, "the OCSP response is of a time to come: \(answer.thisUpdate.display)",
          hint: "compare this machine's clock with the responder's")
      }
      guard answer.nextUpdate.map({ time < $0 }) ?? true else {
        throw SigningError(
          .certificate, "the OCSP response is out of date",
          hint: "ask the responder anew: --staple-ocsp auto")
      }
    }
    guard !responses.isEmpty else { return self }
    var credential = self
    credential.stapled = responses.map(\.der)
    credential.blank = blank.with(unprotected: CBOR.Map(credential.headers))
    return credential
  }

  /// The unprotected header of every signature, before there is a time stamp.
  var headers: [(String, CBOR.Value?)] {
    guard !stapled.isEmpty else { return [] }
    return [
      (HeaderLabel.revocationValues, ["ocspVals": .array(stapled.map(CBOR.Value.bytes))])
    ]
  }

  private static func personalNote(on subject: DistinguishedName) -> Note? {
    guard PersonalSubject.isPersonal(subject) else { return nil }
    return Note(
      SigningCode.certPerson,
      "the certificate names a person, and everybody who gets the document can read it: \(subject)")
  }

  /// Throws unless every certificate is in date at `time`.
  func requireValidity(at time: UTCTime) throws(SigningError) {
    for certificate in certificates {
      guard certificate.notBefore <= time else {
        throw SigningError(
          .certificate,
          "the certificate of \(certificate.subject) is valid only from "
            + certificate.notBefore.display, path: certificateFile,
          hint: "look at this machine's clock; before that moment nothing that it signs holds")
      }
      guard time <= certificate.notAfter else {
        throw SigningError(
          .certificate,
          "the certificate of \(certificate.subject) expired on \(certificate.notAfter.display)",
          path: certificateFile, hint: "have it renewed: Documentation/Keys.md, The signer")
      }
    }
  }

  private static func algorithm(
    _ wanted: SigningAlgorithm?, for key: SigningKey, path: String?
  ) throws(SigningError) -> SignatureAlgorithm {
    let kind = key.publicKey.kind
    guard let algorithm = wanted?.value else {
      guard let natural = SignatureAlgorithm.allCases.first(where: { $0.fits(kind) }) else {
        throw SigningError(.credential, "a key of type \(kind) cannot sign", path: path)
      }
      return natural
    }
    guard algorithm.fits(kind) else {
      throw SigningError(
        .credential, "\(algorithm.name) does not fit a key of type \(kind)", path: path)
    }
    return algorithm
  }

  private static func modulusSize(of key: SigningKey) -> Int {
    switch key.publicKey.kind {
    case .rsa(let bits), .rsaPSS(let bits, _): (bits + 7) / 8
    case .ec, .ed25519, .other: 0
    }
  }
}
