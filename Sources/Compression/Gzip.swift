import CBroadsealZlib

/// Data in gzip's wrapper (RFC 1952), unpacked piece by piece. A file may hold several members one after
/// another, and zeros behind the last one, as tapes have them; their checksums and sizes are checked.
package enum Gzip {
  /// How unpacking ended.
  package enum Ending: Sendable, Hashable {
    /// With the last byte of the data.
    case whole
    /// The data breaks off, does not follow its format, or something else stands behind it.
    case damaged
    /// More would come out than was allowed.
    case tooLarge
  }

  /// Unpacks what `read` gives, and hands it to `write` in order; at most `limit` bytes come out.
  ///
  /// - Parameters:
  ///   - read: the next bytes of the data; none at its end.
  ///   - write: takes the next bytes that come out.
  /// - Throws: what `read` and `write` throw.
  package static func unpack<Failure: Error>(
    limit: Int, read: () throws(Failure) -> [UInt8],
    write: (ArraySlice<UInt8>) throws(Failure) -> Void
  ) throws(Failure) -> Ending {
    // zlib keeps the address of its stream: it must not move between two calls.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    defer { unsafe stream.deallocate() }
    guard unsafe broadseal_inflateInit2(stream, 16 + MAX_WBITS) == Z_OK else { return .damaged }
    defer { unsafe inflateEnd(stream) }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    var written = 0
    var isBetween = true
    var isPadded = false
    var members = 0
    while true {
      var input = try read()
      if input.isEmpty { return isBetween && members > 0 ? .whole : .damaged }
      var used = 0
      while true {
        if isBetween, members > 0, input[used...].allSatisfy({ $0 == 0 }) {
          isPadded = isPadded || used < input.count
          break
        }
        if isPadded { return .damaged }
        let step = unsafe step(stream, &input, from: used, into: &chunk)
        isBetween = false
        used += step.used
        guard written <= limit - step.made else { return .tooLarge }
        written += step.made
        if step.made > 0 { try write(chunk[..<step.made]) }
        if step.status == Z_STREAM_END {
          (isBetween, members) = (true, members + 1)
          guard unsafe inflateReset(stream) == Z_OK else { return .damaged }
          if used == input.count { break }
        } else if step.status == Z_BUF_ERROR, used == input.count {
          break
        } else if step.status != Z_OK {
          return .damaged
        }
      }
    }
  }

  private static func step(
    _ stream: UnsafeMutablePointer<z_stream>, _ input: inout [UInt8], from start: Int,
    into chunk: inout [UInt8]
  ) -> (status: Int32, used: Int, made: Int) {
    unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe chunk.withUnsafeMutableBufferPointer { target in
        let left = min(source.count - start, Int(UInt32.max))
        unsafe stream.pointee.next_in = source.baseAddress?.advanced(by: start)
        unsafe stream.pointee.avail_in = UInt32(left)
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = UInt32(target.count)
        let status = unsafe inflate(stream, Z_NO_FLUSH)
        return unsafe (
          status, left - Int(stream.pointee.avail_in), target.count - Int(stream.pointee.avail_out)
        )
      }
    }
  }
}
