import BroadsealJSON
import Glibc
import TestSupport
import Testing

/// Films of hundreds of megabytes and more: holes on the disk, so that they cost nothing but time.
@Suite("Large films")
struct LargeFilmTests {
  private static let desk = Desk.shared

  /// A film of a sparse file of `size` bytes of sound.
  private static func film(_ size: Int, in folder: Scratch, _ name: String = "in.mp4") {
    let head = MediaFile.type()
    let length = head.count + MediaFile.movie([0]).count
    let start = UInt32(length + 16)
    folder.write(
      head + MediaFile.movie([start]) + MediaFile.number(UInt32(1)) + Array("mdat".utf8)
        + MediaFile.number(UInt64(16 + size)), to: name)
    let result = unsafe truncate(folder(name), off_t(length + 16 + size))
    precondition(result == 0)
  }

  private static func run(_ words: [String]) -> Command.Outcome { Command.run(words) }

  private static func sign(_ folder: Scratch, _ more: [String]) -> Command.Outcome {
    Command.run(
      ["sign", folder("in.mp4"), "--profile", desk.profile(), "--official", "--ai", "none"] + more)
  }

  private static func verify(_ folder: Scratch, _ name: String) throws -> (Int32, JSON.Value) {
    let run = Command.run(["verify", folder(name), "-f", "json"] + desk.trust)
    return (run.code, try JSON.Reader.parse(run.output))
  }

  @Test("a label grows in the room that it has, and no other byte is written")
  func growing() throws {
    let folder = Scratch()
    Self.film(70 << 20, in: folder)
    let signed = Self.sign(folder, ["-o", folder("out.mp4")])
    #expect(signed.code == 0, "\(signed.errorText)")
    let before = try Self.state(folder("out.mp4"))
    let stamped = Command.run(
      [
        "sign", folder("out.mp4"), "--add-timestamp", "--in-place", "--profile",
        Self.desk.profile(),
      ])
    #expect(stamped.code == 0, "\(stamped.errorText)")
    let after = try Self.state(folder("out.mp4"))
    #expect(before.inode == after.inode && before.size == after.size)
    #expect(before.blocks == after.blocks, "the holes were written out")
    let (code, verdict) = try Self.verify(folder, "out.mp4")
    #expect(code == 0)
    #expect(verdict["c2pa"]?["ingredients"]?.array?.count == 1)
    let found = verdict["findings"]?.array?.compactMap { $0["code"]?.string } ?? []
    #expect(!found.contains("BMFF-PADDING"))
  }

  @Test("what a run that was killed left behind the label is written over by the next")
  func killed() throws {
    let folder = Scratch()
    Self.film(65 << 20, in: folder)
    #expect(Self.sign(folder, ["-o", folder("out.mp4")]).code == 0)
    let start = Self.beginning(of: folder("out.mp4"))
    let end = try #require(start.indices.first { start[$0...].starts(with: "moov".utf8) })
    let file = unsafe try #require(unsafe fopen(folder("out.mp4"), "r+"))
    unsafe fseek(file, end - 9_000, SEEK_SET)
    unsafe fputs("half a manifest", file)
    unsafe fclose(file)
    let (code, verdict) = try Self.verify(folder, "out.mp4")
    #expect(code == 5)
    let found = verdict["findings"]?.array?.compactMap { $0["code"]?.string } ?? []
    #expect(found.contains("BMFF-PADDING"))
    let stamped = Command.run(
      ["sign", folder("out.mp4"), "--add-timestamp", "--in-place"]
        + ["--profile", Self.desk.profile()])
    #expect(stamped.code == 0, "\(stamped.errorText)")
    #expect(try Self.verify(folder, "out.mp4").0 == 0)
  }

  @Test("without --in-place the result is another file, and the film is as it was")
  func copied() throws {
    let folder = Scratch()
    Self.film(65 << 20, in: folder)
    #expect(Self.sign(folder, ["-o", folder("out.mp4")]).code == 0)
    let before = try Self.state(folder("out.mp4"))
    let stamped = Command.run(
      ["sign", folder("out.mp4"), "--add-timestamp", "-o", folder("new.mp4")]
        + ["--profile", Self.desk.profile()])
    #expect(stamped.code == 0, "\(stamped.errorText)")
    #expect(try Self.state(folder("out.mp4")).modified == before.modified)
    #expect(try Self.verify(folder, "new.mp4").0 == 0)
  }

  @Test("a film that was changed stays altered when its label grows")
  func altered() throws {
    let folder = Scratch()
    Self.film(65 << 20, in: folder)
    #expect(Self.sign(folder, ["-o", folder("out.mp4")]).code == 0)
    let file = unsafe try #require(unsafe fopen(folder("out.mp4"), "r+"))
    unsafe fseek(file, -10, SEEK_END)
    unsafe fputc(1, file)
    unsafe fclose(file)
    let stamped = Command.run(
      [
        "sign", folder("out.mp4"), "--add-timestamp", "--in-place", "--profile",
        Self.desk.profile(),
      ])
    #expect(stamped.code == 0, "\(stamped.errorText)")
    let (code, verdict) = try Self.verify(folder, "out.mp4")
    #expect(code == 1)
    #expect(verdict["integrity"]?.string == "altered")
  }

  private static func state(
    _ path: String
  ) throws -> (inode: UInt, size: Int, blocks: Int, modified: Int) {
    var status = stat()
    try #require(unsafe stat(path, &status) == 0)
    return (
      UInt(status.st_ino), Int(status.st_size), Int(status.st_blocks),
      status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    )
  }

  private static func beginning(of path: String) -> [UInt8] {
    guard let file = unsafe fopen(path, "rb") else { return [] }
    defer { unsafe fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 200_000)
    let count = unsafe fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }

  private static let wantsHuge = unsafe getenv("BROADSEAL_LARGE") != nil

  @Test(
    "a film beyond four gigabytes is signed, its tables get 64 bits, and it is official",
    .enabled(if: wantsHuge))
  func huge() throws {
    let folder = Scratch()
    let head = MediaFile.type()
    let size = (4 << 30) - 256
    let length = head.count + MediaFile.movie([0, 0]).count + 16
    folder.write(
      head + MediaFile.movie([UInt32(length), UInt32(length + size - 64)])
        + MediaFile.number(UInt32(1)) + Array("mdat".utf8) + MediaFile.number(UInt64(16 + size)),
      to: "in.mp4")
    try #require(unsafe truncate(folder("in.mp4"), off_t(length + size)) == 0)
    let signed = Self.sign(folder, ["-o", folder("out.mp4")])
    #expect(signed.code == 0, "\(signed.errorText)")
    let start = Self.beginning(of: folder("out.mp4"))
    #expect(start.indices.contains { start[$0...].starts(with: "co64".utf8) })
    #expect(!start.indices.contains { start[$0...].starts(with: "stco".utf8) })
    #expect(try Self.verify(folder, "out.mp4").0 == 0)
  }
}
