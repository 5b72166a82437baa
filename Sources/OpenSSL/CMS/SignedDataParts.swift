import BroadsealBytes

/// A CMS signed message taken apart (RFC 5652 §3, §5.1): its certificates, and the message without
/// them and without revocation lists.
///
/// Neither is covered by the signature. OpenSSL would read every certificate anew with the message,
/// which costs more than the signature; here each is read once, and cached.
struct SignedDataParts {
  /// The message without certificates and revocation lists.
  let bare: [UInt8]
  /// Each certificate in DER; other kinds of certificate are left out.
  let certificates: [[UInt8]]

  /// Most certificates that a message may bring.
  static let maximumCertificates = 32

  init(_ der: [UInt8]) throws(Malformed) {
    var outer = DERReader(der)
    var info = try outer.enter()
    try outer.expectEnd()
    let type = try info.contents(of: DERTag.objectIdentifier)
    var wrapper = try info.enter(DERTag.context(0))
    try info.expectEnd()
    var fields = try wrapper.enter()
    try wrapper.expectEnd()
    var kept: [[UInt8]] = []
    var certificates: [[UInt8]] = []
    while !fields.isAtEnd {
      let (tag, contents) = try fields.next()
      switch tag {
      case DERTag.context(0): certificates += try Self.certificates(in: contents)
      case DERTag.context(1): break
      default: kept.append(DERWriter.element(tag, contents))
      }
    }
    bare = DERWriter.sequence([
      DERWriter.element(DERTag.objectIdentifier, type),
      DERWriter.element(DERTag.context(0), DERWriter.sequence(kept)),
    ])
    self.certificates = certificates
  }

  private static func certificates(in set: ArraySlice<UInt8>) throws(Malformed) -> [[UInt8]] {
    var reader = DERReader(set)
    var found: [[UInt8]] = []
    while !reader.isAtEnd {
      let (tag, contents) = try reader.next()
      if tag == DERTag.sequence { found.append(DERWriter.element(tag, contents)) }
      guard found.count <= maximumCertificates else {
        throw Malformed("too many certificates in a time stamp", at: 0)
      }
    }
    return found
  }
}
