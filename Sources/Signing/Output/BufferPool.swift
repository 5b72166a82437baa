import BroadsealFiles
import Synchronization

/// Buffers that are used again, one for each document that is being written at a time.
///
/// A class because a lock has one place; what it holds is only ever touched under it.
final class BufferPool: Sendable {
  private let idle = Mutex<[[UInt8]]>([])

  /// Runs `body` with a buffer of `ByteSource.preferredBufferSize` bytes.
  func withBuffer<Value, Failure: Error>(
    _ body: (inout [UInt8]) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    var buffer =
      idle.withLock { $0.popLast() }
      ?? [UInt8](repeating: 0, count: ByteSource.preferredBufferSize)
    defer { idle.withLock { $0.append(buffer) } }
    return try body(&buffer)
  }
}
