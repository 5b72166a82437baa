import BroadsealBytes
import BroadsealCBOR
import BroadsealCOSE
import BroadsealOpenSSL
import BroadsealProvenance

/// A claim signature that holds: this key signed these bytes. Says nothing of who holds the key.
///
/// A class, because checks hand it around a lot and it never changes.
final class ProvedSignature: Sendable {
  /// The certificates that came with the signature; the first one's key made it.
  let credential: SignerCredential
  /// The algorithm.
  let algorithm: SignatureAlgorithm
  /// Every trusted stamp over the signature, the one that dates it first.
  let stamps: [ProvedTime]
  /// The time of a trusted stamp over the signature.
  var time: ProvedTime? { stamps.first }
  /// Whether the signature covers the certificates, under their standard label.
  let isCredentialProtected: Bool
  /// The first time stamp that it bears, believed or not, as it stands.
  let stamp: [UInt8]?
  /// Whether it bears a time stamp at all, believed or not.
  let bearsStamp: Bool
  /// Whether the signature value is the one of two that the house writes; see `ECDSASignature.isLow`.
  let isLow: Bool
  /// A stamp that holds in itself, and whose authority is not believed; nil where a stamp is believed, or there is no
  /// such one.
  let unbelieved: UnbelievedStamp?
  /// When the signer says that it signed (`iat`); nobody vouches for it.
  let claimedTime: UTCTime?
  /// OCSP responses stapled to it, as received.
  let responses: [[UInt8]]
  /// Whether the padding holds nothing but zeros.
  let isPaddingZero: Bool
  /// Whether it is tagged, every header is one that C2PA knows, once, and nothing else is in them. What stapled
  /// responses hold is another question: see `StapleCheck`.
  let isCanonical: Bool

  /// Proves a signature over a claim; nil when it does not hold.
  ///
  /// - Parameters:
  ///   - stamps: every trusted stamp over the signature, the one that dates it first.
  ///   - isCredentialProtected: whether the certificates stood in the protected header, under 33.
  ///   - unbelieved: a stamp that only its own authority vouches for.
  init?(
    _ sign1: Sign1, over claim: [UInt8], by credential: SignerCredential,
    with algorithm: SignatureAlgorithm, stamps: [ProvedTime], unbelieved: UnbelievedStamp?,
    isCredentialProtected: Bool
  ) {
    guard sign1.payloadIsNil,
      credential.leaf.publicKey.verify(
        sign1.signature, of: sign1.signatureInput(payload: claim), with: algorithm)
    else { return nil }
    self.credential = credential
    self.algorithm = algorithm
    self.stamps = stamps
    self.unbelieved = unbelieved
    isLow =
      algorithm.curve.map {
        ECDSASignature(raw: sign1.signature, curve: $0)?.isLow(on: $0) ?? false
      } ?? true
    self.isCredentialProtected = isCredentialProtected
    stamp = sign1.timeStamps.first?.tokens?.first
    bearsStamp = !sign1.timeStamps.isEmpty
    responses = sign1.ocspResponses ?? []
    isPaddingZero = sign1.paddingIsZero
    claimedTime = ProvedSignature.claimedTime(sign1)
    isCanonical = ProvedSignature.isCanonical(sign1)
  }

  /// Whether the signer's certificate had expired at `time`, by which the signature is judged, and a
  /// stamp says that it signed before: whether that is so, nobody given can tell.
  func isUndecided(at time: UTCTime) -> Bool {
    guard let unbelieved, !unbelieved.isKnown, time > credential.leaf.notAfter else { return false }
    return credential.leaf.notBefore <= unbelieved.time
      && unbelieved.time <= credential.leaf.notAfter
  }

  /// Whether a signature is tagged, and every header is one that C2PA knows, once.
  static func isCanonical(_ sign1: Sign1) -> Bool {
    sign1.isTagged && !sign1.hasRepeatedLabels && sign1.ocspResponses != nil
      && sign1.protected.entries.allSatisfy { protectedLabels.contains($0.key) }
      && sign1.unprotected.entries.allSatisfy(isCanonical)
  }

  /// Seconds, as CWT has it (RFC 8392 §3.1.6), or a date.
  private static func claimedTime(_ sign1: Sign1) -> UTCTime? {
    guard let value = sign1.protected["iat"] else { return nil }
    if let seconds = value.integer, plausible.contains(seconds) {
      return UTCTime(secondsSinceEpoch: seconds)
    }
    return StatedTime(value)?.time
  }

  /// The years 1970 to 9999.
  private static let plausible: ClosedRange<Int64> = 0...253_402_300_799

  private static let protectedLabels: Set<CBOR.Value> = [
    CBOR.Value(Int(HeaderLabel.algorithm)), CBOR.Value(Int(HeaderLabel.x5chain)), .text("iat"),
  ]

  /// Whether an unprotected header has its one form, with no room for anything else.
  private static func isCanonical(_ entry: CBOR.Map.Entry) -> Bool {
    switch entry.key.text {
    case HeaderLabel.padding, HeaderLabel.secondPadding: true
    case HeaderLabel.timeStamp:
      entry.value["tstTokens"]?.array?.first?["val"]?.bytes
        .map { entry.value == TimeStampHeader.value(of: $0) } ?? false
    case HeaderLabel.revocationValues:
      entry.value["ocspVals"]?.array.map { responses in
        entry.value == ["ocspVals": .array(responses)]
      } ?? false
    default: false
    }
  }
}
