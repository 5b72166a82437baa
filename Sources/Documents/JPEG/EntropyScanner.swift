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
    while try load(offset) {
      let (index, isMarker) = scan(from: offset - start, stopsAtRestarts: stopsAtRestarts)
      offset = start + index
      if isMarker { return offset }
      guard index < filled else { continue }
      // The buffer ends with this FF; what it is stands in the next one.
      guard let code = try byte(at: offset + 1) else { return nil }
      guard let step = EntropyScanner.step(over: code, stopsAtRestarts: stopsAtRestarts) else {
        return offset
      }
      offset += step
    }
    return nil
  }

  /// Index in the buffer of the first marker; else of an `FF` at its very end, or that end.
  private func scan(from first: Int, stopsAtRestarts: Bool) -> (index: Int, isMarker: Bool) {
    unsafe buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return (filled, false) }
      var index = first
      while index < filled, let hit = unsafe memchr(base + index, 0xFF, filled - index) {
        index = unsafe UnsafeRawPointer(hit) - base
        guard index + 1 < filled else { return (index, false) }
        let code = unsafe bytes[index + 1]
        guard let step = EntropyScanner.step(over: code, stopsAtRestarts: stopsAtRestarts) else {
          return (index, true)
        }
        index += step
      }
      return (filled, false)
    }
  }

  /// Bytes to go on by after an `FF` before `code`; nil when the two are a marker.
  private static func step(over code: UInt8, stopsAtRestarts: Bool) -> Int? {
    switch code {
    // FF FF is fill: the marker is further on. FF 00 is a byte of data.
    case 0xFF: 1
    case 0: 2
    default: !stopsAtRestarts && JPEGMarker(code: code).isRestart ? 2 : nil
    }
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
