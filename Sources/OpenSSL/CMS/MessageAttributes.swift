import BroadsealBytes

/// The attributes of a message's signer, in the order and in the very bytes in which they were received.
struct MessageAttributes: Sendable {
  /// What the frame around them holds.
  private let received: ArraySlice<UInt8>
  private let entries: [(type: String, values: [[UInt8]])]

  /// Reads what the frame `element` holds.
  init(_ element: BERReader.Element, in reader: BERReader) throws(Malformed) {
    received = element.contents
    var list = try reader.inside(element)
    var entries: [(String, [[UInt8]])] = []
    while !list.isAtEnd {
      var attribute = try list.enter()
      let type = try attribute.objectIdentifier()
      var set = try attribute.enter(DERTag.set)
      try attribute.expectEnd()
      var values: [[UInt8]] = []
      while !set.isAtEnd { values.append(Array(try set.next().raw)) }
      entries.append((type, values))
    }
    self.entries = entries
  }

  /// The bytes that the signature is made over: a set instead of the frame they came in (RFC 5652
  /// §5.4), and never in another order, or written anew.
  var signedBytes: [UInt8] { DERWriter.element(DERTag.set, received) }

  /// Their bytes without a frame.
  var contents: [UInt8] { Array(received) }

  /// All values of the attributes of that type, each as it was received.
  func values(_ type: String) -> [[UInt8]] {
    entries.filter { $0.type == type }.flatMap(\.values)
  }

  /// The only value of the attributes of that type; nil when there is none, or more than one.
  func value(_ type: String) -> [UInt8]? {
    let all = values(type)
    return all.count == 1 ? all[0] : nil
  }

  /// Whether there is an attribute of that type.
  func has(_ type: String) -> Bool { entries.contains { $0.type == type } }
}

/// Object identifiers of signed messages and their attributes.
enum CMSName {
  static let data = "1.2.840.113549.1.7.1"
  static let signedData = "1.2.840.113549.1.7.2"
  static let contentType = "1.2.840.113549.1.9.3"
  static let messageDigest = "1.2.840.113549.1.9.4"
  static let signingCertificate = "1.2.840.113549.1.9.16.2.12"
  static let signingCertificateV2 = "1.2.840.113549.1.9.16.2.47"
  static let timeStampToken = "1.2.840.113549.1.9.16.2.14"
  static let timeStampInfo = "1.2.840.113549.1.9.16.1.4"
  static let mgf1 = "1.2.840.113549.1.1.8"

  /// ECDSA with a hash (RFC 5758 §3.2).
  static func ecdsa(with digest: DigestAlgorithm) -> String? {
    switch digest {
    case .sha256: "1.2.840.10045.4.3.2"
    case .sha384: "1.2.840.10045.4.3.3"
    case .sha512: "1.2.840.10045.4.3.4"
    }
  }
}
