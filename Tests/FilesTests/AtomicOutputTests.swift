import BroadsealBytes
import Glibc
import TestSupport
import Testing

@testable import BroadsealFiles

@Suite struct AtomicOutputTests {
  private let folder = TemporaryFolder()

  private func contents(of path: FilePath) throws -> [UInt8] {
    let source = try ByteSource(path)
    return try source.read(#require(ByteRange(0..<source.size)))
  }

  private func write(_ text: String, to output: inout AtomicOutput) throws {
    let bytes = Array(text.utf8)
    try unsafe output.append(bytes.span.bytes)
  }

  private func status(_ path: FilePath) -> stat {
    var status = stat()
    unsafe path.withCString { _ = unsafe stat($0, &status) }
    return status
  }

  @Test func `a file appears complete under its name and leaves nothing beside it`() throws {
    let target = folder.file("out.pdf")
    var output = try AtomicOutput(target, overwrites: false)
    try write("head", to: &output)
    try output.skip(4)
    try write("tail", to: &output)
    try output.write(Array("room".utf8), at: 4)
    #expect(folder.names.count == 1)
    #expect(folder.names[0].hasPrefix(".broadseal-") && folder.names[0].hasSuffix(".pdf"))
    #expect(output.size == 12)
    try output.commit()
    #expect(folder.names == ["out.pdf"])
    #expect(try contents(of: target) == Array("headroomtail".utf8))
  }

  @Test func `what is not committed leaves nothing behind`() throws {
    func abandon() throws {
      var output = try AtomicOutput(folder.file("out"), overwrites: false)
      try write("half", to: &output)
      #expect(folder.names.count == 1)
    }
    try abandon()
    #expect(folder.names == [])
  }

  @Test func `an existing file is not replaced unless that is wanted`() throws {
    folder.write(Array("old".utf8), as: "out")
    let fault = #expect(throws: SourceError.self) {
      _ = try AtomicOutput(folder.file("out"), overwrites: false)
    }
    let isTaken = if case .system(EEXIST, _) = fault?.kind { true } else { false }
    #expect(isTaken, "\(String(describing: fault))")
    #expect(fault?.path == folder.file("out").display)
    #expect(folder.names == ["out"])
  }

  @Test func `a file that appears meanwhile is not replaced either`() throws {
    var output = try AtomicOutput(folder.file("out"), overwrites: false)
    try write("new", to: &output)
    folder.write(Array("other".utf8), as: "out")
    #expect(throws: SourceError.self) { try output.commit() }
    #expect(try contents(of: folder.file("out")) == Array("other".utf8))
  }

  @Test func `a replaced file keeps its mode and times`() throws {
    let target = folder.write(Array("old".utf8), as: "out", mode: 0o640)
    let times = [timespec(tv_sec: 1_000, tv_nsec: 5), timespec(tv_sec: 2_000, tv_nsec: 7)]
    unsafe target.withCString { _ = unsafe utimensat(AT_FDCWD, $0, times, 0) }
    var output = try AtomicOutput(target, overwrites: true)
    try write("new", to: &output)
    #expect(try contents(of: target) == Array("old".utf8))
    try output.commit()
    #expect(try contents(of: target) == Array("new".utf8))
    let after = status(target)
    #expect(after.st_mode & 0o777 == 0o640)
    #expect(after.st_mtim.tv_sec == 2_000 && after.st_mtim.tv_nsec == 7)
    #expect(folder.names == ["out"])
  }

  @Test func `a link is followed and stays a link`() throws {
    folder.write(Array("old".utf8), as: "file")
    let link = folder.file("link")
    unsafe link.withCString { _ = unsafe symlink("file", $0) }
    var output = try AtomicOutput(link, overwrites: true)
    try write("new", to: &output)
    try output.commit()
    #expect(try contents(of: folder.file("file")) == Array("new".utf8))
    #expect(folder.names == ["file", "link"])
  }

  @Test(
    arguments: [
      ("/proc/out", EACCES), ("/nowhere/at/all/out", ENOENT), ("/dev/null", nil), ("/tmp", nil),
    ] as [(String, Int32?)])
  func `a place that cannot be written is named at once`(path: String, code: Int32?) {
    let fault = #expect(throws: SourceError.self) {
      _ = try AtomicOutput(FilePath(path), overwrites: true)
    }
    #expect(fault?.path == path)
    guard let fault else { return }
    switch fault.kind {
    case .system(let found, _): #expect(code == found || path == "/proc/out")
    case .notRegular: #expect(code == nil)
    default: Issue.record("\(fault)")
    }
  }

  @Test func `a name that is not UTF-8 survives`() throws {
    let name = try #require(FilePath(bytes: folder.path.bytes + [0x2F, 0xE9, 0x2E, 0x70]))
    var output = try AtomicOutput(name, overwrites: false)
    try write("x", to: &output)
    try output.commit()
    #expect(try contents(of: name) == [0x78])
    unsafe name.withCString { _ = unsafe unlink($0) }
  }

  @Test(.enabled(if: SmallDisk.canMount, "only the administrator may mount a small disk"))
  func `a disk that is full is an error that names the file, and leaves it free again`() throws {
    let mounted = unsafe folder.path.withCString {
      unsafe mount("tmpfs", $0, "tmpfs", 0, "size=64k")
    }
    try #require(mounted == 0, "mount failed with \(errno)")
    defer { unsafe folder.path.withCString { _ = unsafe umount($0) } }
    func fill() throws {
      var output = try AtomicOutput(folder.file("out"), overwrites: false)
      let block = [UInt8](repeating: 7, count: 32_768)
      let fault = #expect(throws: SourceError.self) {
        for _ in 0..<4 { try unsafe output.append(block.span.bytes) }
      }
      let isFull = if case .system(ENOSPC, _) = fault?.kind { true } else { false }
      #expect(isFull, "\(String(describing: fault))")
      #expect(fault?.path == folder.file("out").display)
    }
    try fill()
    #expect(folder.names == [])
  }
}
