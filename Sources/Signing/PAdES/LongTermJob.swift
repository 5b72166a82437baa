import BroadsealBytes
import BroadsealDocuments
import BroadsealOpenSSL

/// What one PDF signature brings along.
struct LongTermJob {
  /// Certificates and answers.
  private(set) var data: ValidationData
  /// The authorities about which it does.
  private let known: LongTermProofs
  private let subjects: [LongTermProofs.Subject]
  private let held: ValidationData
  private let time: UTCTime

  /// Everything about `subjects` and about the authority that is going to stamp.
  ///
  /// An authority on the network is asked for a stamp that nobody needs when none is known yet: its real
  /// stamp is inside the signature that has to cover its certificates.
  ///
  /// - Parameter held: what the document holds already.
  init(
    _ known: LongTermProofs, about subjects: [LongTermProofs.Subject],
    beside held: ValidationData = ValidationData(), _ stamper: TimeStamper, at time: UTCTime
  ) throws(SigningError) {
    guard stamper.isAsked else {
      throw SigningError(
        .request, "answers about revocation are of use in a signature with a time stamp alone",
        hint: "leave --no-timestamp out, or --online, --ocsp and --crl")
    }
    if !known.knowsAny { known.add(authority: try stamper.authority()) }
    self.known = known
    self.subjects = subjects
    self.held = held
    self.time = time
    data = try known.data(of: subjects, beside: held, at: time)
  }

  /// Takes in an authority that was not known before, its own certificate first.
  mutating func add(authority: [Certificate]) throws(SigningError) {
    known.add(authority: authority)
    data = try known.data(of: subjects, beside: held, at: time)
  }

  /// The certificates of a stamp whose authority was not known before, its own first; nil where it was.
  func stranger(in stamp: TimeStampToken) -> [Certificate]? {
    guard let signer = stamp.signer, !known.knows(signer) else { return nil }
    return [signer] + stamp.certificates.filter { $0 != signer }
  }

  /// Attempts at a stamp by an authority whose certificate was known before.
  static let maximumAuthorities = 4

  /// No attempt met an authority that was known.
  static var changingAuthority: SigningError {
    SigningError(
      .revocation,
      "the time-stamp authority signs with another certificate each time (PADES-TSA-CHANGED)",
      code: SigningCode.padesTSAChanged.code,
      hint: "nothing was signed; name another authority with --tsa")
  }
}
