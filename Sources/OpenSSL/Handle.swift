import CBroadsealOpenSSL

/// The single owner of a C object for the length of a scope; frees it when it goes.
@safe struct Handle: ~Copyable {
  typealias Release = @convention(c) (OpaquePointer?) -> Void

  /// The object; valid while the handle lives.
  let pointer: OpaquePointer
  private let release: Release

  /// Owns `pointer`; nil, as OpenSSL's constructors return on failure, throws.
  init(
    _ pointer: OpaquePointer?, _ release: Release, _ operation: String
  ) throws(OpenSSLError) {
    guard let pointer = unsafe pointer else { throw OpenSSLError.draining(operation) }
    unsafe self.pointer = unsafe pointer
    unsafe self.release = unsafe release
  }

  /// Gives the object up to a new owner.
  consuming func take() -> OpaquePointer {
    let taken = unsafe pointer
    discard self
    return unsafe taken
  }

  deinit { unsafe release(pointer) }
}
