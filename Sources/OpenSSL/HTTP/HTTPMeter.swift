import CBroadsealOpenSSL
import Glibc

/// Ends reading and writing when the time is up, or when more bytes came than allowed.
///
/// OpenSSL reads the head of an answer within one call for as long as lines come; only from inside
/// the stream can it be stopped. A class because the stream's callback needs one place that does not
/// move; it belongs to one connection, which one thread uses.
final class HTTPMeter {
  /// Bytes of the head of an answer that are read.
  static let maximumHead = 1 << 16

  private let deadline: Deadline
  private var left = 0
  /// What came first, up to `maximumHead`: OpenSSL does not tell to where a question that it posted is redirected.
  private(set) var head: [UInt8] = []

  /// Whether a blank line was read, which ends a head, or as much as is kept of one.
  var hasWholeHead: Bool {
    head.count >= HTTPMeter.maximumHead || head.firstRange(of: "\r\n\r\n".utf8) != nil
      || head.firstRange(of: "\n\n".utf8) != nil
  }

  /// A meter that lets nothing pass after `deadline`.
  init(_ deadline: Deadline) { self.deadline = deadline }

  /// Whether more bytes came than allowed.
  var isSpent: Bool { left < 0 }

  /// Lets that many bytes be read from now on.
  func allow(_ bytes: Int) { left = bytes }

  /// Watches the time on `stream`, and what is read if it `counts`; the meter must outlive it.
  func attach(to stream: OpaquePointer, counts: Bool) {
    let place = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe BIO_set_callback_arg(stream, place.assumingMemoryBound(to: CChar.self))
    if counts {
      unsafe BIO_set_callback_ex(stream) { stream, operation, bytes, _, _, _, result, processed in
        unsafe HTTPMeter.keep(stream, operation, result, bytes, count: processed?.pointee)
        return unsafe HTTPMeter.judge(stream, operation, result, read: processed?.pointee)
      }
    } else {
      unsafe BIO_set_callback_ex(stream) { stream, operation, _, _, _, _, result, _ in
        unsafe HTTPMeter.judge(stream, operation, result, read: nil)
      }
    }
  }

  /// Keeps what was read, as far as it may be the head of an answer.
  private static func keep(
    _ stream: OpaquePointer?, _ operation: Int32, _ result: Int32, _ bytes: UnsafePointer<CChar>?,
    count: Int?
  ) {
    guard operation == BIO_CB_READ | BIO_CB_RETURN, result > 0, let bytes = unsafe bytes, let count,
      let place = unsafe BIO_get_callback_arg(stream)
    else { return }
    let meter = unsafe Unmanaged<HTTPMeter>.fromOpaque(place).takeUnretainedValue()
    let wanted = min(count, maximumHead - meter.head.count)
    guard wanted > 0 else { return }
    let read = unsafe UnsafeRawBufferPointer(start: bytes, count: wanted)
    unsafe meter.head.append(contentsOf: read)
  }

  /// What OpenSSL is to take for the result of an operation that is to come, or has been.
  private static func judge(
    _ stream: OpaquePointer?, _ operation: Int32, _ result: Int32, read: Int?
  ) -> Int {
    guard let place = unsafe BIO_get_callback_arg(stream) else { return Int(result) }
    let meter = unsafe Unmanaged<HTTPMeter>.fromOpaque(place).takeUnretainedValue()
    switch operation {
    case BIO_CB_READ | BIO_CB_RETURN:
      if result > 0, let read { meter.left = max(meter.left, 0) - read }
      return Int(result)
    case BIO_CB_READ, BIO_CB_GETS, BIO_CB_WRITE, BIO_CB_PUTS:
      guard !meter.deadline.isOver, operation == BIO_CB_WRITE || !meter.isSpent else {
        // Otherwise the reader would wait for more.
        unsafe BIO_clear_flags(
          stream,
          BIO_FLAGS_READ | BIO_FLAGS_WRITE | BIO_FLAGS_IO_SPECIAL | BIO_FLAGS_SHOULD_RETRY)
        return -1
      }
      return Int(result)
    default: return Int(result)
    }
  }
}

/// When the time for a question is up, on a clock that never goes back.
struct Deadline {
  private let end: Int64

  /// That many seconds from now.
  init(seconds: Int) { end = Deadline.now + Int64(seconds) * 1_000 }

  /// What is left, as `poll` takes it; never below zero.
  var milliseconds: Int32 { Int32(clamping: max(0, end - Deadline.now)) }

  /// What is left in whole seconds, rounded up; zero when the time is up.
  var seconds: Int32 { (milliseconds + 999) / 1_000 }

  /// Whether the time is up.
  var isOver: Bool { milliseconds == 0 }

  private static var now: Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
