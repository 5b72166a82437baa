import CBroadsealOpenSSL

/// Answers OpenSSL's question for a passphrase, so that it never prompts on a terminal.
@safe final class PassphraseRequest {
  /// Longest passphrase that is taken, in bytes: the buffer OpenSSL reads it into.
  static let maximumLength = 1024

  /// Whether OpenSSL asked: the material is encrypted.
  private(set) var wasAsked = false
  private let passphrase: [UInt8]?

  init(_ passphrase: [UInt8]?) throws(KeyError) {
    guard (passphrase?.count ?? 0) <= Self.maximumLength else { throw KeyError.passphraseTooLong }
    self.passphrase = passphrase
  }

  /// What it means that reading failed.
  func failure(_ otherwise: @autoclosure () -> KeyError) -> KeyError {
    guard wasAsked else { return otherwise() }
    return passphrase == nil ? .missingPassphrase : .wrongPassphrase
  }

  /// Runs `body` with the callback and its argument as OpenSSL takes them.
  func answering<Outcome>(
    _ body: (
      @convention(c) (UnsafeMutablePointer<CChar>?, Int32, Int32, UnsafeMutableRawPointer?) -> Int32,
      UnsafeMutableRawPointer
    ) -> Outcome
  ) -> Outcome {
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    return withExtendedLifetime(self) {
      unsafe body(
        { buffer, size, _, context in
          guard let buffer = unsafe buffer, let context = unsafe context else { return -1 }
          let request = unsafe Unmanaged<PassphraseRequest>.fromOpaque(context)
            .takeUnretainedValue()
          request.wasAsked = true
          guard let passphrase = request.passphrase, passphrase.count <= Int(size) else {
            return -1
          }
          for (index, byte) in passphrase.enumerated() {
            unsafe buffer[index] = CChar(bitPattern: byte)
          }
          return Int32(passphrase.count)
        }, context)
    }
  }
}
