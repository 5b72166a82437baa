import BroadsealBytes
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealTrust

/// What of a list ends soon, or has ended while the list still grants it.
struct ListEndings {
  /// One thing that ends: the list itself where no certificate is named.
  private struct Ending {
    let certificate: Certificate?
    let date: UTCTime
    /// Whole days until then; nil: it has come.
    let days: Int?
  }

  private var endings: [Ending] = []

  /// Looks at the list itself and at the certificates of services that are granted.
  init(of content: TrustListContent, at time: UTCTime, _ expiry: ExpiryOptions) {
    if let days = expiry.days(until: content.nextUpdate, at: time) {
      endings.append(Ending(certificate: nil, date: content.nextUpdate, days: days))
    }
    let granted = content.services.map(\.service).filter { $0.current.status == .granted }
    add(granted.flatMap(\.certificates), at: time, expiry)
  }

  /// Looks at certificates alone.
  init(of certificates: [Certificate], at time: UTCTime, _ expiry: ExpiryOptions) {
    add(certificates, at: time, expiry)
  }

  private mutating func add(
    _ certificates: [Certificate], at time: UTCTime, _ expiry: ExpiryOptions
  ) {
    var seen: Set<Certificate> = []
    for certificate in certificates where seen.insert(certificate).inserted {
      let end = certificate.notAfter
      let days = expiry.days(until: end, at: time)
      if end < time || days != nil {
        endings.append(Ending(certificate: certificate, date: end, days: days))
      }
    }
  }

  /// Whether nothing ends soon.
  var isEmpty: Bool { endings.isEmpty }

  /// A sentence for each.
  func lines(in wording: Wording) -> [String] {
    endings.map { ending in
      let date = ending.date.display
      let left = ending.days.map { $0 == 1 ? "in 1 day" : "in \($0) days" } ?? ""
      let days = ending.days.map { "\($0)日後" } ?? ""
      guard let certificate = ending.certificate else {
        return wording.say(
          "the list goes out of date \(left), on \(date): its next number is due",
          "リストの有効期限は\(days)(\(date))です。次号を発行してください")
      }
      let name = Untrusted.quoted("\(certificate.subject)", in: wording.language)
      return ending.days == nil
        ? wording.say(
          "the certificate of \(name) ended on \(date)", "\(name) の証明書は\(date)に期限が切れました")
        : wording.say(
          "the certificate of \(name) ends \(left), on \(date)",
          "\(name) の証明書は\(days)(\(date))に期限が切れます")
    }
  }

  /// A line for each.
  func text(in wording: Wording) -> String {
    lines(in: wording).map { ListEndings.note($0, wording) }.joined()
  }

  /// A line below what is told of a list.
  static func note(_ text: String, _ wording: Wording) -> String {
    wording.say("  note: ", "  注意: ") + text + "\n"
  }
}

extension ExpiryOptions {
  /// Whole days until `end`, where it is near and has not come yet.
  fileprivate func days(until end: UTCTime, at time: UTCTime) -> Int? {
    let left = end.secondsSinceEpoch - time.secondsSinceEpoch
    let near = Int64(expiresWithin ?? ExpiryOptions.usualDays) * 86_400
    return left >= 0 && left < near ? Int(left / 86_400) : nil
  }
}
