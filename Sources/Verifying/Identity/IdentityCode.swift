import BroadsealNotes
import BroadsealProvenance

/// The codes that CAWG identity 1.3 §8.2 gives to what is the same check in a claim signature.
enum IdentityCode {
  /// The identity's own code for a claim's; nil for what has none.
  static func of(_ code: StatusCode) -> StatusCode? { codes[code] }

  private static let codes: [StatusCode: StatusCode] = [
    .timeStampTrusted: .cawgX509TimeStampTrusted,
    .timeStampValidated: .cawgX509TimeStampValidated,
    .timeStampMalformed: .cawgX509TimeStampMalformed,
    .timeStampMismatch: .cawgX509TimeStampMismatch,
    .timeStampUntrusted: .cawgX509TimeStampUntrusted,
    .timeStampOutsideValidity: .cawgX509TimeStampOutsideValidity,
    .timeStampCredentialInvalid: .cawgX509TimeStampCredentialInvalid,
    .signingCredentialOcspNotRevoked: .cawgX509OcspNotRevoked,
    .signingCredentialOcspUnknown: .cawgX509OcspUnknown,
    .signingCredentialOcspRevoked: .cawgIdentityCredentialRevoked,
  ]
}

extension StatusLog {
  /// Notes every status of a check that knows only the codes of claim signatures, in the codes of
  /// an identity.
  mutating func add(asIdentity other: StatusLog) {
    for entry in other.entries {
      guard let code = IdentityCode.of(entry.code) else { continue }
      add(code, at: entry.place, entry.detail)
    }
  }
}
