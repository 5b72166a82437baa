import BroadsealBytes
package import BroadsealOpenSSL

/// A key of the demonstration and the certificates that go with it.
package struct DemoCredential: Sendable {
  /// The private key.
  package let key: PrivateKey
  /// Its certificate first, then those of the CAs up to and without the root; a root stands alone.
  package let chain: [Certificate]

  /// The key's own certificate.
  package let certificate: Certificate

  /// A new key and its certificate as `builder` says, issued by `issuer` (nil: self-signed).
  package init(
    _ builder: CertificateBuilder, issuer: DemoCredential? = nil,
    algorithm: SignatureAlgorithm = .es256
  ) throws(OpenSSLError) {
    key = try PrivateKey.generate(algorithm)
    guard let issuer else {
      certificate = try builder.selfSigned(by: key)
      chain = [certificate]
      return
    }
    certificate = try builder.issued(
      to: key.publicKey, by: issuer.certificate, key: issuer.key)
    chain = [certificate] + issuer.chain.filter { !$0.isSelfIssued }
  }
}
