import ArgumentParser
import BroadsealOpenSSL

/// The kinds of key that `keys request` makes.
enum KeyType: String, ExpressibleByArgument, CaseIterable, Sendable {
  case p256, p384, rsa3072, rsa4096

  /// A new random key.
  func generate() throws(OpenSSLError) -> PrivateKey {
    switch self {
    case .p256: try PrivateKey.generate(.es256)
    case .p384: try PrivateKey.generate(.es384)
    case .rsa3072: try PrivateKey.generate(.ps256, rsaBits: 3072)
    case .rsa4096: try PrivateKey.generate(.ps256, rsaBits: 4096)
    }
  }
}
