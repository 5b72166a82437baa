import CBroadsealOpenSSL

/// An OpenSSL stream in memory.
@safe struct MemoryBIO: ~Copyable {
  let pointer: OpaquePointer

  /// A stream that holds a copy of `bytes`, and that can be written to.
  init(_ bytes: [UInt8] = []) throws(OpenSSLError) {
    guard let made = unsafe BIO_new(BIO_s_mem()) else { throw OpenSSLError.draining("allocate") }
    var written = 0
    if !bytes.isEmpty, unsafe BIO_write_ex(made, bytes, bytes.count, &written) != 1 {
      _ = unsafe BIO_free(made)
      throw OpenSSLError.draining("allocate")
    }
    unsafe pointer = unsafe made
  }

  /// Takes over a memory stream that OpenSSL made.
  init(owning pointer: OpaquePointer) {
    unsafe self.pointer = unsafe pointer
  }

  deinit { _ = unsafe BIO_free(pointer) }

  /// What the stream holds now.
  var bytes: [UInt8] {
    var start: UnsafeMutablePointer<CChar>?
    let count = unsafe shim_BIO_get_mem_data(pointer, &start)
    guard count > 0, let start = unsafe start else { return [] }
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}
