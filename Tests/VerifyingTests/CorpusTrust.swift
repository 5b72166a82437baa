import BroadsealBytes
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// The test roots that the verdicts of the corpus were taken with.
enum CorpusTrust {
  /// The moment at which they were taken.
  static let time = UTCTime(year: 2026, month: 11, day: 23)

  /// - Parameters:
  ///   - allowed: a further file of certificates that are believed as they stand.
  ///   - stamped: whether the authorities that stamped the old files of the corpus are believed, as the
  ///     foreign verifiers believe any.
  static func verifier(allowed: String? = nil, stamped: Bool = true) throws -> Verifier {
    let folder = (Corpus.folder ?? "") + "/trust/"
    var material = TrustStore()
    try material.addClaimAnchors(FilePath(folder + "test_cert_root_bundle.pem"))
    try material.addAllowed(FilePath(folder + "allowed_list.pem"))
    if let allowed { try material.addAllowed(FilePath(folder + allowed)) }
    try material.addPurposes(FilePath(folder + "store.cfg"))
    try material.addTimeStampAnchors(FilePath(folder + "C2PA-TSA-TRUST-LIST.pem"))
    try material.addTimeStampAnchors(FilePath(folder + "ms_digicert_TSA_CA.pem"))
    if stamped {
      try material.addTimeStampAnchors(FilePath(folder + "STAMPS-OF-THE-CORPUS.pem"))
    }
    let time = time ?? UTCTime(secondsSinceEpoch: 0)
    return Verifier(trust: try TrustContext(material, at: time), at: time)
  }
}
