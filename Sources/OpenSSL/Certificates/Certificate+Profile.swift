import BroadsealBytes
import CBroadsealOpenSSL

/// What the C2PA certificate profile asks about (C2PA 2.4 §14.5.1).
extension Certificate {
  /// The issuer's signature algorithm.
  package var signature: CertificateSignature {
    var algorithm: UnsafePointer<X509_ALGOR>?
    unsafe X509_get0_signature(nil, &algorithm, pointer)
    let der = try? unsafe DER.encode("read certificate") { unsafe i2d_X509_ALGOR(algorithm, $0) }
    return CertificateSignature(algorithm: der ?? [])
  }

  /// Whether `issuerUniqueID` or `subjectUniqueID` is present.
  package var hasUniqueIdentifiers: Bool {
    var issuer: UnsafePointer<ASN1_BIT_STRING>?
    var subject: UnsafePointer<ASN1_BIT_STRING>?
    unsafe X509_get0_uids(pointer, &issuer, &subject)
    return unsafe issuer != nil || subject != nil
  }

  /// Whether an extension that OpenSSL reads is broken or stands there twice.
  package var hasInvalidExtensions: Bool { flags & UInt32(EXFLAG_INVALID) != 0 }

  /// Allowed uses of the key; nil when the extension is absent.
  package var keyUsage: KeyUsage? {
    guard flags & UInt32(EXFLAG_KUSAGE) != 0 else { return nil }
    return unsafe KeyUsage(rawValue: X509_get_key_usage(pointer))
  }

  /// Whether the key usage is there and critical.
  package var keyUsageIsCritical: Bool { isCritical(NID_key_usage) }

  /// What the extended key usage says: see `extendedKeyUsage`.
  static func purposes(in certificate: OpaquePointer) -> [String]? {
    guard unsafe X509_get_ext_by_NID(certificate, NID_ext_key_usage, -1) >= 0 else { return nil }
    return OpenSSLError.quietly {
      guard let purposes = unsafe X509_get_ext_d2i(certificate, NID_ext_key_usage, nil, nil) else {
        return []
      }
      let stack = OpaquePointer(purposes)
      defer { unsafe shim_sk_ASN1_OBJECT_pop_free(stack) }
      return unsafe (0..<shim_sk_ASN1_OBJECT_num(stack)).map {
        unsafe DER.dotted(shim_sk_ASN1_OBJECT_value(stack, $0))
      }
    }
  }

  /// Whether the extended key usage is there and critical.
  package var extendedKeyUsageIsCritical: Bool { isCritical(NID_ext_key_usage) }

  /// Whether the basic constraints assert a certification authority.
  package var isCA: Bool {
    flags & UInt32(EXFLAG_BCONS) != 0 && flags & UInt32(EXFLAG_CA) != 0
  }

  /// How many authorities may follow below this one; nil when nothing limits it.
  package var pathLength: Int? {
    let length = unsafe X509_get_pathlen(pointer)
    return length < 0 ? nil : length
  }

  /// Whether an authority key identifier is present.
  package var hasAuthorityKeyIdentifier: Bool { hasExtension(NID_authority_key_identifier) }

  /// Whether a subject key identifier is present.
  package var hasSubjectKeyIdentifier: Bool { hasExtension(NID_subject_key_identifier) }

  /// The subject key identifier; nil when it is absent.
  package var subjectKeyIdentifier: [UInt8]? {
    unsafe X509_get0_subject_key_id(pointer).map { unsafe DER.bytes(of: $0) }
  }

  /// Dotted identifiers of the certificate policies; empty when there are none.
  package var policies: [String] {
    OpenSSLError.quietly {
      guard let found = unsafe X509_get_ext_d2i(pointer, NID_certificate_policies, nil, nil) else {
        return []
      }
      let stack = OpaquePointer(found)
      defer { unsafe CERTIFICATEPOLICIES_free(stack) }
      return unsafe (0..<shim_sk_POLICYINFO_num(stack)).compactMap { index in
        unsafe shim_sk_POLICYINFO_value(stack, index).map { unsafe DER.dotted($0.pointee.policyid) }
      }
    }
  }

  /// Every extension as it stands there, in order.
  package var extensions: [CertificateExtension] {
    unsafe (0..<max(0, X509_get_ext_count(pointer))).compactMap { index in
      guard let found = unsafe X509_get_ext(pointer, index),
        let value = unsafe X509_EXTENSION_get_data(found)
      else { return nil }
      return unsafe CertificateExtension(
        DER.dotted(X509_EXTENSION_get_object(found)),
        isCritical: X509_EXTENSION_get_critical(found) == 1, value: DER.bytes(of: value))
    }
  }

  /// Dotted identifiers of the critical extensions that OpenSSL does not process; chain validation
  /// refuses a certificate that has one.
  package var unknownCriticalExtensions: [String] {
    unsafe (0..<max(0, X509_get_ext_count(pointer))).compactMap { index in
      guard let found = unsafe X509_get_ext(pointer, index),
        unsafe X509_EXTENSION_get_critical(found) == 1,
        unsafe X509_supported_extension(found) == 0
      else { return nil }
      return unsafe DER.dotted(X509_EXTENSION_get_object(found))
    }
  }

  private var flags: UInt32 { unsafe X509_get_extension_flags(pointer) }

  private func hasExtension(_ identifier: Int32) -> Bool {
    unsafe X509_get_ext_by_NID(pointer, identifier, -1) >= 0
  }

  private func isCritical(_ identifier: Int32) -> Bool {
    let index = unsafe X509_get_ext_by_NID(pointer, identifier, -1)
    guard index >= 0, let found = unsafe X509_get_ext(pointer, index) else { return false }
    return unsafe X509_EXTENSION_get_critical(found) == 1
  }
}

/// What a trust list asks about names.
extension Certificate {
  /// The DNS names of the subject alternative name as they stand there, in order; empty when there
  /// are none or the extension is broken. A name that is not ASCII is given as `#` and hexadecimal.
  package var dnsNames: [String] {
    extensions.filter { $0.objectIdentifier == "2.5.29.17" }.flatMap { found in
      var outer = DERReader(found.value)
      guard var names = try? outer.enter(), outer.isAtEnd else { return [String]() }
      var list: [String] = []
      while !names.isAtEnd {
        guard let (tag, contents) = try? names.next() else { return [] }
        guard tag == DERTag.contextPrimitive(2) else { continue }
        list.append(
          contents.allSatisfy { (0x21...0x7E).contains($0) }
            ? String(decoding: contents, as: UTF8.self) : "#" + Hex.encode(contents))
      }
      return list
    }
  }

  /// Whether a step of the subject holds several attributes at once, which programs show in
  /// different orders.
  package var hasMultivaluedSubject: Bool {
    var outer = DERReader(subjectDER)
    guard var steps = try? outer.enter() else { return true }
    while !steps.isAtEnd {
      guard var step = try? steps.enter(DERTag.set), (try? step.next()) != nil, step.isAtEnd else {
        return true
      }
    }
    return false
  }
}
