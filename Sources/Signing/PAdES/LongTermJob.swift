import BroadsealDocuments
import BroadsealOpenSSL

/// What one PDF signature brings along.
struct LongTermJob {
  /// The authorities about which it does.
  let known: LongTermProofs
  /// Certificates and answers.
  let data: ValidationData

  /// The certificates of a stamp whose authority was not known before, its own first; nil where it was.
  func stranger(in stamp: TimeStampToken) -> [Certificate]? {
    guard let signer = stamp.signer, !known.knows(signer) else { return nil }
    return [signer] + stamp.certificates.filter { $0 != signer }
  }
}
