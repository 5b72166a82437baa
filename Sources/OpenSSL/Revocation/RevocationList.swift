package import BroadsealBytes
import CBroadsealOpenSSL

/// A certificate revocation list (RFC 5280 §5), read but not proved.
///
/// Sendable: OpenSSL's object is never changed after `init`, and it locks its lookups.
@safe package final class RevocationList: @unchecked Sendable {
  /// The list in DER, as received.
  package let der: [UInt8]
  let pointer: OpaquePointer

  /// Largest list that is read, in bytes.
  package static let maximumSize = 16 << 20

  /// Reads a list in DER and nothing after it.
  package init(der: [UInt8]) throws(OpenSSLError) {
    let operation = "read revocation list"
    ERR_clear_error()
    guard der.count <= Self.maximumSize else {
      throw OpenSSLError(operation: operation, reasons: ["too large"])
    }
    let decoded = unsafe DER.decode(der) { unsafe d2i_X509_CRL(nil, $0, $1) }
    guard let (read, unread) = unsafe decoded else { throw OpenSSLError.draining(operation) }
    let list = try unsafe Handle(read, X509_CRL_free, operation)
    guard unread == 0 else {
      throw OpenSSLError(operation: operation, reasons: ["trailing bytes"])
    }
    self.der = der
    unsafe pointer = unsafe list.take()
  }

  /// Reads a list in DER, or in one PEM block `X509 CRL`.
  package convenience init(_ bytes: [UInt8]) throws(OpenSSLError) {
    if bytes.first == DERTag.sequence {
      try self.init(der: bytes)
    } else {
      let blocks = (try? PEM.blocks(in: bytes)) ?? []
      guard blocks.count == 1, blocks[0].label == "X509 CRL", let der = blocks[0].der else {
        throw OpenSSLError(operation: "read revocation list", reasons: ["no X509 CRL block"])
      }
      try self.init(der: der)
    }
  }

  deinit { unsafe X509_CRL_free(pointer) }

  /// Its number (RFC 5280 §5.2.3), most significant byte first; nil when it bears none.
  var number: [UInt8]? {
    OpenSSLError.quietly {
      guard let found = unsafe X509_CRL_get_ext_d2i(pointer, NID_crl_number, nil, nil) else {
        return nil
      }
      let integer = unsafe found.assumingMemoryBound(to: ASN1_INTEGER.self)
      defer { unsafe ASN1_INTEGER_free(integer) }
      return unsafe Array(DER.bytes(of: integer).drop { $0 == 0 })
    }
  }

  /// When it was issued; nil when that cannot be read.
  package var thisUpdate: UTCTime? { unsafe DER.time(X509_CRL_get0_lastUpdate(pointer)) }

  /// When the next one is due; nil when it does not say so.
  package var nextUpdate: UTCTime? { unsafe DER.time(X509_CRL_get0_nextUpdate(pointer)) }

  /// Whether it is newer than `other`, which is by the same issuer: by its date, and by its number where
  /// both bear one.
  ///
  /// Numbers rise (RFC 5280 §5.2.3), but not those of a CA that was set up anew. Where number and date say
  /// different things, neither list is newer, and both count.
  package func isNewer(than other: RevocationList) -> Bool {
    guard let date = thisUpdate, let otherDate = other.thisUpdate else { return false }
    guard let number, let others = other.number, number != others else { return date > otherDate }
    let isHigher =
      number.count == others.count
      ? others.lexicographicallyPrecedes(number) : number.count > others.count
    return isHigher && date >= otherDate
  }
}
