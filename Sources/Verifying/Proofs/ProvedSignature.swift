import CBOR
import COSE
import OpenSSL

/// A claim signature that holds: this key signed these bytes. Says nothing of who holds the key.
struct ProvedSignature: Sendable {
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
  /// Whether it bears a time stamp at all, believed or not.
  let bearsStamp: Bool
  /// OCSP responses stapled to it, as received.
  let responses: [[UInt8]]
  /// Whether the padding holds nothing but zeros.
  let isPaddingZero: Bool
  /// Whether it is tagged, and every header is one that C2PA knows, once.
  let isCanonical: Bool

  /// Proves a signature over a claim; nil when it does not hold.
  ///
  /// - Parameters:
  ///   - stamps: every trusted stamp over the signature, the one that dates it first.
  ///   - isCredentialProtected: whether the certificates stood in the protected header, under 33.
  init?(
    _ sign1: Sign1, over claim: [UInt8], by credential: SignerCredential,
    with algorithm: SignatureAlgorithm, stamps: [ProvedTime], isCredentialProtected: Bool
  ) {
    guard sign1.payloadIsNil,
      credential.leaf.publicKey.verify(
        sign1.signature, of: sign1.signatureInput(payload: claim), with: algorithm)
    else { return nil }
    self.credential = credential
    self.algorithm = algorithm
    self.stamps = stamps
    self.isCredentialProtected = isCredentialProtected
    bearsStamp = !sign1.timeStamps.isEmpty
    responses = sign1.ocspResponses ?? []
    isPaddingZero = sign1.paddingIsZero
    isCanonical =
      sign1.isTagged && !sign1.hasRepeatedLabels
      && sign1.protected.entries.allSatisfy { ProvedSignature.protectedLabels.contains($0.key) }
      && sign1.unprotected.entries.allSatisfy(ProvedSignature.isCanonical)
  }

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
          && responses.allSatisfy { $0.bytes.map { (try? OCSPResponse(der: $0)) != nil } ?? false }
      } ?? false
    default: false
    }
  }
}
