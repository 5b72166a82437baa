import BroadsealBytes
import BroadsealFolders
import TestSupport
import Testing

@testable import BroadsealAuditing

@Suite("An archive is looked into within bounds that hold for all archives in it together")
struct ArchiveWalkTests {
  private let folder = Scratch()

  /// A ZIP archive of files of those names, all with the same content.
  private func zip(_ names: [String], _ content: [UInt8]) -> [UInt8] {
    ZIPFile(names.map { name in ZIPFile.Entry(name).with { $0.content = content } }).built().bytes
  }

  /// What is told of the files in an archive: those that are judged, and those that are refused.
  private func told(_ bytes: [UInt8], _ limits: ArchiveLimits) throws -> (judged: Int, last: String)
  {
    let path = FilePath(folder.write(bytes, to: "a.zip"))
    var walk = ArchiveWalk(limits)
    let isArchive = walk.open(WalkEntry(path, .file))
    #expect(isArchive)
    var judged = 0
    var last = ""
    while let entry = walk.next() {
      last = ""
      switch entry.content {
      case .member: judged += 1
      case .refused(let code, let detail): last = "\(code.code) \(detail ?? "")"
      case .special, .sidecar: break
      }
    }
    return (judged, last)
  }

  @Test("as many files as may be told, however deep they lie")
  func files() throws {
    let inner = zip(["1.txt", "2.txt", "3.txt"], Array("x".utf8))
    let bytes = zip(["a.zip", "b.zip", "c.zip"], inner)
    var limits = ArchiveLimits()
    #expect(try told(bytes, limits) == (12, ""))
    limits.members = 7
    let (judged, last) = try told(bytes, limits)
    #expect(judged == 7)
    #expect(last.contains("more than 7 files"), "\(last)")
  }

  @Test("as many bytes as may be unpacked, however deep they lie")
  func bytes() throws {
    let names = (0..<8).map { "\($0).txt" }
    let inner = zip(names, [UInt8](repeating: 0x20, count: 100_000))
    let bytes = zip(["a.zip", "b.zip", "c.zip", "d.zip"], inner)
    var limits = ArchiveLimits()
    // As many bytes as the outer archive has, in which nothing is compressed: two of the four archives in it, and
    // the eight files of each.
    limits.ratio = 1
    let (judged, last) = try told(bytes, limits)
    #expect(judged == 18)
    #expect(last.contains("unpacks to more"), "\(last)")
  }
}
