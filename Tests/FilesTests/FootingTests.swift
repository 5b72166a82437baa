import BroadsealBytes
import Glibc
import TestSupport
import Testing

@testable import BroadsealFiles

@Suite("What was found in a folder is opened through no link, and what was named through any")
struct FootingTests {
  private let scratch = Scratch()

  init() {
    scratch.write(Array("plain".utf8), to: "in/sub/a.txt")
    scratch.write(Array("other".utf8), to: "other/a.txt")
    for (target, link) in [
      ("../other/a.txt", "in/link.txt"), ("../other", "in/folder"), ("in", "named"),
      ("nowhere", "in/dangling"), ("link.txt", "in/chain.txt"),
    ] {
      let made = unsafe symlink(target, scratch(link))
      precondition(made == 0)
    }
  }

  /// The content of `name`, found in the folder that is named `root`.
  private func read(_ name: String, below root: String) throws(SourceError) -> String {
    let start = scratch(root) + "/"
    let path = FilePath(start + name).found(below: start.utf8.count)
    let source = try ByteSource(path)
    let bytes = try source.read(ByteRange(first: source.size))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func fault(_ name: String, below root: String) -> SourceError.Kind? {
    do throws(SourceError) {
      _ = try read(name, below: root)
      return nil
    } catch { return error.kind }
  }

  @Test("a file in folders, and in a folder that was named by a link")
  func plain() throws {
    #expect(try read("sub/a.txt", below: "in") == "plain")
    #expect(try read("sub/a.txt", below: "named") == "plain")
    #expect(try read("a.txt", below: "in/sub") == "plain")
    #expect(try read("sub//a.txt", below: "in/") == "plain")
  }

  @Test(
    "no link below the folder", arguments: ["link.txt", "folder/a.txt", "dangling", "chain.txt"])
  func links(name: String) throws {
    #expect(fault(name, below: "in") == .link)
    #expect(fault(name, below: "named") == .link)
    if name != "dangling" { #expect(try ByteSource(FilePath(scratch("in/" + name))).size == 5) }
  }

  @Test("what is missing is missing, and no way leads up")
  func missing() {
    for name in ["gone.txt", "gone/a.txt", "sub/../sub/a.txt"] {
      guard case .system(let code, _) = fault(name, below: "in") else {
        Issue.record("\(name)")
        continue
      }
      #expect(code == ENOENT)
    }
    guard case .system(let code, _) = fault("sub/a.txt/b", below: "in") else {
      Issue.record("a file for a folder")
      return
    }
    #expect(code == ENOTDIR)
  }

  @Test("what is put in the place of a file later is another one")
  func still() throws {
    let start = scratch("in") + "/"
    let path = FilePath(start + "sub/a.txt").found(below: start.utf8.count)
    let source = try ByteSource(path)
    let state = try FileStatus(at: path)
    #expect(state.isRegular && source.isStill(state.identity))
    try source.checkStill(at: path)
    #expect(unsafe rename(scratch("in/sub"), scratch("in/old")) == 0)
    #expect(unsafe symlink("old", scratch("in/sub")) == 0)
    #expect(throws: SourceError(.changed, path: path.display)) { try source.checkStill(at: path) }
    #expect(unsafe unlink(scratch("in/sub")) == 0)
    scratch.write(Array("third".utf8), to: "in/sub/a.txt")
    #expect(throws: SourceError(.changed, path: path.display)) { try source.checkStill(at: path) }
    #expect(try !source.isStill(FileStatus(at: path).identity))
  }

  @Test("nothing is written where a link leads out of the folder")
  func outputs() throws {
    let start = scratch("in") + "/"
    let path = FilePath(start + "link.txt").found(below: start.utf8.count)
    #expect(throws: SourceError(.link, path: path.display)) {
      _ = try AtomicOutput(path, overwrites: true)
    }
    var output = try AtomicOutput(FilePath(start + "link.txt"), overwrites: true)
    unsafe try output.append(Array("new".utf8).span.bytes)
    try output.commit()
    #expect(scratch.read("other/a.txt") == Array("new".utf8))
  }

  /// The way to `sub/a.txt` in a folder that was named, or named as a whole.
  private func path(_ name: String, isFound: Bool) -> FilePath {
    let start = scratch("in") + "/"
    return isFound
      ? FilePath(start + name).found(below: start.utf8.count) : FilePath(start + name)
  }

  @Test(
    "a folder that is swapped for a link while a file is written moves nothing",
    arguments: [true, false], [true, false])
  func swapped(isFound: Bool, overwrites: Bool) throws {
    let name = overwrites ? "sub/a.txt" : "sub/b.txt"
    var output = try AtomicOutput(path(name, isFound: isFound), overwrites: overwrites)
    unsafe try output.append(Array("new".utf8).span.bytes)
    #expect(unsafe rename(scratch("in/sub"), scratch("in/old")) == 0)
    #expect(unsafe symlink("../other", scratch("in/sub")) == 0)
    try output.commit()
    #expect(scratch.read("other/a.txt") == Array("other".utf8))
    #expect(scratch.names(in: "other") == ["a.txt"])
    #expect(scratch.read("in/old/" + name.dropFirst(4)) == Array("new".utf8))
    #expect(scratch.names(in: "in/old").count == (overwrites ? 1 : 2))
  }

  @Test("what was begun before a swap and is given up leaves nothing", arguments: [true, false])
  func givenUp(isFound: Bool) throws {
    func begin() throws {
      var output = try AtomicOutput(path("sub/b.txt", isFound: isFound), overwrites: false)
      unsafe try output.append(Array("new".utf8).span.bytes)
      #expect(unsafe rename(scratch("in/sub"), scratch("in/old")) == 0)
      #expect(unsafe symlink("../other", scratch("in/sub")) == 0)
    }
    try begin()
    #expect(scratch.names(in: "in/old") == ["a.txt"] && scratch.names(in: "other") == ["a.txt"])
  }

  @Test("below a folder nothing is begun, made or taken away through a link")
  func refused() throws {
    let start = scratch("in") + "/"
    for name in ["folder/b.txt", "folder/a.txt", "link.txt"] {
      let path = path(name, isFound: true)
      #expect(throws: SourceError(.link, path: path.display)) {
        _ = try AtomicOutput(path, overwrites: true)
      }
    }
    #expect(throws: SourceError(.link, path: start + "folder/new")) {
      try path("folder/new", isFound: true).makeFolder()
    }
    #expect(!path("folder/a.txt", isFound: true).remove())
    #expect(scratch.names(in: "other") == ["a.txt"])
    #expect(path("sub/a.txt", isFound: true).remove() && path("sub/a.txt", isFound: true).remove())
    #expect(scratch.names(in: "in/sub").isEmpty)
    try path("sub/new/er", isFound: true).makeFolder()
    #expect(FilePath(scratch("in/sub/new/er")).isFolder)
  }

  @Test("what is moved out of a folder is moved out of that folder")
  func moves() throws {
    let start = scratch("in") + "/"
    let path = FilePath(start + "folder/a.txt").found(below: start.utf8.count)
    #expect(throws: SourceError(.link, path: path.display)) {
      try path.move(to: FilePath(scratch("moved.txt")))
    }
    #expect(scratch.read("other/a.txt") != nil)
    try FilePath(start + "sub/a.txt").found(below: start.utf8.count)
      .move(to: FilePath(scratch("moved.txt")))
    #expect(scratch.read("moved.txt") == Array("plain".utf8))
  }
}
