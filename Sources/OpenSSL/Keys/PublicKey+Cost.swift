import CBroadsealOpenSSL

extension SignatureBudget {
  /// Pays for a check by `key`; false where there is not enough left for it.
  static func pays(for key: PublicKey) -> Bool { !isCounting || pays(key.cost) }
}

extension PublicKey {
  /// What a check with it costs (`SignatureBudget`). Kinds that C2PA does not know come dear: OpenSSL has no fast way
  /// with their curves, and they may be of any size.
  var cost: Int {
    switch kind {
    case .ec(.p256): 1
    case .ec(.p384): 8
    case .ec(.p521): 6
    case .ed25519: 2
    case .rsa(let bits), .rsaPSS(let bits, _): PublicKey.cost(ofRSA: bits, exponent: exponentBits)
    case .other: 40
    }
  }

  /// A check with RSA grows with the square of the modulus and with the exponent; 4096 bits and the usual exponent of 17
  /// bits cost 1.
  static func cost(ofRSA bits: Int, exponent: Int) -> Int {
    max(1, bits / 512 * (bits / 512) * max(17, exponent) / (64 * 17))
  }

  private var exponentBits: Int {
    OpenSSLError.quietly {
      var found: OpaquePointer?
      guard let pointer = unsafe pointer,
        unsafe EVP_PKEY_get_bn_param(pointer, "e", &found) == 1, let number = unsafe found
      else { return 17 }
      defer { unsafe BN_free(number) }
      return unsafe Int(BN_num_bits(number))
    }
  }
}
