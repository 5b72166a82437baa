public import BroadsealBytes
import BroadsealCOSE
import BroadsealOpenSSL
import BroadsealProvenance

/// Who stands behind the documents beside the product that signs the claim: a credential for
/// `cawg.identity` assertions (CAWG identity 1.3), by which other tools name the agency too.
public struct OrganisationIdentity: Sendable {
  /// In which order the signed fields are written.
  ///
  /// CAWG 1.3 §8.2.2 demands the deterministic order. c2pa-rs, which most people's tools are built
  /// on, encodes the fields in an order of its own before it checks, and calls the standard's order a
  /// broken signature; the other verifiers check the bytes as they stand and accept both. An honest
  /// label must not look forged, so its order is the default until it reads the standard's.
  public enum Encoding: String, Sendable, CaseIterable {
    /// As c2pa-rs reads them.
    case c2paRS = "c2pa-rs"
    /// As CAWG 1.3 demands.
    case deterministic
  }

  /// The key and its certificates.
  let credential: Credential
  /// What the organisation has to do with the documents: `cawg.publisher`, …
  let roles: [String]
  /// In which order the signed fields are written.
  let encoding: Encoding

  /// The one role that every publisher of official documents has.
  public static let defaultRoles = ["cawg.publisher"]

  /// `id-kp-documentSigning`, without which no verifier of CAWG 1.3 need accept a certificate.
  private static let purpose = "1.3.6.1.5.5.7.3.36"

  /// An identity that signs with `credential`.
  ///
  /// - Throws: `SigningError` of kind `certificate` when the certificate is not made for signing
  ///   documents, or is out of date at `time`.
  public init(
    credential: Credential, roles: [String] = defaultRoles,
    encoding: Encoding = .c2paRS, at time: UTCTime
  ) throws(SigningError) {
    guard credential.certificates.first?.extendedKeyUsage?.contains(Self.purpose) ?? false else {
      throw SigningError(
        .certificate, "the identity's certificate lacks the purpose documentSigning",
        hint: "broadseal keys check explains every rule")
    }
    try credential.requireValidity(at: time)
    self.credential = credential
    self.roles = roles
    self.encoding = encoding
  }

  /// The assertion with bytes of no meaning for a signature, in its final size.
  func placeholder(_ references: [HashedURI]) -> AssertionDraft {
    let blank = credential.blank
    let sample = blank.with(signature: SampleBytes.of(blank.signature.count))
    return draft(references).assertion(signature: sample.encode())
  }

  /// The assertion over `references`.
  func assertion(_ references: [HashedURI]) throws(SigningError) -> AssertionDraft {
    let draft = draft(references)
    let blank = credential.blank
    let signature = try credential.key.sign(
      blank.signatureInput(payload: draft.payload), with: credential.algorithm)
    return draft.assertion(signature: blank.with(signature: signature).encode())
  }

  private func draft(_ references: [HashedURI]) -> IdentityDraft {
    IdentityDraft(
      references: references, roles: roles,
      encoding: encoding == .deterministic ? .deterministic : .c2paRS)
  }
}
