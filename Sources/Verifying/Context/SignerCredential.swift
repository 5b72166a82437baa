import BroadsealOpenSSL
import BroadsealTrust

/// The certificates of a signer, parsed once and judged against the profile once. Not yet proved:
/// anyone can write an `x5chain`.
///
/// A class, because all files of a signer share it and it never changes.
final class SignerCredential: Sendable {
  /// Digest of the whole `x5chain`.
  let digest: [UInt8]
  /// The signer's own certificate.
  let leaf: Certificate
  /// The rest of the `x5chain`: help for building a path, never trusted.
  let intermediates: [Certificate]
  /// Those of them that are used for it: in the chain of a claim no key of a kind that C2PA does not know.
  let helpers: [Certificate]
  /// Rules of the certificate profile that the signer's certificate breaks.
  let violations: [CertificateProfile.Violation]
  /// Dotted identifiers of the purposes that the signer's certificate names.
  let purposes: [String]
  /// Whether the signer vouches for its own certificate.
  let isSelfSigned: Bool
  /// Whether the chain brings a root of its own along.
  let bringsRoot: Bool
  /// Subject in the style of RFC 4514.
  let subject: String
  /// Common name and organisation of the subject, as far as it has them.
  let name: String
  /// SHA-256 of the signer's public key in lower-case hex.
  let spki: String
  /// SHA-256 of the signer's certificate in lower-case hex.
  let fingerprint: String

  /// The most certificates that a chain may have.
  static let maximumChainLength = 16

  /// Parses a chain, signer first; nil when it is empty, too long, or one certificate is broken.
  convenience init?(_ chain: [[UInt8]], digest: [UInt8]) {
    guard (1...SignerCredential.maximumChainLength).contains(chain.count) else { return nil }
    var certificates: [Certificate] = []
    for der in chain {
      guard let certificate = try? Certificate(der: der) else { return nil }
      certificates.append(certificate)
    }
    self.init(certificates, digest: digest) { !$0.publicKey.kind.isForeign }
  }

  /// A chain that is parsed already, signer first; nil when it is empty.
  init?(
    _ certificates: [Certificate], digest: [UInt8],
    using helps: (Certificate) -> Bool = { _ in true }
  ) {
    guard let leaf = certificates.first else { return nil }
    self.digest = digest
    self.leaf = leaf
    intermediates = Array(certificates.dropFirst())
    helpers = intermediates.filter(helps)
    violations = CertificateProfile.violations(of: leaf)
    purposes = leaf.extendedKeyUsage ?? []
    isSelfSigned = leaf.isSelfSigned
    bringsRoot = intermediates.contains(where: \.isSelfSigned)
    subject = leaf.subject.description
    name = leaf.subject.shortName ?? subject
    spki = leaf.publicKey.spkiSHA256
    fingerprint = leaf.sha256
  }
}

extension DistinguishedName {
  /// Common name and organisation, once each; nil when there is neither.
  var shortName: String? {
    guard let commonName else { return organization }
    guard let organization, !commonName.contains(organization) else { return commonName }
    return "\(commonName), \(organization)"
  }
}
