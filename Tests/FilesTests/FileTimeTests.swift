import BroadsealBytes
import Glibc
import TestSupport
import Testing

@testable import BroadsealFiles

@Suite("A file may state any time")
struct FileTimeTests {
  private let folder = TemporaryFolder()

  /// Seconds that a file system keeps: the year 2400, and, where it can, as far as the system counts.
  @Test(arguments: [12_000_000_000, -12_000_000_000, Int.max])
  func `a time that nanoseconds since 1970 do not reach tells two states apart`(seconds: Int)
    throws
  {
    let path = folder.write(Array("text".utf8), as: "a.txt")
    let before = try identity(path)
    let times = [timespec(tv_sec: seconds, tv_nsec: 5), timespec(tv_sec: seconds, tv_nsec: 7)]
    unsafe path.withCString { _ = unsafe utimensat(AT_FDCWD, $0, times, 0) }
    let after = try identity(path)
    #expect(after != before)
    #expect(try identity(path) == after)
  }

  private func identity(_ path: FilePath) throws -> FileIdentity {
    let descriptor = unsafe path.withCString { unsafe open($0, O_RDONLY) }
    defer { close(descriptor) }
    return try FileIdentity(descriptor: descriptor, path: path.display)
  }

  @Test func `the greatest times are times`() {
    let times = [Int.min, -1, 0, 9_223_372_037, Int.max].map {
      FileTime(seconds: $0, nanoseconds: 999_999_999)
    }
    #expect(Set(times).count == times.count)
  }
}
