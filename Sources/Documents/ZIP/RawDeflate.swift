import CBroadsealZlib

/// Deflate without a wrapper (RFC 1951), for the one entry that is rewritten.
enum RawDeflate {
  /// Why data did not inflate.
  enum Fault: Error { case damaged, tooLarge }

  /// The inflated form of `bytes`, of which every byte has to belong to the data.
  ///
  /// - Parameter limit: the most bytes that may come out.
  static func inflate(_ bytes: [UInt8], limit: Int) throws(Fault) -> [UInt8] {
    var stream = unsafe z_stream()
    guard unsafe broadseal_inflateInit2(&stream, -MAX_WBITS) == Z_OK else { throw .damaged }
    defer { unsafe inflateEnd(&stream) }
    return try unsafe run(&stream, bytes, limit: limit) { stream in
      unsafe CBroadsealZlib.inflate(&stream, Z_NO_FLUSH)
    }
  }

  /// `bytes` deflated.
  static func deflate(_ bytes: [UInt8]) throws(Fault) -> [UInt8] {
    var stream = unsafe z_stream()
    guard unsafe broadseal_deflateInit2(&stream, Z_DEFAULT_COMPRESSION, -MAX_WBITS) == Z_OK
    else { throw .damaged }
    defer { unsafe deflateEnd(&stream) }
    // Data that does not compress grows by a few bytes a block.
    return try unsafe run(&stream, bytes, limit: bytes.count + bytes.count / 8 + 1_024) { stream in
      unsafe CBroadsealZlib.deflate(&stream, Z_FINISH)
    }
  }

  private static func run(
    _ stream: inout z_stream, _ bytes: [UInt8], limit: Int, _ step: (inout z_stream) -> Int32
  ) throws(Fault) -> [UInt8] {
    var input = bytes
    var chunk = [UInt8](repeating: 0, count: 16_384)
    var output: [UInt8] = []
    var status = Z_OK
    var consumed = 0
    while status == Z_OK {
      let produced = unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe chunk.withUnsafeMutableBufferPointer { target in
          let left = min(source.count - consumed, Int(UInt32.max))
          unsafe stream.next_in = source.baseAddress?.advanced(by: consumed)
          unsafe stream.avail_in = UInt32(left)
          unsafe stream.next_out = target.baseAddress
          unsafe stream.avail_out = UInt32(target.count)
          status = unsafe step(&stream)
          unsafe consumed += left - Int(stream.avail_in)
          return unsafe target.count - Int(stream.avail_out)
        }
      }
      guard output.count + produced <= limit else { throw .tooLarge }
      output.append(contentsOf: chunk[..<produced])
      if produced == 0, status == Z_OK { throw .damaged }
    }
    guard status == Z_STREAM_END, consumed == bytes.count else { throw .damaged }
    return output
  }
}
