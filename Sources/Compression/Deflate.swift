import CBroadsealZlib

/// Deflate (RFC 1951), bare as in ZIP archives or in a zlib wrapper as in PDF streams.
package enum Deflate {
  /// What stands around the deflated data.
  package enum Form: Sendable {
    /// Nothing (RFC 1951).
    case bare
    /// A header and a checksum (RFC 1950).
    case zlib

    /// The window as zlib wants it: a negative number means that there is no wrapper.
    fileprivate var windowBits: Int32 {
      switch self {
      case .bare: -MAX_WBITS
      case .zlib: MAX_WBITS
      }
    }
  }

  /// Why data did not inflate.
  package enum Fault: Error {
    /// The data breaks off, or does not follow its format.
    case damaged
    /// More would come out than was allowed.
    case tooLarge
  }

  /// The inflated form of the data at the start of `bytes`, and how many of `bytes` belong to it.
  ///
  /// The caller decides about bytes that follow: `used` says where they begin.
  ///
  /// - Parameter limit: the most bytes that may come out.
  package static func inflate(
    _ bytes: ArraySlice<UInt8>, _ form: Form, limit: Int
  ) throws(Fault) -> (bytes: [UInt8], used: Int) {
    var stream = unsafe z_stream()
    guard unsafe broadseal_inflateInit2(&stream, form.windowBits) == Z_OK else { throw .damaged }
    defer { unsafe inflateEnd(&stream) }
    return try unsafe run(&stream, Array(bytes), limit: limit) { stream in
      unsafe CBroadsealZlib.inflate(&stream, Z_NO_FLUSH)
    }
  }

  /// `bytes` deflated, without a wrapper.
  package static func deflate(_ bytes: [UInt8]) throws(Fault) -> [UInt8] {
    var stream = unsafe z_stream()
    let level = Z_DEFAULT_COMPRESSION
    guard unsafe broadseal_deflateInit2(&stream, level, Form.bare.windowBits) == Z_OK
    else { throw .damaged }
    defer { unsafe deflateEnd(&stream) }
    // Data that does not compress grows by a few bytes a block.
    let limit = bytes.count + bytes.count / 8 + 1_024
    return try unsafe run(&stream, bytes, limit: limit) { stream in
      unsafe CBroadsealZlib.deflate(&stream, Z_FINISH)
    }.bytes
  }

  /// Runs `step` until the stream ends; the output grows a chunk at a time, so that a small file
  /// that claims to be large costs no more than what really comes out.
  private static func run(
    _ stream: inout z_stream, _ bytes: [UInt8], limit: Int, _ step: (inout z_stream) -> Int32
  ) throws(Fault) -> (bytes: [UInt8], used: Int) {
    var input = bytes
    var chunk = [UInt8](repeating: 0, count: min(max(limit, 1), 65_536))
    var output: [UInt8] = []
    var status = Z_OK
    var used = 0
    while status == Z_OK {
      let produced = unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe chunk.withUnsafeMutableBufferPointer { target in
          let left = min(source.count - used, Int(UInt32.max))
          unsafe stream.next_in = source.baseAddress?.advanced(by: used)
          unsafe stream.avail_in = UInt32(left)
          unsafe stream.next_out = target.baseAddress
          unsafe stream.avail_out = UInt32(target.count)
          status = unsafe step(&stream)
          unsafe used += left - Int(stream.avail_in)
          return unsafe target.count - Int(stream.avail_out)
        }
      }
      guard output.count + produced <= limit else { throw .tooLarge }
      output.append(contentsOf: chunk[..<produced])
      if produced == 0, status == Z_OK { throw .damaged }
    }
    guard status == Z_STREAM_END else { throw .damaged }
    return (output, used)
  }
}
