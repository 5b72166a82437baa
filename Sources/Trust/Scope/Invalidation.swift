package import BroadsealBytes
import BroadsealJSON
package import BroadsealOpenSSL

/// From when on signatures with a certain key, certificate or CA are not believed any more.
///
/// It works offline and against stamped signatures: what was signed at the date or later counts for
/// nothing, and what has no trusted time at all counts for nothing either.
package struct Invalidation: Hashable, Sendable {
  /// The key or certificate that the list withdrew.
  package enum Subject: Hashable, Sendable {
    /// A key, a signer's as a rule: SHA-256 of its SubjectPublicKeyInfo, lower-case hexadecimal.
    case key(String)
    /// A certificate that the service issued: serial number, lower-case hexadecimal without leading
    /// zeros.
    case serial(String)
    /// A key, that of a CA as a rule, as `key`; both hold wherever the key is met (`Withdrawals`).
    case authority(String)
  }

  /// Why (RFC 5280 §5.3.1).
  package enum Reason: String, CaseIterable, Sendable {
    case unspecified
    case keyCompromise
    case caCompromise = "cACompromise"
    case affiliationChanged
    case superseded
    case cessationOfOperation
    case privilegeWithdrawn
  }

  /// The key or certificate that the list withdrew.
  package let subject: Subject
  /// The first moment that is not believed.
  package let date: UTCTime
  /// Why.
  package let reason: Reason
  /// A certificate of the key, where readers may have none: that of a CA above those on the list. A digest alone
  /// tells nobody whom the key has certified.
  package let certificate: Certificate?

  /// An invalidation from `date` on.
  package init(
    _ subject: Subject, date: UTCTime, reason: Reason, certificate: Certificate? = nil
  ) {
    self.subject = subject
    self.date = date
    self.reason = reason
    self.certificate = certificate
  }
}

extension Invalidation {
  init(_ fields: ListFields) throws(TrustError) {
    try fields.allowOnly(["spki", "serial", "ca", "date", "reason", "certificate"])
    let named = ["spki", "serial", "ca"].filter(fields.has)
    guard named.count == 1, let member = named.first else {
      throw fields.malformed("spki", "serial or ca: exactly one of them must be present")
    }
    let text = try fields.text(member)
    guard let bytes = Hex.decode(text), text == text.lowercased() else {
      throw fields.malformed(member, "is not lower-case hexadecimal")
    }
    guard member == "serial" || bytes.count == 32 else {
      throw fields.malformed(member, "is not a SHA-256 digest")
    }
    switch member {
    case "serial": subject = .serial(Invalidation.canonical(serial: text))
    case "ca": subject = .authority(text)
    default: subject = .key(text)
    }
    date = try fields.time("date")
    guard let reason = Reason(rawValue: try fields.text("reason")) else {
      throw fields.malformed("reason", "is unknown")
    }
    self.reason = reason
    certificate = try Invalidation.certificate(fields, of: subject)
  }

  /// The certificate beside a withdrawn key, which has to be one of that key.
  private static func certificate(
    _ fields: ListFields, of subject: Subject
  ) throws(TrustError) -> Certificate? {
    guard let value = fields.object["certificate"] else { return nil }
    guard let text = value.string, let der = Base64.decode(text) else {
      throw fields.malformed("certificate", "is not Base64")
    }
    guard let certificate = try? Certificate(der: der) else {
      throw fields.malformed("certificate", "is not a certificate")
    }
    switch subject {
    case .key(let digest) where certificate.publicKey.isNamed(by: digest),
      .authority(let digest) where certificate.publicKey.isNamed(by: digest):
      return certificate
    default: throw fields.malformed("certificate", "is not one of the key that is withdrawn")
    }
  }

  /// `serial` without leading zeros, in an even number of digits.
  static func canonical(serial: String) -> String {
    let digits = serial.lowercased().drop { $0 == "0" }
    return digits.count % 2 == 0 && !digits.isEmpty ? String(digits) : "0" + digits
  }

  var asValue: Value {
    let target: (String, Value) =
      switch subject {
      case .key(let digest): ("spki", .string(digest))
      case .serial(let number): ("serial", .string(number))
      case .authority(let digest): ("ca", .string(digest))
      }
    let beside: [(String, Value)] =
      certificate.map { [("certificate", .string(Base64.encode($0.der)))] } ?? []
    return .object(
      Object(
        [target, ("date", .string(date.rfc3339)), ("reason", .string(reason.rawValue))] + beside))
  }
}
