package import BroadsealFiles
package import BroadsealOpenSSL

/// Why bytes of a file could not be hashed: nothing was learnt about the file.
package enum HashingError: Error, Hashable, Sendable {
  /// The file could not be read to its end.
  case source(SourceError)
  /// The hash function failed.
  case cryptography(OpenSSLError)
}
