package import BroadsealBytes
import Glibc

/// By what a file is known again without being read: while none of it changes, nobody wrote to the file.
/// The time of the last change of its entry cannot be set back by hand, unlike that of its content.
package struct FileState: Sendable, Hashable {
  /// What the system says of one file.
  struct Entry: Sendable, Hashable {
    /// Bytes of the file.
    let size: Int
    /// When its content was changed, in nanoseconds.
    let modified: Int
    /// When its entry was changed, in nanoseconds.
    let changed: Int
    /// Number of its entry.
    let inode: Int
    /// The device it is on.
    let device: Int

    /// How many numbers that is.
    static let count = 5

    /// In the order in which they are kept.
    var numbers: [Int] { [size, modified, changed, inode, device] }

    /// Five numbers that were kept.
    init(_ numbers: ArraySlice<Int>) {
      let first = numbers.startIndex
      (size, modified, changed) = (numbers[first], numbers[first + 1], numbers[first + 2])
      (inode, device) = (numbers[first + 3], numbers[first + 4])
    }

    /// What stands at `path`; nil where there is no plain file.
    init?(at path: FilePath) {
      var status = stat()
      guard unsafe path.withCString({ name in unsafe stat(name, &status) }) == 0,
        status.st_mode & S_IFMT == S_IFREG
      else { return nil }
      size = Int(status.st_size)
      modified = Entry.nanoseconds(status.st_mtim)
      changed = Entry.nanoseconds(status.st_ctim)
      inode = Int(bitPattern: UInt(status.st_ino))
      device = Int(bitPattern: UInt(status.st_dev))
    }

    /// A file may bear any date: one that has no nanoseconds since 1970 gets those of another, centuries away.
    private static func nanoseconds(_ time: timespec) -> Int {
      time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
    }
  }

  /// The file's own.
  let own: Entry
  /// That of a label beside it; nil where there is none.
  let beside: Entry?

  /// Bytes of the file.
  package var size: Int { own.size }

  /// The state of the file at `path`; nil where there is no plain file.
  package init?(_ path: FilePath) {
    guard let own = Entry(at: path) else { return nil }
    self.own = own
    beside = Entry(at: path.adding(suffix: ".c2pa"))
  }

  /// A state that was kept; nil for numbers that are none.
  init?(_ numbers: [Int]) {
    guard numbers.count == Entry.count || numbers.count == 2 * Entry.count else { return nil }
    own = Entry(numbers[..<Entry.count])
    beside = numbers.count > Entry.count ? Entry(numbers[Entry.count...]) : nil
  }

  /// The numbers that `init` reads.
  var numbers: [Int] { own.numbers + (beside?.numbers ?? []) }

  /// The numbers as bytes, the lowest first.
  var packed: [UInt8] {
    numbers.flatMap { number in
      stride(from: 0, to: 64, by: 8).map { UInt8(truncatingIfNeeded: number >> $0) }
    }
  }

  /// A state that was packed; nil for bytes that are none.
  init?(packed bytes: [UInt8]) {
    guard bytes.count.isMultiple(of: 8) else { return nil }
    var numbers: [Int] = []
    numbers.reserveCapacity(bytes.count / 8)
    for start in stride(from: 0, to: bytes.count, by: 8) {
      var word: UInt64 = 0
      for index in (start..<start + 8).reversed() { word = word << 8 | UInt64(bytes[index]) }
      numbers.append(Int(Int64(bitPattern: word)))
    }
    self.init(numbers)
  }

  /// The state, unless the file was written just now: within one tick of the file system's clock it could be
  /// written again and look the same.
  var settled: FileState? {
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    let latest = max(own.modified, own.changed, beside?.modified ?? 0, beside?.changed ?? 0)
    // Some file systems count whole seconds, or two of them.
    let tick = latest.isMultiple(of: 1_000_000_000) ? 2_500_000_000 : 50_000_000
    let (age, isUnknown) = (now.tv_sec * 1_000_000_000 + now.tv_nsec)
      .subtractingReportingOverflow(latest)
    return !isUnknown && age > tick ? self : nil
  }
}
