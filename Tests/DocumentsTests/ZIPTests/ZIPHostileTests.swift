import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

/// Archives that two readers could understand differently (threats T-51 to T-56).
@Suite("Hostile archives") struct ZIPHostileTests {
  /// A way to bend an archive, and the code that it must be refused with.
  struct Case: Sendable, CustomStringConvertible {
    let description: String
    let code: String
    let make: @Sendable () -> [UInt8]

    init(_ description: String, _ code: String, _ make: @escaping @Sendable () -> [UInt8]) {
      self.description = description
      self.code = code
      self.make = make
    }

    /// A sound archive of two files, bent.
    init(
      _ description: String, _ code: String,
      bending bend: @escaping @Sendable (inout ZIPBytes) -> Void
    ) {
      self.init(description, code) {
        var built = ZIPHostileTests.sound.built()
        bend(&built)
        return built.bytes
      }
    }

    /// Files with these names, the last of which may be a folder.
    init(names: String..., code: String) {
      self.init("files named \(names)", code) {
        ZIPFile(names.map { ZIPFile.Entry($0, $0.utf8.last == 0x2F ? "" : "a") }).built().bytes
      }
    }

    /// A file with this name.
    init(name: String, _ code: String) { self.init(names: name, "other", code: code) }
  }

  static let sound = ZIPFile([
    .init("a.txt", "first"), .init("b.txt", "second", deflates: true),
  ])

  /// T-51: names that readers do not tell apart, and paths that climb.
  static let names: [Case] = [
    Case(names: "a.txt", "a.txt", code: "ZIP-NAME-TWIN"),
    Case(names: "a.txt", "A.TXT", code: "ZIP-NAME-TWIN"),
    Case(names: "Stra\u{DF}e", "STRASSE", code: "ZIP-NAME-TWIN"),
    Case(names: "\u{E9}", "e\u{301}", code: "ZIP-NAME-TWIN"),
    Case(names: "a", "a/", code: "ZIP-NAME-TWIN"), Case(names: "a", "a/b", code: "ZIP-NAME-TWIN"),
    Case(names: "a/b/c", "A", code: "ZIP-NAME-TWIN"), Case(names: "a.", "a", code: "ZIP-NAME-TWIN"),
    Case(names: "x /y", "x/y", code: "ZIP-NAME-TWIN"),
    Case(names: "a", "a-b", "a/b", code: "ZIP-NAME-TWIN"),
    Case(names: "a", "a/\u{301}", code: "ZIP-NAME-TWIN"),
    Case(names: "a./\u{301}", "a/\u{301}", code: "ZIP-NAME-TWIN"),
    Case(names: "\u{212B}/b", "a\u{30A}", code: "ZIP-NAME-TWIN"),
    Case(name: "a" + String(repeating: "\u{301}\u{323}", count: 61), "ZIP-NAME"),
    Case(name: "a//b", "ZIP-NAME"), Case(name: "./a", "ZIP-NAME"), Case(name: "a/../b", "ZIP-NAME"),
    Case(name: "../a", "ZIP-NAME"), Case(name: "/a", "ZIP-NAME"), Case(name: "a\\b", "ZIP-NAME"),
    Case(name: "C:/a", "ZIP-NAME"), Case(name: "a\u{0}b", "ZIP-NAME"),
    Case(name: "a\nb", "ZIP-NAME"), Case(name: "a\u{7F}", "ZIP-NAME"),
    Case(name: "a\u{85}", "ZIP-NAME"), Case(name: "txt.\u{202E}cod", "ZIP-NAME"),
    Case(name: "", "ZIP-NAME"), Case(name: "...", "ZIP-NAME"), Case(name: "a/. /b", "ZIP-NAME"),
    Case("a name in no known encoding", "ZIP-NAME-ENCODING") {
      ZIPFile([ZIPFile.Entry("x", "a").with { $0.name = [0x82, 0x41] }]).built().bytes
    },
    Case("a name that is not UTF-8 though it says so", "ZIP-NAME-ENCODING") {
      ZIPFile([
        ZIPFile.Entry("x", "a").with { ($0.name, $0.flags) = ([0xC3, 0x28], 0x0800) }
      ]).built().bytes
    },
  ]

  /// T-52: a local header that disagrees with the directory.
  static let headers: [Case] = [
    Case("another name", "ZIP-HEADER-MISMATCH") { $0.bytes[$0.headers[0] + 30] ^= 1 },
    Case("a longer name", "ZIP-OVERLAP") { $0.put(6 as UInt16, at: $0.headers[0] + 26) },
    Case("another method", "ZIP-HEADER-MISMATCH") { $0.put(8 as UInt16, at: $0.headers[0] + 8) },
    Case("another checksum", "ZIP-HEADER-MISMATCH") { $0.bytes[$0.headers[0] + 14] ^= 1 },
    Case("another compressed size", "ZIP-HEADER-MISMATCH") { $0.bytes[$0.headers[0] + 18] ^= 1 },
    Case("another size", "ZIP-HEADER-MISMATCH") { $0.bytes[$0.headers[0] + 22] ^= 1 },
    Case("encrypted here only", "ZIP-HEADER-MISMATCH") { $0.bytes[$0.headers[0] + 6] ^= 1 },
    Case("UTF-8 here only", "ZIP-HEADER-MISMATCH") { $0.bytes[$0.headers[0] + 7] ^= 8 },
    Case("a descriptor here only", "ZIP-HEADER-MISMATCH") { $0.bytes[$0.headers[0] + 6] ^= 8 },
    Case("no signature", "ZIP-HEADER-MISMATCH") { $0.bytes[$0.headers[1] + 2] = 5 },
    Case("a stored file of two sizes", "ZIP-SIZES") { $0.bytes[$0.records[0] + 24] ^= 1 },
    Case("unknown flags", "ZIP-FLAGS") { $0.bytes[$0.records[0] + 8] ^= 0x20 },
    Case("strong encryption", "ZIP-FLAGS") { $0.bytes[$0.records[0] + 8] ^= 0x41 },
    Case("masked headers", "ZIP-FLAGS") { $0.bytes[$0.records[0] + 9] ^= 0x20 },
    extra("sizes of 64 bits", "ZIP-ZIP64", [1, 0, 8, 0] + [UInt8](repeating: 0, count: 8)),
    extra("another Unicode path", "ZIP-UNICODE-PATH", unicodePath("b.txt")),
    extra("an extra field that breaks off", "ZIP-EXTRA", [0x55, 0x54, 9, 0, 1]),
    extra("rest that is no block", "ZIP-EXTRA", [0x55, 0x54, 0, 0, 7, 7]),
    Case("a Unicode path in the directory only", "ZIP-UNICODE-PATH") {
      ZIPFile([ZIPFile.Entry("a.txt", "a").with { $0.extra = unicodePath("b.txt") }]).built().bytes
    },
  ]

  private static func extra(_ what: String, _ code: String, _ extra: [UInt8]) -> Case {
    Case("\(what) in a local header only", code) {
      ZIPFile([ZIPFile.Entry("a.txt", "a").with { $0.localExtra = extra }]).built().bytes
    }
  }

  private static func unicodePath(_ name: String) -> [UInt8] {
    let data = [1] + little(ZIPFile.checksum("a.txt".utf8)) + Array(name.utf8)
    return [0x75, 0x70] + little(UInt16(data.count)) + data
  }

  /// T-53: bytes that belong to nothing.
  static let gaps: [Case] = [
    Case("an entry without a record", "ZIP-GAP") { built in
      built.insertBeforeDirectory(Array(ZIPFile([.init("hidden", "x")]).built().bytes.prefix(37)))
    },
    Case("bytes before the directory", "ZIP-GAP") { $0.insertBeforeDirectory([0]) },
    Case("a wrong descriptor", "ZIP-DESCRIPTOR") {
      var built = described(.signed).built()
      built.bytes[built.directory - 1] ^= 1
      return built.bytes
    },
    Case("no descriptor though one is promised", "ZIP-DESCRIPTOR") {
      var built = sound.built()
      for place in [built.headers[1] + 6, built.records[1] + 8] { built.bytes[place] |= 8 }
      return built.bytes
    },
    Case("bytes after a descriptor", "ZIP-DESCRIPTOR") {
      var built = described(.bare).built()
      built.insertBeforeDirectory([0])
      return built.bytes
    },
    Case("a descriptor of 64 bits", "ZIP-DESCRIPTOR") {
      var built = described(.signed).built()
      built.insertBeforeDirectory([UInt8](repeating: 0, count: 8))
      return built.bytes
    },
  ]

  private static func described(_ descriptor: ZIPFile.Descriptor) -> ZIPFile {
    ZIPFile([.init("a.txt", "first"), .init("b.txt", "x").with { $0.descriptor = descriptor }])
  }

  /// T-54: where the directory is, and how long.
  static let ends: [Case] = [
    Case("nothing at all", "ZIP-END") {
      Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 60)
    },
    Case("cut off", "ZIP-END") { $0.bytes.removeLast(30) },
    Case("a byte after the end", "ZIP-TRAILING") { $0.bytes.append(0) },
    Case("cut off inside its end", "ZIP-END") { $0.bytes.removeLast(5) },
    Case("a comment that is too short", "ZIP-END") { $0.put(3 as UInt16, at: $0.end + 20) },
    Case("another end record in the comment", "ZIP-END-AMBIGUOUS") {
      var file = sound
      file.comment = Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 18)
      return file.built().bytes
    },
    Case("an end record that swallows the other", "ZIP-END-AMBIGUOUS") {
      let inner = Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 16)
      var file = ZIPFile([.init("a.txt", "first"), .init("b.txt", "")])
      file.entries[1].content = inner + [0, 0]
      var built = file.built()
      let place = built.headers[1] + 35
      built.put(UInt16(built.bytes.count - place - 22), at: place + 20)
      let sum = ZIPFile.checksum(built.bytes[place..<(place + 22)])
      for offset in [built.headers[1] + 14, built.records[1] + 16] { built.put(sum, at: offset) }
      return built.bytes
    },
    Case("an end record in the comment of a file", "ZIP-END-AMBIGUOUS") {
      var file = sound
      file.entries[0].comment = Array("PK\u{5}\u{6}".utf8)
      return file.built().bytes
    },
    Case("a hidden locator", "ZIP-ZIP64") {
      var file = sound
      file.entries[1].comment = Array("PK\u{6}\u{7}".utf8) + [UInt8](repeating: 0, count: 16)
      return file.built().bytes
    },
    Case("fewer than are there", "ZIP-COUNT") { built in
      for place in [8, 10] { built.put(1 as UInt16, at: built.end + place) }
    },
    Case("more than are there", "ZIP-COUNT") { built in
      for place in [8, 10] { built.put(3 as UInt16, at: built.end + place) }
    },
    Case("counted two ways", "ZIP-COUNT") { $0.put(3 as UInt16, at: $0.end + 10) },
    Case("as many as ZIP64 needs", "ZIP-ZIP64") { built in
      for place in [8, 10] { built.put(UInt16.max, at: built.end + place) }
    },
    Case("an offset as in ZIP64", "ZIP-ZIP64") { $0.put(UInt32.max, at: $0.end + 16) },
    Case("a size as in ZIP64", "ZIP-ZIP64") { $0.put(UInt32.max, at: $0.records[0] + 24) },
    Case("a directory elsewhere", "ZIP-DIRECTORY-OFFSET") { built in
      built.put(UInt32(built.directory - 1), at: built.end + 16)
    },
    Case("an archive behind a program", "ZIP-DIRECTORY-OFFSET") {
      $0.bytes = Array("PK\u{3}\u{4}".utf8) + $0.bytes
    },
    Case("another disk", "ZIP-MULTI-DISK") { $0.put(1 as UInt16, at: $0.end + 4) },
    Case("a file on another disk", "ZIP-MULTI-DISK") {
      $0.put(1 as UInt16, at: $0.records[0] + 34)
    },
    Case("a record that is none", "ZIP-DIRECTORY") { $0.bytes[$0.records[1] + 2] = 9 },
    Case("a record that reaches too far", "ZIP-DIRECTORY") {
      $0.put(0x7FFF as UInt16, at: $0.records[1] + 28)
    },
  ]

  /// T-56: entries that share bytes, and entries that are no files.
  static let overlaps: [Case] = [
    Case("two records of one file", "ZIP-OVERLAP") { built in
      built.put(UInt32(0), at: built.records[1] + 42)
    },
    Case("a file that reaches into the next", "ZIP-OVERLAP") { built in
      for place in [built.headers[0] + 18, built.records[0] + 20] {
        built.put(9 as UInt32, at: place)
        built.put(9 as UInt32, at: place + 4)
      }
    },
    Case("a header behind the directory", "ZIP-GAP") { built in
      built.put(UInt32(built.bytes.count), at: built.records[1] + 42)
    },
    Case("a first file that does not begin the archive", "ZIP-PREFIX") { built in
      built.put(4 as UInt32, at: built.records[0] + 42)
    },
    typed("a symbolic link", "ZIP-SYMLINK", 0xA1FF), typed("a device", "ZIP-TYPE", 0x61B6),
    typed("a folder by its mode only", "ZIP-TYPE", 0x41ED),
    Case("a deflated folder with content", "ZIP-TYPE") {
      var built = ZIPFile([deflatedFolder]).built()
      built.bytes[built.headers[0] + 32] = 4
      return built.bytes
    },
    Case("a folder with content", "ZIP-TYPE") {
      ZIPFile([.init("a/", "content")]).built().bytes
    },
  ]

  /// A folder whose nothing is deflated, as Java's writer does it.
  static let deflatedFolder = ZIPFile.Entry("a/", deflates: true)

  private static func typed(_ what: String, _ code: String, _ mode: UInt32) -> Case {
    Case(what, code) {
      ZIPFile([
        ZIPFile.Entry("a", "b.txt").with { ($0.madeBy, $0.attributes) = (0x0314, mode << 16) }
      ]).built().bytes
    }
  }

  @Test(
    "an archive that two readers could understand differently is refused",
    arguments: names + headers + gaps + ends + overlaps)
  func refuses(_ row: Case) throws {
    let document = try Document(ByteSource(bytes: row.make()), path: "a.zip")
    #expect(document.carrier == nil)
    #expect(ZIPHostileTests.code(of: document.problem) == row.code)
  }

  @Test("names that are nothing but folders take no longer than their length")
  func deepNames() throws {
    let names = (0..<32).map { String(repeating: "a/", count: 32_000) + "\($0)" }
    let bytes = ZIPFile(names.map { ZIPFile.Entry($0, "a") }).built().bytes
    var document: Document?
    let time = try ComputingTime.spent {
      document = try Document(ByteSource(bytes: bytes), path: "a.zip")
    }
    #expect(document?.carrier != nil)
    #expect(time < .seconds(15), "\(time)")
  }

  @Test("the archive that the others are bent from is sound")
  func soundIsRead() throws {
    let document = try Document(ByteSource(bytes: Self.sound.built().bytes), path: "a.zip")
    #expect(document.carrier != nil && document.problem == nil && document.extensionAgrees)
    #expect(try document.carrier?.collection()?.members.map(\.path) == ["a.txt", "b.txt"])
  }

  @Test("an archive that is only said to be split, or wide, is one that nobody looked into")
  func unsupported() throws {
    for row in Self.ends where ["ZIP-ZIP64", "ZIP-MULTI-DISK"].contains(row.code) {
      let document = try Document(ByteSource(bytes: row.make()), path: "a.zip")
      guard case .refused(let refusal) = document.problem else {
        Issue.record("\(row): \(String(describing: document.problem))")
        continue
      }
      #expect(refusal.remedy == .sidecar)
    }
  }

  static func code(of problem: DocumentError?) -> String? {
    switch problem {
    case .malformed(let code, _): code.name
    case .refused(let refusal): refusal.code.name
    case .source, nil: nil
    }
  }
}
