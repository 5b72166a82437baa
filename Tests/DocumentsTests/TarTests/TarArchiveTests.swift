import BroadsealFiles
import TestSupport
import Testing

@testable import BroadsealDocuments

@Suite(
  "A tar archive is listed where every program takes the same files out of it, and else not at all")
struct TarArchiveTests {
  /// An archive, and what it must be read as.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    /// Names and contents; nil where the archive is in doubt.
    let files: [String: String]?

    init(_ name: String, _ files: [String: String]?, _ bytes: [UInt8]) {
      (testDescription, self.files, self.bytes) = (name, files, bytes)
    }
  }

  private static let one = TarFile().with("a.txt", Array("one".utf8))
  private static let two = Array("two".utf8)
  private static let plain = ["a.txt": "one", "b.txt": "two"]

  static let genuine: [Case] = [
    Case("two files", plain, one.with("b.txt", two).ended()),
    Case("GNU's headers", plain, one.with("b.txt", two, mark: TarFile.gnu).ended()),
    Case("no end at all", plain, one.with("b.txt", two).bytes),
    Case("an end filled up to a tape's block", plain, one.with("b.txt", two).ended(blocks: 20)),
    Case("the kind that is contiguous", plain, one.with("b.txt", two, type: "7").ended()),
    Case("the kind of old", plain, one.with("b.txt", two, type: "\u{0}").ended()),
    Case(
      "folders and a prefix", ["a.txt": "one", "in/b.txt": "two"],
      one.with("in/", type: "5").with("old/", type: "\u{0}").with("b.txt", two, prefix: "in")
        .ended()),
    Case(
      "a long name of GNU's", ["a.txt": "one", "long.txt": "two"],
      one.with("././@LongLink", Array("long.txt\u{0}".utf8), type: "L", mark: TarFile.gnu)
        .with("cut", two, mark: TarFile.gnu).ended()),
    Case(
      "a name, times and rights in an extended header, and a remark for all",
      ["a.txt": "one", "long.txt": "two"],
      TarFile().with(records: [("comment", "0123abcd")], type: "g").with("a.txt", Array("one".utf8))
        .with(records: [
          ("mtime", "1.5"), ("path", "long.txt"), ("SCHILY.xattr.user.x", "y"), ("size", "3"),
        ]).with("cut", two).ended()),
    Case(
      "a hard link comes out as the file that it leads to", ["a.txt": "one", "b.txt": "one"],
      one.with("b.txt", type: "1", target: "a.txt").ended()),
  ]

  static let doubtful: [Case] = [
    Case(
      "another size in the extended header", nil,
      one.with(records: [("size", "1")]).with("b.txt", two).ended()),
    Case(
      "a size for all", nil,
      one.with(records: [("size", "3")], type: "g").with("b.txt", two).ended()),
    Case(
      "a name for all", nil,
      one.with(records: [("path", "c")], type: "g").with("b.txt", two).ended()),
    Case("a name that goes up a folder", nil, one.with("x/../a.txt", two).ended()),
    Case("an unknown kind", nil, one.with("b.txt", two, type: "Z").ended()),
    Case("a sparse file of GNU's", nil, one.with("b.txt", two, type: "S").ended()),
    Case(
      "a sparse file in an extended header", nil,
      one.with(records: [("GNU.sparse.size", "9")]).with("b.txt", two).ended()),
    Case(
      "a record that nobody knows", nil,
      one.with(records: [("X.new", "9")]).with("b.txt", two).ended()),
    Case(
      "a record that is said twice", nil,
      one.with(records: [("path", "c"), ("path", "d")]).with("b.txt", two).ended()),
    Case(
      "a name that is taken away", nil, one.with(records: [("path", "")]).with("b.txt", two).ended()
    ),
    Case(
      "a record of no length", nil,
      one.with("pax", Array("0 path=c\n".utf8), type: "x").with("b.txt", two).ended()),
    Case(
      "records with something behind them", nil,
      one.with("pax", Array("11 path=c.x\nmore".utf8), type: "x").with("b.txt", two).ended()),
    Case(
      "two headers for one member", nil,
      one.with(records: [("path", "c")]).with(records: [("path", "d")]).with("b.txt", two).ended()),
    Case(
      "GNU's long name and an extended header", nil,
      one.with("l", Array("c".utf8), type: "L").with(records: [("path", "d")]).with("b.txt", two)
        .ended()),
    Case("a long name that nothing bears", nil, one.with("l", Array("c".utf8), type: "L").ended()),
    Case("a file behind the end", nil, one.ended(then: TarFile().with("b.txt", two).ended())),
    Case(
      "a file behind one block of zeros", nil,
      one.ended(blocks: 1, then: TarFile().with("b.txt", two).ended())),
    Case("an end of more than any tape's block", nil, one.ended(blocks: 2_049)),
    Case(
      "a hard link with content", nil, one.with("b.txt", two, type: "1", target: "a.txt").ended()),
    Case(
      "a hard link to nothing before it", nil, one.with("b.txt", type: "1", target: "c").ended()),
    Case(
      "a symbolic link with content", nil,
      one.with("b.txt", two, type: "2", target: "a.txt").ended()),
    Case("a folder with content", nil, one.with("in", two, type: "5").ended()),
    Case("a file that is named as a folder", nil, one.with("b.txt/", two).ended()),
    Case("two files of one name", nil, one.with("./a.txt", two).ended()),
    Case(
      "GNU's headers with a prefix", nil,
      one.with("b.txt", two, prefix: "x", mark: TarFile.gnu).ended()),
    Case("a mark of no form", nil, one.with("b.txt", two, mark: "ustarX").ended()),
    Case("no name", nil, one.with("", two).ended()),
  ]

  private func archive(_ bytes: [UInt8]) throws -> TarArchive {
    try #require(try TarArchive(ByteSource(bytes: bytes), limit: 100))
  }

  @Test("what all read alike", arguments: genuine)
  func alike(_ row: Case) throws {
    let archive = try archive(row.bytes)
    #expect(archive.doubt == nil && !archive.isCut)
    var files: [String: String] = [:]
    for member in archive.members where member.kind == .file {
      let content = try archive.content(of: member, limit: 100)
      files[String(decoding: member.name, as: UTF8.self)] = String(decoding: content, as: UTF8.self)
    }
    #expect(files == row.files)
  }

  @Test("what some read otherwise", arguments: doubtful)
  func otherwise(_ row: Case) throws {
    let archive = try archive(row.bytes)
    #expect(archive.doubt != nil && archive.members.isEmpty)
  }

  @Test("what breaks off, and what is no tar archive")
  func cut() throws {
    let whole = TarArchiveTests.one.with("b.txt", TarArchiveTests.two).bytes
    for end in [1_025, 1_500, 1_537] {
      let archive = try archive(Array(whole.prefix(end)))
      #expect(archive.isCut && archive.members.map(\.name) == [Array("a.txt".utf8)], "\(end)")
    }
    var broken = whole
    broken[1_024] ^= 1
    #expect(try archive(broken).isCut)
    let large = TarArchiveTests.one.with("b.txt", TarArchiveTests.two, claims: 1 << 30).ended()
    #expect(try archive(large).isCut)
    #expect(try TarArchive(ByteSource(bytes: Array(whole.dropFirst())), limit: 9) == nil)
    #expect(try TarArchive(ByteSource(bytes: whole), limit: 1)?.isCut == true)
  }

  @Test("GNU tar and Python take the same files out", arguments: genuine)
  func witnesses(_ row: Case) {
    let folder = Scratch()
    folder.write(row.bytes, to: "a.tar")
    let python = "import sys, tarfile; tarfile.open(sys.argv[1]).extractall(sys.argv[2])"
    let done = Command.shell(
      "cd '\(folder.path)' && mkdir g p && tar -C g -xf a.tar && python3 -c '\(python)' a.tar p")
    #expect(done.code == 0, "\(done.errorText)")
    for (name, content) in row.files ?? [:] {
      for witness in ["g", "p"] {
        #expect(folder.read("\(witness)/\(name)") == Array(content.utf8), "\(witness)/\(name)")
      }
    }
    let count = Command.shell("find '\(folder.path)' -mindepth 2 -type f | wc -l").text
    #expect(count.split(separator: "\n").first == "\(2 * (row.files?.count ?? 0))")
  }
}
