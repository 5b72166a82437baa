import BroadsealBytes
import CBroadsealZlib

/// Inflates zlib data (RFC 1950) up to a cap.
enum PDFInflate {
  /// Why data did not inflate.
  enum Fault: Error { case damaged, tooLarge }

  /// The inflated form of `bytes`, of which every byte has to belong to the data.
  ///
  /// - Parameter limit: the most bytes that may come out.
  static func inflate(_ bytes: ArraySlice<UInt8>, limit: Int) throws(Fault) -> [UInt8] {
    var stream = unsafe z_stream()
    guard
      unsafe inflateInit_(
        &stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .damaged }
    defer { unsafe inflateEnd(&stream) }
    var input = Array(bytes)
    var chunk = [UInt8](repeating: 0, count: min(max(limit, 1), 65_536))
    var output: [UInt8] = []
    var status = Z_OK
    var consumed = 0
    while status == Z_OK {
      let produced = unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe chunk.withUnsafeMutableBufferPointer { target in
          let left = source.count - consumed
          unsafe stream.next_in = source.baseAddress?.advanced(by: consumed)
          unsafe stream.avail_in = UInt32(clamping: left)
          unsafe stream.next_out = target.baseAddress
          unsafe stream.avail_out = UInt32(target.count)
          status = unsafe CBroadsealZlib.inflate(&stream, Z_NO_FLUSH)
          unsafe consumed += min(left, Int(UInt32.max)) - Int(stream.avail_in)
          return unsafe target.count - Int(stream.avail_out)
        }
      }
      guard output.count + produced <= limit else { throw .tooLarge }
      output.append(contentsOf: chunk[..<produced])
      if produced == 0, status == Z_OK { throw .damaged }
    }
    guard status == Z_STREAM_END else { throw .damaged }
    let rest = input[consumed...]
    guard rest.allSatisfy(PDFLexer.isSpace) else { throw .damaged }
    return output
  }
}
