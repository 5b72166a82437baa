import BroadsealBytes
import Glibc
import TestSupport
import Testing

@testable import BroadsealFolders

@Suite("Folders, files and lists are met in one path order, each file once")
struct OrderedWalkTests {
  private let scratch = Scratch()

  private func met(
    _ roots: [String], filter: Walk.Filter = Walk.Filter(), list: String? = nil,
    limit: Int = 1 << 20
  ) throws -> [String] {
    var names: SortedPaths?
    if let list {
      let path = scratch.write(Array(list.utf8), to: ".list")
      names = SortedPaths(
        descriptor: unsafe open(path, O_RDONLY), separator: .newline, limit: limit)
    }
    var walk = OrderedWalk(
      roots.map { FilePath(scratch($0)) }, filter: filter, list: names)
    var found: [String] = []
    while let entry = try walk.next() {
      found.append(String(entry.path.display.dropFirst(scratch.path.utf8.count + 1)))
    }
    return found
  }

  private func fill() {
    for name in ["b/1", "b/c/2", "b/c.txt", "a/3", "d"] { scratch.write("x".utf8, to: name) }
  }

  @Test("overlapping roots meet a file once, whatever their order and spelling")
  func overlap() throws {
    fill()
    let whole = ["a/3", "b/1", "b/c/2", "b/c.txt", "d"]
    #expect(try met(["b/c", "d", "b", "a", "b/./c", "b/c/2", "a/../a"]) == whole)
    #expect(try met(["b", "b"]) == ["b/1", "b/c/2", "b/c.txt"])
    #expect(unsafe symlink("b", scratch("link")) == 0)
    #expect(try met(["b", "link"]).count == 3)
  }

  @Test("what a pattern leaves out of a folder is met where it is named itself")
  func named() throws {
    fill()
    let filter = Walk.Filter(exclude: [Glob("c")].compactMap(\.self))
    #expect(try met(["b"], filter: filter) == ["b/1", "b/c.txt"])
    #expect(try met(["b", "b/c"], filter: filter) == ["b/1", "b/c/2", "b/c.txt"])
    let only = Walk.Filter(include: [Glob("*.txt")].compactMap(\.self))
    #expect(try met(["b", "b/1"], filter: only) == ["b/1", "b/c.txt"])
  }

  @Test(
    "a list file comes in path order, and its names among those of folders",
    arguments: [1 << 20, 300, 1])
  func lists(limit: Int) throws {
    fill()
    let names = ["d", "gone", "a/3", "d", "b/c/2", "0"].map { scratch($0) }
    let list = names.joined(separator: "\n")
    #expect(try met([], list: list, limit: limit) == ["0", "a/3", "b/c/2", "d", "gone"])
    #expect(
      try met(["b"], list: list, limit: limit)
        == ["0", "a/3", "b/1", "b/c/2", "b/c.txt", "d", "gone"])
    #expect(try met([], list: "", limit: limit) == [])
  }

  @Test("a root that is not there is said once")
  func missing() throws {
    #expect(try met(["none", "none"]) == ["none"])
  }
}
