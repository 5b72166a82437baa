import BroadsealBytes
import BroadsealFiles
import Glibc

/// Finds the end of entropy-coded data: the next marker that is not a stuffed zero.
struct EntropyScanner {
  private let source: ByteSource
  private var buffer: [UInt8]
  private var start = 0
  private var filled: Int

  init(_ source: ByteSource) {
    self.source = source
    buffer = source.content ?? []
    filled = buffer.count
  }

  /// Offset of the `FF` of the first marker at or after `offset`; nil when the file ends before.
  mutating func nextMarker(from offset: Int, stopsAtRestarts: Bool) throws(DocumentError) -> Int? {
    var offset = offset
    while let found = try next(0xFF, from: offset) {
      guard let code = try byte(at: found + 1) else { return nil }
      let isRestart = JPEGMarker(code: code).isRestart
      // FF FF is fill: the marker is further on. FF 00 is a byte of data.
      if code == 0xFF {
        offset = found + 1
      } else if code == 0 || (isRestart && !stopsAtRestarts) {
        offset = found + 2
      } else {
        return found
      }
    }
    return nil
  }

  private mutating func next(_ wanted: UInt8, from offset: Int) throws(DocumentError) -> Int? {
    var offset = offset
    while try load(offset) {
      let first = offset - start
      let hit = unsafe buffer.withUnsafeBytes { bytes -> Int? in
        guard let base = bytes.baseAddress,
          let place = unsafe memchr(base + first, Int32(wanted), filled - first)
        else { return nil }
        return unsafe UnsafeRawPointer(place) - base
      }
      if let hit { return start + hit }
      offset = start + filled
    }
    return nil
  }

  private mutating func byte(at offset: Int) throws(DocumentError) -> UInt8? {
    try load(offset) ? buffer[offset - start] : nil
  }

  /// Makes the byte at `offset` part of the buffer; false at the end of the file.
  private mutating func load(_ offset: Int) throws(DocumentError) -> Bool {
    if offset >= start, offset < start + filled { return true }
    guard offset < source.size else { return false }
    if buffer.isEmpty {
      buffer = [UInt8](repeating: 0, count: min(EntropyScanner.bufferSize, source.size - offset))
    }
    do throws(SourceError) {
      filled = try source.fill(&buffer, from: offset)
    } catch { throw .source(error) }
    start = offset
    return filled > 0
  }

  private static let bufferSize = 256 << 10
}
