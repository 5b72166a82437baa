import ArgumentParser
import BroadsealBytes
import BroadsealOpenSSL
import BroadsealReporting

/// From when on the end of a certificate is said to be near.
struct ExpiryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Say which certificates end within so many days; \(ExpiryOptions.usualDays) if absent, 0: say nothing. Where it "
        + "is named, checks end with 1 for it; signing does not.",
      valueName: "days"))
  var expiresWithin: Int?

  /// Enough to have a certificate renewed.
  static let usualDays = 30

  func validate() throws {
    if let expiresWithin, !(0...36_500).contains(expiresWithin) {
      throw ValidationError("--expires-within takes a number from 0 to 36500")
    }
  }

  /// Whether the command line names the days, and with them an exit code: none for what is not to be said.
  var isNamed: Bool { expiresWithin.map { $0 > 0 } ?? false }

  /// The end of `certificate`, where it is that near and has not come yet.
  func ending(of certificate: Certificate, at time: UTCTime) -> CertificateEnding? {
    let left = certificate.notAfter.secondsSinceEpoch - time.secondsSinceEpoch
    let day: Int64 = 86_400
    let near = Int64(expiresWithin ?? ExpiryOptions.usualDays) * day
    guard left >= 0, left < near else { return nil }
    return CertificateEnding(
      subject: "\(certificate.subject)", date: certificate.notAfter, days: Int(left / day))
  }
}

/// The near end of a certificate.
struct CertificateEnding: Sendable {
  /// Whose it is: text from the certificate.
  let subject: String
  /// When it ends.
  let date: UTCTime
  /// Whole days until then.
  let days: Int
}

extension Wording {
  /// The near end of a certificate, in words.
  func text(of ending: CertificateEnding) -> String {
    let subject = Untrusted.clean(ending.subject)
    let days = Progress.count(ending.days, "day")
    return say(
      "the certificate of \(subject) ends in \(days), on \(ending.date.display): have it renewed",
      "\(subject) の証明書は\(ending.days)日後(\(ending.date.display))に期限が切れます。更新してください")
  }
}
