package import BroadsealBytes
import CBroadsealOpenSSL
import Synchronization

/// An X.509 certificate, parsed but not proved (RFC 5280 §4).
///
/// Sendable: OpenSSL's object is never changed after `init`, and it locks what it caches inside.
@safe package final class Certificate: @unchecked Sendable {
  /// The certificate in DER, exactly as received.
  package let der: [UInt8]
  /// First moment of validity.
  package let notBefore: UTCTime
  /// Last moment of validity.
  package let notAfter: UTCTime
  /// The key it certifies; of kind `.other` when OpenSSL does not know its type.
  package let publicKey: PublicKey
  /// Dotted identifiers of the purposes, in order; nil when the extension is absent, empty when it
  /// is broken or repeated.
  package let extendedKeyUsage: [String]?

  let pointer: OpaquePointer
  /// The hash of `der` in this process, computed once: certificates are asked for in sets and caches.
  private let bytesHash: Int

  /// Reads one certificate: strict DER, nothing after it, and the same bytes when written again.
  package convenience init(der: [UInt8]) throws(OpenSSLError) {
    if let known = CertificateCache.find(der) {
      self.init(copying: known)
    } else {
      try self.init(reading: der)
      CertificateCache.keep(self)
    }
  }

  private init(copying other: Certificate) {
    unsafe X509_up_ref(other.pointer)
    unsafe pointer = unsafe other.pointer
    der = other.der
    notBefore = other.notBefore
    notAfter = other.notAfter
    publicKey = other.publicKey
    extendedKeyUsage = other.extendedKeyUsage
    bytesHash = other.bytesHash
  }

  private init(reading der: [UInt8]) throws(OpenSSLError) {
    let operation = "read certificate"
    ERR_clear_error()
    guard DERReader.isStrict(der[...]) else {
      throw OpenSSLError(operation: operation, reasons: ["not strict DER"])
    }
    let decoded = unsafe DER.decode(der) { unsafe d2i_X509(nil, $0, $1) }
    guard let (read, unread) = unsafe decoded else { throw OpenSSLError.draining(operation) }
    let handle = try unsafe Handle(read, X509_free, operation)
    guard unread == 0, try unsafe DER.encode(operation, { unsafe i2d_X509(read, $0) }) == der
    else { throw OpenSSLError(operation: operation, reasons: ["not strict DER"]) }
    guard let start = unsafe DER.time(X509_get0_notBefore(handle.pointer)),
      let end = unsafe DER.time(X509_get0_notAfter(handle.pointer))
    else { throw OpenSSLError(operation: operation, reasons: ["invalid time"]) }
    let spki = try unsafe DER.encode(operation) {
      unsafe i2d_X509_PUBKEY(X509_get_X509_PUBKEY(handle.pointer), $0)
    }
    unsafe X509_up_ref(handle.pointer)
    unsafe pointer = unsafe handle.pointer
    self.der = der
    bytesHash = der.hashValue
    notBefore = start
    notAfter = end
    publicKey = unsafe PublicKey(owning: X509_get_pubkey(handle.pointer), spki: spki)
    // OpenSSL keeps the flags of the extensions with the certificate: made here, before sharing.
    unsafe X509_check_purpose(pointer, -1, 0)
    extendedKeyUsage = unsafe Certificate.purposes(in: pointer)
    ERR_clear_error()
  }

  /// Reads one certificate from part of a longer array.
  package convenience init(der: ArraySlice<UInt8>) throws(OpenSSLError) {
    try self.init(der: Array(der))
  }

  deinit { unsafe X509_free(pointer) }

  /// Version as people count it: 3 for a certificate with extensions.
  package var version: Int { unsafe X509_get_version(pointer) + 1 }

  /// Serial number in lower-case hexadecimal, two digits a byte, a minus sign before a negative.
  package var serialHex: String {
    guard let serial = unsafe X509_get0_serialNumber(pointer) else { return "" }
    let sign = unsafe ASN1_STRING_type(serial) & V_ASN1_NEG != 0 ? "-" : ""
    return sign + Hex.encode(unsafe DER.bytes(of: serial))
  }

  /// Who the certificate is about.
  package var subject: DistinguishedName {
    unsafe DistinguishedName(X509_get_subject_name(pointer))
  }

  /// The subject exactly as it stands in the certificate.
  var subjectDER: [UInt8] {
    let name = unsafe X509_get_subject_name(pointer)
    return (try? unsafe DER.encode("read name") { unsafe i2d_X509_NAME(name, $0) }) ?? []
  }

  /// Who issued it, by its own word.
  package var issuer: DistinguishedName {
    unsafe DistinguishedName(X509_get_issuer_name(pointer))
  }

  /// Whether subject and issuer are the same name.
  package var isSelfIssued: Bool {
    unsafe X509_NAME_cmp(X509_get_subject_name(pointer), X509_get_issuer_name(pointer)) == 0
  }

  /// Whether it is self-issued and its own key made its signature.
  package var isSelfSigned: Bool {
    OpenSSLError.quietly {
      guard unsafe X509_self_signed(pointer, 0) == 1, SignatureBudget.pays(for: publicKey) else {
        return false
      }
      return unsafe X509_self_signed(pointer, 1) == 1
    }
  }

  /// Whoever holds a name with a key: his certificates vouch for the same signatures.
  package struct Holder: Hashable, Sendable {
    private let name: [UInt8]
    private let key: PublicKey

    /// The holder of `certificate`.
    package init(_ certificate: Certificate) {
      (name, key) = (certificate.subjectDER, certificate.publicKey)
    }
  }

  /// Whether `issuer`'s name, key identifier and key usage fit; no signature is checked.
  package func mayBeIssued(by issuer: Certificate) -> Bool {
    OpenSSLError.quietly { unsafe X509_check_issued(issuer.pointer, pointer) == X509_V_OK }
  }

  /// Whether the name of `issuer` and its key stand behind it: who vouches for whom, and nothing of
  /// what RFC 5280 asks beyond.
  package func isIssued(by issuer: Certificate) -> Bool {
    OpenSSLError.quietly {
      guard
        unsafe X509_NAME_cmp(
          X509_get_issuer_name(pointer), X509_get_subject_name(issuer.pointer)) == 0,
        let key = unsafe issuer.publicKey.pointer, SignatureBudget.pays(for: issuer.publicKey)
      else { return false }
      return unsafe X509_verify(pointer, key) == 1
    }
  }

  /// SHA-256 of `der` in lower-case hexadecimal.
  package var sha256: String { (try? Digest.of(der, .sha256).hex) ?? "" }

  /// The certificate as one `CERTIFICATE` block.
  package var pem: [UInt8] { PEM.text("CERTIFICATE", der) }

  /// Every certificate in `pem`, in order; other blocks are passed over.
  package static func list(pem: [UInt8]) throws(OpenSSLError) -> [Certificate] {
    do {
      return try PEM.blocks(in: pem).filter { $0.label == "CERTIFICATE" }.map { block in
        guard let der = block.der else {
          throw OpenSSLError(operation: "read certificate", reasons: ["not Base64"])
        }
        return try Certificate(der: der)
      }
    } catch let error as OpenSSLError {
      throw error
    } catch {
      throw OpenSSLError(operation: "read certificate", reasons: ["\(error)"])
    }
  }
}

extension Certificate: Hashable {
  /// Whether both are the same certificate, byte for byte.
  package static func == (left: Certificate, right: Certificate) -> Bool {
    left === right || left.der == right.der
  }

  /// Hashes the certificate's bytes.
  package func hash(into hasher: inout Hasher) { hasher.combine(bytesHash) }
}

/// Certificates that were read before, so that a folder signed by few signers costs few readings:
/// OpenSSL 3.0 needs longer to read a certificate than to check its signature.
///
/// What it holds is a function of the bytes alone, so that nothing but the time taken shows it.
enum CertificateCache {
  /// Most certificates that are kept; when they are reached, all are let go.
  private static let capacity = 256
  /// Longest certificate that is kept, in bytes.
  private static let maximumSize = 8192

  /// The bytes of a certificate. Their end is part of a signature and tells most of them apart; what a stranger
  /// makes alike on purpose is compared whole, and `capacity` bounds how much of it there is.
  private struct Key: Hashable {
    let der: [UInt8]

    func hash(into hasher: inout Hasher) {
      hasher.combine(der.count)
      hasher.combine(der.suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
  }

  private static let kept = Mutex<[Key: Certificate]>([:])

  /// The certificate of `der`, if it was read before.
  static func find(_ der: [UInt8]) -> Certificate? {
    kept.withLock { $0[Key(der: der)] }
  }

  /// Keeps a certificate that was read.
  static func keep(_ certificate: Certificate) {
    guard certificate.der.count <= maximumSize else { return }
    kept.withLock { list in
      if list.count >= capacity { list.removeAll(keepingCapacity: true) }
      list[Key(der: certificate.der)] = certificate
    }
  }
}

extension PrivateKey {
  /// Whether `certificate` certifies this key.
  package func belongs(to certificate: Certificate) -> Bool {
    OpenSSLError.quietly {
      unsafe X509_check_private_key(certificate.pointer, publicKey.pointer) == 1
    }
  }
}
