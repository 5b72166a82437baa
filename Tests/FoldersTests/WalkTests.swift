import BroadsealBytes
import Glibc
import TestSupport
import Testing

@testable import BroadsealFolders

@Suite("A walk meets every file once, in path order")
struct WalkTests {
  private func entries(
    _ roots: [FilePath], include: [String] = [], exclude: [String] = []
  ) -> [WalkEntry] {
    let filter = Walk.Filter(
      include: include.compactMap { Glob($0) }, exclude: exclude.compactMap { Glob($0) })
    var walk = Walk(roots, filter: filter)
    var met: [WalkEntry] = []
    while let entry = walk.next() { met.append(entry) }
    return met
  }

  private func names(_ entries: [WalkEntry], in scratch: Scratch) -> [String] {
    entries.map { String($0.path.display.dropFirst(scratch.path.count + 1)) }
  }

  @Test("folders come before names that merely begin like them")
  func order() {
    let scratch = Scratch()
    for name in ["b.txt", "a.txt", "a/z.txt", "a/b/c.txt", "a-b.txt"] {
      scratch.write([], to: name)
    }
    let met = entries([FilePath(scratch.path)])
    #expect(names(met, in: scratch) == ["a/b/c.txt", "a/z.txt", "a-b.txt", "a.txt", "b.txt"])
    #expect(met.allSatisfy { $0.kind == .file })
    #expect(met.map(\.path) == met.map(\.path).sorted())
  }

  @Test("links, loops, pipes and sidecars are named and not read")
  func skipped() {
    let scratch = Scratch()
    scratch.write([], to: "real/a.pdf")
    scratch.write([], to: "real/a.pdf.c2pa")
    scratch.write([], to: "real/orphan.pdf.c2pa")
    unsafe symlink(scratch.path, scratch("real/loop"))
    unsafe symlink("/etc/passwd", scratch("link"))
    unsafe mkfifo(scratch("pipe"), 0o600)
    let kinds = Dictionary(
      uniqueKeysWithValues: zip(
        names(entries([FilePath(scratch.path)]), in: scratch),
        entries([FilePath(scratch.path)]).map(\.kind)))
    #expect(
      kinds == [
        "link": .skipped(.symbolicLink), "pipe": .skipped(.special), "real/a.pdf": .file,
        "real/a.pdf.c2pa": .skipped(.sidecar), "real/loop": .skipped(.symbolicLink),
        "real/orphan.pdf.c2pa": .file,
      ])
  }

  @Test("a name keeps its bytes, whatever they are")
  func bytes() throws {
    let scratch = Scratch()
    let hostile: [[UInt8]] = [
      [0x2D, 0x72, 0x66], [0x61, 0x0A, 0x62], [0xC3], [0xFF, 0xFE], Array("e\u{301}".utf8),
      Array("\u{E9}".utf8), Array(repeating: 0x78, count: 255),
    ]
    for name in hostile { scratch.write([1], toBytes: name) }
    let met = entries([FilePath(scratch.path)]).map { Array($0.path.name) }
    #expect(Set(met) == Set(hostile))
    #expect(met.count == hostile.count)
  }

  @Test("globs choose and prune")
  func globs() {
    let scratch = Scratch()
    for name in ["a.pdf", "b.txt", "old/c.pdf", "new/d.pdf"] { scratch.write([], to: name) }
    let met = entries([FilePath(scratch.path)], include: ["*.pdf"], exclude: ["old"])
    #expect(names(met, in: scratch) == ["a.pdf", "new/d.pdf"])
  }

  @Test("what cannot be reached is said")
  func unreachable() {
    let met = entries(["/nonexistent/broadseal"])
    #expect(met.map(\.kind) == [.unreadable("No such file or directory")])
  }

  @Test("a link that the user names is followed")
  func namedLink() {
    let scratch = Scratch()
    scratch.write([], to: "real/a.pdf")
    unsafe symlink(scratch("real"), scratch("link"))
    #expect(names(entries([FilePath(scratch("link"))]), in: scratch) == ["link/a.pdf"])
  }
}
