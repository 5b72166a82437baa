import Synchronization

/// Certificates that were read before, so that a folder signed by few signers costs few readings:
/// OpenSSL 3.0 needs longer to read a certificate than to check its signature.
///
/// What it holds is a function of the bytes alone, so that nothing but the time taken shows it.
enum CertificateCache {
  /// Most certificates that are kept; when they are reached, all are let go.
  private static let capacity = 256
  /// Longest certificate that is kept, in bytes.
  private static let maximumSize = 8192

  private static let kept = Mutex<[[UInt8]: Certificate]>([:])

  /// The certificate of `der`, if it was read before.
  static func find(_ der: [UInt8]) -> Certificate? {
    kept.withLock { $0[der] }
  }

  /// Keeps a certificate that was read.
  static func keep(_ certificate: Certificate) {
    guard certificate.der.count <= maximumSize else { return }
    kept.withLock { list in
      if list.count >= capacity { list.removeAll(keepingCapacity: true) }
      list[certificate.der] = certificate
    }
  }
}
