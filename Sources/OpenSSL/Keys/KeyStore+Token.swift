extension KeyStore {
  /// The private key at `address` on a PKCS#11 token.
  ///
  /// - Parameter pin: opens the token; nil tries without, which finds no key that a PIN protects.
  /// - Throws: `missingPassphrase` and `wrongPassphrase` for the PIN; `noTokenSupport`,
  ///   `tokenModule`, `noTokenKey` or `token`; `unsupported` for a key that cannot sign.
  package static func load(
    _ address: TokenAddress, pin: [UInt8]? = nil
  ) throws(KeyError) -> PrivateKey {
    let key = try TokenEngine.privateKey(at: address, pin: pin)
    try requireUsable(key)
    return key
  }
}
