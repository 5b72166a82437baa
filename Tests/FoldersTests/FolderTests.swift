import BroadsealBytes
import TestSupport
import Testing

@testable import BroadsealFolders

@Suite("A folder gives its names in order, however many may be held at a time")
struct FolderTests {
  private func names(_ folder: inout Folder) throws -> [String] {
    var names: [String] = []
    while let member = try folder.next() {
      names.append(String(decoding: member.name, as: UTF8.self))
    }
    return names
  }

  @Test("each once, and knows what it holds", arguments: [1, 100, 1_000, 10_000, 1 << 20])
  func order(limit: Int) throws {
    let scratch = Scratch()
    let wanted = (0..<300).map {
      "\(($0 * 7_919) % 1_000)-\(String(repeating: "n", count: $0 % 40))"
    }
    for name in wanted { scratch.write([], to: name) }
    var folder = try Folder(FilePath(scratch.path), following: false, limit: limit)
    for name in wanted.prefix(50) { #expect(folder.contains(Array(name.utf8)[...])) }
    #expect(!folder.contains(Array("x".utf8)[...]))
    let found = try names(&folder)
    let sorted = wanted.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(found == sorted)
    #expect(try folder.next() == nil)
    for name in wanted.suffix(50) { #expect(folder.contains(Array(name.utf8)[...])) }
  }

  @Test("what is there no more when the next names are read is not met, and what is new is")
  func changing() throws {
    let scratch = Scratch()
    for name in 10..<40 { scratch.write([], to: "\(name)") }
    var folder = try Folder(FilePath(scratch.path), following: false, limit: 100)
    #expect(try folder.next()?.name == Array("10".utf8))
    #expect(Command.shell("cd '\(scratch.path)' && rm 39 && touch 99").code == 0)
    let rest = try names(&folder)
    #expect(rest == (11..<39).map { "\($0)" } + ["99"])
  }

  @Test("nothing, and a folder that is not there")
  func empty() throws {
    let scratch = Scratch()
    var folder = try Folder(FilePath(scratch.path), following: false)
    #expect(try folder.next() == nil)
    #expect(throws: FolderError.self) {
      try Folder(FilePath(scratch("nowhere")), following: false)
    }
  }
}
