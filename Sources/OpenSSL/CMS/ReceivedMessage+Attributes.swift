package import BroadsealBytes

/// What the attributes of a message say beside what is signed.
extension ReceivedMessage {
  /// When the signer says that it signed (RFC 5652 §11.3); nobody vouches for it.
  package var claimedTime: UTCTime? {
    guard let value = attributes?.value("1.2.840.113549.1.9.5") else { return nil }
    var reader = BERReader(value[...])
    guard let element = try? reader.next() else { return nil }
    return UTCTime(element)
  }

  /// Whether its signed attributes name the signer's certificate by its hash, so that no other with the
  /// same key can take its place.
  package var bindsCertificate: Bool {
    attributes.map {
      $0.has(CMSName.signingCertificate) || $0.has(CMSName.signingCertificateV2)
    } ?? false
  }

  /// Whether it has signed attributes.
  package var hasSignedAttributes: Bool { attributes != nil }

  /// What is known of revoked certificates: OCSP responses and revocation lists in DER that stand under
  /// the signature (the archive attribute of Adobe). Nothing of it is proved. The lists beside the
  /// signature (`revocationLists`) are not among them: anyone can add some later.
  package var signedRevocationData: (responses: [[UInt8]], lists: [[UInt8]]) {
    var responses: [[UInt8]] = []
    var lists: [[UInt8]] = []
    for value in attributes?.values("1.2.840.113583.1.1.8") ?? [] {
      var reader = BERReader(value[...])
      guard var fields = try? reader.enter() else { continue }
      while let tag = fields.nextTag, var holder = try? fields.enter(tag),
        var items = try? holder.enter()
      {
        while !items.isAtEnd, let item = try? items.next(),
          responses.count + lists.count < Self.maximumCertificates
        {
          switch tag {
          case DERTag.context(0): lists.append(Array(item.raw))
          case DERTag.context(1): responses.append(Array(item.raw))
          default: break
          }
        }
      }
    }
    return (responses, lists)
  }
}

extension UTCTime {
  /// A time as X.509 and CMS write it (RFC 5280 §4.1.2.5), to the second and in Zulu: a `UTCTime` of 13
  /// bytes, a `GeneralizedTime` of 15; nil for any other kind, length or form.
  init?(_ element: BERReader.Element) {
    let isLong = element.tag == DERTag.generalizedTime
    guard isLong || element.tag == DERTag.utcTime,
      element.contents.count == (isLong ? 15 : 13), element.contents.last == UInt8(ascii: "Z")
    else { return nil }
    let digits = element.contents.dropLast().map { Int($0) - 0x30 }
    guard digits.allSatisfy((0...9).contains) else { return nil }
    let pairs = stride(from: 0, to: digits.count, by: 2).map { digits[$0] * 10 + digits[$0 + 1] }
    let year = isLong ? pairs[0] * 100 + pairs[1] : pairs[0] + (pairs[0] < 50 ? 2_000 : 1_900)
    let rest = pairs.dropFirst(isLong ? 2 : 1)
    let start = rest.startIndex
    self.init(
      year: year, month: rest[start], day: rest[start + 1], hour: rest[start + 2],
      minute: rest[start + 3], second: rest[start + 4])
  }
}
