import BroadsealWorkers
import Glibc

/// Reads a large part of a file on a thread of its own, a few blocks ahead of whoever takes them: the system
/// copies bytes on one processor while another hashes those before. Copying is a sixth of the time of both.
///
/// Safe: the blocks live as long as the object, and each belongs to one thread at a time, as the counts say, which
/// are read and written with the mutex held.
@safe final class ReadAhead: @unchecked Sendable {
  /// Bytes of a part from which on a thread is worth its start.
  static let worthwhile = 4 << 20
  private static let blockSize = 1 << 18
  private static let blockCount = 4

  private let descriptor: Int32
  private let range: Range<Int>
  private let blocks: UnsafeMutableRawPointer
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let arrival: UnsafeMutablePointer<pthread_cond_t>
  private let departure: UnsafeMutablePointer<pthread_cond_t>
  private var lengths = [Int](repeating: 0, count: blockCount)
  /// How many blocks were filled, and how many given back.
  private var filled = 0
  private var emptied = 0
  /// Whether no more will be filled, and whether nobody takes them any more.
  private var isOver = false
  private var isLeft = false

  private init(_ descriptor: Int32, _ range: Range<Int>) {
    self.descriptor = descriptor
    self.range = range
    unsafe blocks = .allocate(
      byteCount: ReadAhead.blockSize * ReadAhead.blockCount, alignment: 4_096)
    unsafe lock = .allocate(capacity: 1)
    unsafe arrival = .allocate(capacity: 1)
    unsafe departure = .allocate(capacity: 1)
    unsafe pthread_mutex_init(lock, nil)
    unsafe pthread_cond_init(arrival, nil)
    unsafe pthread_cond_init(departure, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(departure)
    unsafe pthread_cond_destroy(arrival)
    unsafe pthread_mutex_destroy(lock)
    unsafe departure.deallocate()
    unsafe arrival.deallocate()
    unsafe lock.deallocate()
    unsafe blocks.deallocate()
  }

  /// Hands the bytes of `range` of an open file to `body` in order, on the calling thread.
  ///
  /// - Returns: how many there were: none where every processor has its work already, fewer where the file ends
  ///   before or cannot be read. Whoever goes on where it stopped learns which.
  static func stream<Failure: Error>(
    _ range: Range<Int>, of descriptor: Int32, _ body: (RawSpan) throws(Failure) -> Void
  ) throws(Failure) -> Int {
    try SpareThreads.withHelpers(upTo: 1) { helpers throws(Failure) in
      guard helpers == 1 else { return 0 }
      let ahead = ReadAhead(descriptor, range)
      guard let thread = Thread({ ahead.fill() }) else { return 0 }
      defer {
        ahead.leave()
        thread.join()
      }
      var count = 0
      while let block = unsafe ahead.take() {
        try unsafe body(block.bytes)
        count += block.count
        ahead.giveBack()
      }
      return count
    }
  }

  /// Fills block after block, and waits while all are full.
  private func fill() {
    var offset = range.lowerBound
    while offset < range.upperBound, let slot = freeSlot() {
      let wanted = min(ReadAhead.blockSize, range.upperBound - offset)
      let got = read(wanted, from: offset, to: slot)
      offset += got
      locked {
        lengths[slot] = got
        if got > 0 { filled += 1 }
        isOver = got < wanted || offset == range.upperBound
        unsafe pthread_cond_signal(arrival)
      }
      if got < wanted { return }
    }
  }

  /// The next block that nobody uses; nil once nobody takes any more.
  private func freeSlot() -> Int? {
    locked {
      while filled - emptied == ReadAhead.blockCount, !isLeft {
        unsafe pthread_cond_wait(departure, lock)
      }
      return isLeft ? nil : filled % ReadAhead.blockCount
    }
  }

  private func read(_ count: Int, from offset: Int, to slot: Int) -> Int {
    var done = 0
    while done < count {
      let got = unsafe pread(
        descriptor, blocks + slot * ReadAhead.blockSize + done, count - done, off_t(offset + done))
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { break }
      done += got
    }
    return done
  }

  /// The oldest full block; nil when there will be none.
  private func take() -> UnsafeRawBufferPointer? {
    unsafe locked {
      while filled == emptied, !isOver { unsafe pthread_cond_wait(arrival, lock) }
      guard filled > emptied else { return nil }
      let slot = emptied % ReadAhead.blockCount
      return unsafe UnsafeRawBufferPointer(
        start: blocks + slot * ReadAhead.blockSize, count: lengths[slot])
    }
  }

  /// The block that was taken last is free; the thread is only woken for half of them.
  private func giveBack() {
    locked {
      emptied += 1
      if filled - emptied <= ReadAhead.blockCount / 2 { unsafe pthread_cond_signal(departure) }
    }
  }

  /// Nobody takes any more.
  private func leave() {
    locked {
      isLeft = true
      unsafe pthread_cond_signal(departure)
    }
  }

  private func locked<Value>(_ body: () -> Value) -> Value {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    return body()
  }
}
