import BroadsealBytes
package import BroadsealOpenSSL
import Glibc

/// A certificate authority for web servers on the loopback address, valid today.
package struct WebPKI: Sendable {
  /// The authority that vouches for them.
  package let root: Certificate
  private let rootKey: PrivateKey
  private let (start, end): (UTCTime, UTCTime)

  /// Makes an authority.
  package init() throws {
    let now = UTCTime(secondsSinceEpoch: Int64(time(nil)))
    (start, end) = (now.adding(seconds: -3_600), now.adding(seconds: 86_400))
    rootKey = try PrivateKey.generate(.es256)
    root = try CertificateBuilder(
      authority: WebPKI.name("Test Web Root"), notBefore: start, notAfter: end
    ).selfSigned(by: rootKey)
  }

  /// A server's certificate and key, for the loopback address or another name, expired or not.
  package func server(
    _ names: [String] = ["127.0.0.1"], isExpired: Bool = false
  ) throws -> (certificate: [UInt8], key: [UInt8]) {
    let key = try PrivateKey.generate(.es256)
    var builder = CertificateBuilder(
      signer: WebPKI.name("server"), notBefore: start.adding(seconds: isExpired ? -86_400 : 0),
      notAfter: isExpired ? start : end)
    builder.keyUsage = .digitalSignature
    builder.extendedKeyUsage = ["1.3.6.1.5.5.7.3.1"]
    // subjectAltName: [7] for four bytes of an address, [2] for a name.
    let items = names.flatMap { name -> [UInt8] in
      let digits = name.split(separator: ".").compactMap { UInt8($0) }
      let value = digits.count == 4 ? digits : Array(name.utf8)
      return [digits.count == 4 ? 0x87 : 0x82, UInt8(value.count)] + value
    }
    builder.extraExtensions = [
      CertificateExtension("2.5.29.17", value: [0x30, UInt8(items.count)] + items)
    ]
    let certificate = try builder.issued(to: key.publicKey, by: root, key: rootKey)
    return (certificate.pem, try key.pem())
  }

  private static func name(_ text: String) -> DistinguishedName {
    DistinguishedName([
      NameAttribute(NameAttribute.country, "US"),
      NameAttribute(NameAttribute.organization, "Test, Inc."),
      NameAttribute(NameAttribute.commonName, text),
    ])
  }
}
