import BroadsealProvenance
import BroadsealVerifying

/// Why the label of a file does not hold although the bytes are those that were signed.
enum SignatureFault: Sendable, Hashable {
  /// The signer's certificate was out of date when it signed; without a stamp, it is now.
  case outsideValidity(isStamped: Bool)
  /// The signer's certificate breaks a rule of the profile.
  case credential
  /// The signer's certificate was revoked.
  case revoked
  /// Something that the document was made from does not hold.
  case ingredient

  /// The fault of a file that is intact and whose manifest is not valid; nil for any other.
  init?(_ verdict: Verdict) {
    guard verdict.hasFailedLabel else { return nil }
    let result = verdict.c2pa
    if result.hasFailed(.signingCredentialOcspRevoked) {
      self = .revoked
    } else if result.hasFailed(.signingCredentialInvalid) {
      self = .credential
    } else if result.hasFailed(.claimSignatureOutsideValidity) {
      self = .outsideValidity(isStamped: verdict.time?.trusted != nil)
    } else {
      self = .ingredient
    }
  }

  /// The fault as a part of a sentence.
  func text(_ wording: Wording) -> String {
    switch self {
    case .outsideValidity(isStamped: true):
      wording.say(
        "the signer's certificate was out of date when it signed",
        "署名した時点で署名者の証明書が有効期間外でした")
    case .outsideValidity(isStamped: false):
      wording.say(
        "the signer's certificate is out of date, and no trusted time stamp proves that it signed "
          + "before",
        "署名者の証明書が有効期間外で、有効期間内に署名したことを示すタイムスタンプもありません")
    case .credential:
      wording.say(
        "the signer's certificate is not one that may sign labels",
        "署名者の証明書がラベルの署名に使えるものではありません")
    case .revoked:
      wording.say("the signer's certificate was revoked", "署名者の証明書は失効しています")
    case .ingredient:
      wording.say(
        "the label of something that it was made from does not hold", "素材のラベルが成り立ちません")
    }
  }
}
