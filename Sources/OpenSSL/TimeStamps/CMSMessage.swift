import CBroadsealOpenSSL
import Synchronization

/// A CMS signed message with one signer (RFC 5652 §5) and a TSTInfo inside (RFC 3161 §2.4.2).
@safe struct CMSMessage: ~Copyable {
  private let message: OpaquePointer
  /// The only SignerInfo; owned by the message.
  private let signerInfo: OpaquePointer
  /// The signed TSTInfo in DER.
  let content: [UInt8]

  /// Reads a message without its certificates, as `SignedDataParts` leaves it.
  init(_ bare: [UInt8]) throws(TimeStampError) {
    ERR_clear_error()
    defer { ERR_clear_error() }
    let decoded = unsafe DER.decode(bare) { unsafe d2i_CMS_ContentInfo(nil, $0, $1) }
    guard let (read, unread) = unsafe decoded else {
      throw TimeStampError(.malformed, "the token is not a CMS message")
    }
    var problem: String?
    var content: [UInt8] = []
    var only: OpaquePointer?
    if unread != 0 {
      problem = "bytes follow the token"
    } else if unsafe OBJ_obj2nid(CMS_get0_type(read)) != NID_pkcs7_signed
      || OBJ_obj2nid(CMS_get0_eContentType(read)) != NID_id_smime_ct_TSTInfo
    {
      problem = "the token does not sign a TSTInfo"
    } else {
      let signers = unsafe CMS_get0_SignerInfos(read)
      if unsafe shim_sk_CMS_SignerInfo_num(signers) == 1 {
        unsafe only = unsafe shim_sk_CMS_SignerInfo_value(signers, 0)
      }
      if let place = unsafe CMS_get0_content(read), let string = unsafe place.pointee {
        content = unsafe DER.bytes(of: string)
      }
      if unsafe only == nil { problem = "the token does not have exactly one signer" }
    }
    guard problem == nil, let signer = unsafe only else {
      unsafe CMS_ContentInfo_free(read)
      throw TimeStampError(.malformed, problem ?? "no signer")
    }
    unsafe message = unsafe read
    unsafe signerInfo = unsafe signer
    self.content = content
  }

  deinit { unsafe CMS_ContentInfo_free(message) }

  /// Whether the signer names `certificate` as its own.
  func isSigned(by certificate: Certificate) -> Bool {
    OpenSSLError.quietly {
      unsafe CMS_SignerInfo_cert_cmp(signerInfo, certificate.pointer) == 0
    }
  }

  /// Dotted identifiers of the signer's hash and signature algorithms.
  var algorithms: (digest: String, signature: String) {
    var digest: UnsafeMutablePointer<X509_ALGOR>?
    var signature: UnsafeMutablePointer<X509_ALGOR>?
    unsafe CMS_SignerInfo_get0_algs(signerInfo, nil, nil, &digest, &signature)
    return unsafe (
      DER.dotted(digest?.pointee.algorithm), DER.dotted(signature?.pointee.algorithm)
    )
  }

  /// Whether the signature over the attributes and the content is that of `certificate`'s key. Says
  /// nothing about the certificate itself.
  func verify(_ certificate: Certificate) -> Bool {
    OpenSSLError.quietly {
      guard SignatureBudget.pays(for: certificate.publicKey),
        let stack = unsafe shim_sk_X509_new()
      else { return false }
      defer { unsafe shim_sk_X509_free(stack) }
      guard unsafe shim_sk_X509_push(stack, certificate.pointer) > 0 else { return false }
      let flags = UInt32(CMS_NO_SIGNER_CERT_VERIFY | CMS_NOINTERN | CMS_BINARY)
      return unsafe CMS_verify(message, stack, nil, nil, nil, flags) == 1
    }
  }

  /// Whether the signed attributes name the content's own type, once.
  var signsContentType: Bool {
    OpenSSLError.quietly {
      let type = unsafe OBJ_nid2obj(NID_pkcs9_contentType)
      guard
        let value = unsafe CMS_signed_get0_data_by_OBJ(signerInfo, type, -3, V_ASN1_OBJECT)
      else { return false }
      return unsafe OBJ_obj2nid(OpaquePointer(value)) == NID_id_smime_ct_TSTInfo
    }
  }

  /// The one value of a signed attribute that is a sequence, in DER.
  ///
  /// - Returns: nil when the attribute is absent; empty when it is repeated or no sequence.
  func signedSequence(_ identifier: Int32) -> [UInt8]? {
    OpenSSLError.quietly {
      guard unsafe CMS_signed_get_attr_by_NID(signerInfo, identifier, -1) >= 0 else { return nil }
      let type = unsafe OBJ_nid2obj(identifier)
      guard
        let value = unsafe CMS_signed_get0_data_by_OBJ(signerInfo, type, -3, V_ASN1_SEQUENCE)
      else { return [] }
      return unsafe DER.bytes(of: value.assumingMemoryBound(to: ASN1_STRING.self))
    }
  }
}

/// A CMS message that a value keeps. OpenSSL notes in it what a proof finds, so that one thread at a
/// time may ask it.
final class HeldMessage: Sendable {
  private let message: Mutex<CMSMessage>

  init(_ message: consuming sending CMSMessage) { self.message = Mutex(message) }

  /// What `body` finds in the message.
  func use<Outcome: Sendable>(_ body: (borrowing CMSMessage) -> Outcome) -> Outcome {
    message.withLock { body($0) }
  }
}
