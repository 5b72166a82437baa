import BroadsealBytes
import CBroadsealOpenSSL

/// How a message names its signer's certificate (RFC 5652 §5.3).
enum SignerName: Hashable, Sendable {
  /// By issuer, in its DER or BER, and serial number.
  case issuer([UInt8], serial: [UInt8])
  /// By the identifier of its key.
  case key([UInt8])

  init(_ element: BERReader.Element, in reader: BERReader) throws(Malformed) {
    guard element.tag == DERTag.sequence else {
      guard element.tag == DERTag.contextPrimitive(0) else {
        throw Malformed("the signer is named in an unknown way", at: 0)
      }
      self = .key(Array(element.contents))
      return
    }
    var fields = try reader.inside(element)
    let issuer = try fields.next(DERTag.sequence)
    let serial = try fields.next(DERTag.integer)
    self = .issuer(Array(issuer.raw), serial: Array(serial.contents))
  }

  /// Whether `certificate` is the one that is named.
  func means(_ certificate: Certificate) -> Bool {
    switch self {
    case .key(let identifier): certificate.subjectKeyIdentifier == identifier
    case .issuer(let name, let serial):
      certificate.hasSerial(serial) && certificate.isIssued(byName: name)
    }
  }
}

extension Certificate {
  /// Whether its serial number has these contents, as DER has them.
  fileprivate func hasSerial(_ contents: [UInt8]) -> Bool {
    var reader = DERReader(der)
    guard var outer = try? reader.enter(), var fields = try? outer.enter() else { return false }
    if fields.nextTag == DERTag.context(0) { _ = try? fields.next() }
    return (try? fields.contents(of: DERTag.integer)).map { Array($0) == contents } ?? false
  }

  /// Whether its issuer has this name; case and spaces aside, as names are compared (RFC 5280 §7.1).
  fileprivate func isIssued(byName name: [UInt8]) -> Bool {
    OpenSSLError.quietly {
      let decoded = unsafe DER.decode(name) { unsafe d2i_X509_NAME(nil, $0, $1) }
      guard let (read, unread) = unsafe decoded else { return false }
      defer { unsafe X509_NAME_free(read) }
      return unsafe unread == 0 && X509_NAME_cmp(read, X509_get_issuer_name(pointer)) == 0
    }
  }
}
