package import BroadsealBytes

/// A CMS signed message by one signer, as somebody else made it (RFC 5652 §5, PKCS #7): read from the
/// bytes that were received, in BER too, and not proved.
///
/// Everything is a slice of those bytes: what a signature is over is never written anew, because
/// messages in use are not always in the form that a writer would give them.
package struct ReceivedMessage: Sendable {
  /// Dotted identifier of the kind of content that is signed.
  package let contentType: String
  /// The content, when the message holds it; nil when it stands elsewhere.
  package let content: [UInt8]?
  /// The certificates that it brings and that can be read.
  package let certificates: [Certificate]
  /// Its revocation lists, as they stand there.
  package let revocationLists: [[UInt8]]
  /// The signature value, which a time stamp is made over.
  package let signatureValue: [UInt8]
  /// The hash function of the content; nil when it is none that is computed here.
  package let hash: HashFunction?
  /// What about its form is not as the standard has it, and changes nothing of what it proves.
  package let oddities: [Oddity]

  /// What others' messages do otherwise than the standard says.
  package enum Oddity: String, Sendable, Hashable, CaseIterable {
    /// A signature algorithm stands where a hash function belongs.
    case signatureForHash = "the identifier of a signature where that of a hash function belongs"
    /// It signs the content itself, and nothing says which certificate is meant.
    case noAttributes = "it has no signed attributes"
    /// It brings an empty content although the content stands elsewhere.
    case emptyContent = "it brings an empty content"
  }

  let hashIdentifier: String
  let schemeIdentifier: String
  let schemeParameters: ArraySlice<UInt8>
  let signerName: SignerName
  let attributes: MessageAttributes?
  let unsigned: MessageAttributes?

  /// Most certificates and revocation lists that are read of a message.
  static let maximumCertificates = 128

  /// Reads a message; throws when it is none, and when it has more or fewer signers than one.
  package init(_ bytes: [UInt8]) throws(Malformed) {
    var outer = BERReader(bytes[...])
    var info = try outer.enter()
    guard try info.objectIdentifier() == CMSName.signedData else {
      throw Malformed("it is no signed message", at: 0)
    }
    var wrapper = try info.enter(DERTag.context(0))
    var fields = try wrapper.enter()
    _ = try fields.next(DERTag.integer)
    _ = try fields.next(DERTag.set)
    var inner = try fields.enter()
    contentType = try inner.objectIdentifier()
    var oddities: [Oddity] = []
    if inner.isAtEnd {
      content = nil
    } else {
      var holder = try inner.enter(DERTag.context(0))
      let held = try holder.octets()
      content = held.isEmpty ? nil : held
      if held.isEmpty { oddities.append(.emptyContent) }
    }
    var certificates: [Certificate] = []
    var lists: [[UInt8]] = []
    while let tag = fields.nextTag, tag == DERTag.context(0) || tag == DERTag.context(1) {
      let all = try fields.next()
      var set = try fields.inside(all)
      while !set.isAtEnd {
        let element = try set.next()
        guard certificates.count + lists.count < ReceivedMessage.maximumCertificates,
          element.tag == DERTag.sequence
        else { continue }
        if tag == DERTag.context(1) {
          lists.append(Array(element.raw))
        } else if let certificate = try? Certificate(der: element.raw) {
          certificates.append(certificate)
        }
      }
    }
    self.certificates = certificates
    revocationLists = lists
    var signers = try fields.enter(DERTag.set)
    var signer = try signers.enter()
    guard signers.isAtEnd else { throw Malformed("it has more than one signer", at: 0) }
    _ = try signer.next(DERTag.integer)
    signerName = try SignerName(signer.next(), in: signer)
    var algorithm = try signer.enter()
    hashIdentifier = try algorithm.objectIdentifier()
    if let known = HashFunction(objectIdentifier: hashIdentifier) {
      hash = known
    } else {
      hash = SignatureScheme.hash(namedBy: hashIdentifier)
      if hash != nil { oddities.append(.signatureForHash) }
    }
    if signer.nextTag == DERTag.context(0) {
      attributes = try MessageAttributes(signer.next(), in: signer)
    } else {
      attributes = nil
      oddities.append(.noAttributes)
    }
    var scheme = try signer.enter()
    schemeIdentifier = try scheme.objectIdentifier()
    schemeParameters = scheme.isAtEnd ? [] : try scheme.next().raw
    signatureValue = try signer.octets()
    unsigned =
      signer.nextTag == DERTag.context(1)
      ? try MessageAttributes(signer.next(), in: signer) : nil
    self.oddities = oddities
  }

  /// The time stamps of the signature, each as it was received.
  package var tokens: [[UInt8]] { unsigned?.values(CMSName.timeStampToken) ?? [] }

  /// The signed attributes without their frame; empty when there are none.
  package var signedAttributes: [UInt8] { attributes?.contents ?? [] }

  /// The signer's certificate, among those that the message brings and `others`; nil when none fits.
  /// Of several that fit it is the first, or the one that its signed attributes name; which of them signed,
  /// `proved` finds out.
  package func signer(among others: [Certificate]) -> Certificate? {
    signers(among: others).first
  }
}
