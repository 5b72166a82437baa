package import BroadsealBytes
import Glibc

/// By what a file is known again without being read: while none of it changes, nobody wrote to the file.
/// The time of the last change of its entry cannot be set back by hand, unlike that of its content.
package struct FileState: Sendable, Hashable {
  /// Bytes of the file.
  package let size: Int
  /// When its content was changed, in nanoseconds.
  let modified: Int
  /// When its entry was changed, in nanoseconds.
  let changed: Int
  /// Number of its entry.
  let inode: Int
  /// The device it is on.
  let device: Int
  /// The same of a label beside it; empty where there is none.
  let beside: [Int]

  /// The state of the file at `path`; nil where there is no plain file.
  package init?(_ path: FilePath) {
    guard let own = FileState.numbers(of: path) else { return nil }
    (size, modified, changed, inode, device) = (own[0], own[1], own[2], own[3], own[4])
    beside = FileState.numbers(of: path.adding(suffix: ".c2pa")) ?? []
  }

  /// A state that was kept; nil for numbers that are none.
  init?(_ numbers: [Int]) {
    guard numbers.count == 5 || numbers.count == 10 else { return nil }
    size = numbers[0]
    modified = numbers[1]
    changed = numbers[2]
    inode = numbers[3]
    device = numbers[4]
    beside = Array(numbers.dropFirst(5))
  }

  /// The numbers that `init` reads.
  var numbers: [Int] { [size, modified, changed, inode, device] + beside }

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
    for start in stride(from: 0, to: bytes.count, by: 8) {
      var word: UInt64 = 0
      for byte in bytes[start..<start + 8].reversed() { word = word << 8 | UInt64(byte) }
      numbers.append(Int(Int64(bitPattern: word)))
    }
    self.init(numbers)
  }

  /// The state, unless the file was written just now: within one tick of the file system's clock it could be
  /// written again and look the same.
  var settled: FileState? {
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    let latest = max(modified, changed, beside.dropFirst().prefix(2).max() ?? 0)
    // Some file systems count whole seconds, or two of them.
    let tick = latest.isMultiple(of: 1_000_000_000) ? 2_500_000_000 : 50_000_000
    return now.tv_sec * 1_000_000_000 + now.tv_nsec - latest > tick ? self : nil
  }

  private static func numbers(of path: FilePath) -> [Int]? {
    var status = stat()
    guard unsafe path.withCString({ name in unsafe stat(name, &status) }) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return [
      Int(status.st_size),
      status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec,
      status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec,
      Int(bitPattern: UInt(status.st_ino)), Int(bitPattern: UInt(status.st_dev)),
    ]
  }
}
