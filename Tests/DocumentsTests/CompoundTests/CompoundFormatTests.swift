import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

@Suite("A compound file is what stands in its root")
struct CompoundFormatTests {
  private func document(_ bytes: [UInt8], _ name: String) throws -> Document {
    try Document(ByteSource(bytes: bytes), path: FilePath(name))
  }

  private static func file(
    _ streams: [String], storages: [String] = [], version: Int = 3, idle: Int = 0
  ) -> [UInt8] {
    var file = CompoundFile(streams, storages: storages)
    (file.version, file.idle) = (version, idle)
    return file.bytes
  }

  private static let installer: [UInt8] = {
    var file = CompoundFile(["a", "b"])
    file.rootClass = [0x84, 0x10, 0x0C, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46]
    return file.bytes
  }()

  private static let word = "application/msword"
  private static let docx = Format.docx.mediaType

  static let agreeing: [(String, [UInt8], Format, String)] = [
    ("a.doc", CompoundFile.word.bytes, .compound, word),
    ("a.doc", file(["WORDDOCUMENT"], version: 4), .compound, word),
    ("a.xls", file(["Workbook"]), .compound, "application/vnd.ms-excel"),
    ("a.xls", file(["Book", "Workbook"]), .compound, "application/vnd.ms-excel"),
    (
      "a.ppt", file(["Current User", "PowerPoint Document"]), .compound,
      "application/vnd.ms-powerpoint"
    ),
    ("a.msi", installer, .compound, "application/x-msi"),
    ("a.docx", CompoundFile.encrypted.bytes, .encrypted, docx),
    (
      "a.xlsm", file(["EncryptionInfo", "EncryptedPackage"], version: 4), .encrypted,
      "application/vnd.ms-excel.sheet.macroEnabled.12"
    ),
    // By the rights that somebody has; and with the stream that Word adds for its older versions.
    (
      "a.pptx", file(["EncryptedPackage"], storages: ["\u{6}DataSpaces"]), .encrypted,
      Format.pptx.mediaType
    ),
    ("a.docx", file(["EncryptionInfo", "EncryptedPackage", "WordDocument"]), .encrypted, docx),
    // Of a name that is not known nobody knows what it lets stand in it.
    ("a.jtd", file(["JSRV_SegmentInformation"]), .compound, "application/x-ole-storage"),
    ("a.dot", CompoundFile.word.bytes, .compound, word),
    ("a", CompoundFile.encrypted.bytes, .encrypted, "application/x-ole-storage"),
    // Words of an older format, and words that Word writes as text.
    ("a.doc", [0xDB, 0xA5, 0x2D, 0, 0, 0], .other, word),
    ("a.doc", Array("{\\rtf1 a}".utf8), .other, word),
    // A table beyond the header's own part.
    ("a.docx", file(["EncryptionInfo", "EncryptedPackage"], idle: 14_100), .encrypted, docx),
  ]

  // By their numbers: the bytes of a case would be printed with it.
  @Test("so it is recognised, and its name agrees", arguments: agreeing.indices)
  func agrees(index: Int) throws {
    let (name, bytes, format, mediaType) = Self.agreeing[index]
    let document = try document(bytes, name)
    #expect(document.format == format && document.mediaType == mediaType, "\(name)")
    #expect(document.extensionAgrees, "\(document.notes)")
    #expect(document.carrier == nil && document.problem == nil)
  }

  static let contradicting: [(String, [UInt8], String)] = [
    (
      "a.pdf", CompoundFile.encrypted.bytes,
      "PDF document, the content is encrypted Office document"
    ),
    (
      "a.doc", CompoundFile.encrypted.bytes,
      "Word 97 document, the content is encrypted Office document"
    ),
    (
      "a.odt", CompoundFile.encrypted.bytes,
      "OpenDocument text, the content is encrypted Office document"
    ),
    (
      "a.zip", CompoundFile.encrypted.bytes, "ZIP archive, the content is encrypted Office document"
    ),
    ("a.docx", CompoundFile.word.bytes, "Word document, the content is Word 97 document"),
    ("a.xls", CompoundFile.word.bytes, "Excel 97 workbook, the content is Word 97 document"),
    ("a.txt", CompoundFile.word.bytes, "plain text, the content is Word 97 document"),
    ("a.doc", installer, "Word 97 document, the content is Windows Installer package"),
    ("a.doc", file(["Contents"]), "Word 97 document, the content is compound file"),
    (
      "a.doc", file(["WordDocument", "Workbook"]), "Word 97 document, the content is compound file"
    ),
    ("a.docx", file(["EncryptedPackage"]), "Word document, the content is compound file"),
    (
      "a.docx", file([], storages: ["EncryptedPackage", "EncryptionInfo"]),
      "Word document, the content is compound file"
    ),
    (
      "a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
      "Word document, the content is compound file"
    ),
  ]

  @Test("a name that says something else contradicts it", arguments: contradicting.indices)
  func contradicts(index: Int) throws {
    let (name, bytes, said) = Self.contradicting[index]
    let notes = try document(bytes, name).notes
    #expect(notes.map(\.detail) == ["the name says \(said)"])
    #expect(notes.first?.code.name == "FILE-TYPE-MISMATCH")
  }

  @Test("an archive in one of its streams is a part of it, one anywhere else is a second reading")
  func archives() throws {
    var file = CompoundFile.word
    let archive = ZIPFile.docx().built().bytes
    file.entries[0].content =
      [UInt8](repeating: 0x20, count: 4_000) + archive + [UInt8](repeating: 0x20, count: 700)
    #expect(try document(file.bytes, "a.doc").extensionAgrees)
    let behind = try document(CompoundFile.word.bytes + archive, "a.doc")
    #expect(
      behind.notes.map(\.detail) == [
        "the content can be read as Word 97 document and as ZIP archive"
      ])
    // Sectors that the table calls free are nobody's, and so are those of another stream.
    var bytes = file.bytes
    let end = try #require(bytes.firstRange(of: Array("PK\u{5}\u{6}".utf8))).lowerBound / 512 - 1
    let table = bytes.count - 512
    bytes.replaceSubrange(table + end * 4..<table + end * 4 + 4, with: [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(try !document(bytes, "a.doc").extensionAgrees)
  }

  @Test("a root without a name is one")
  func namelessRoot() throws {
    var bytes = CompoundFile.encrypted.bytes
    bytes[512 + 64] = 2
    #expect(try document(bytes, "a.docx").format == .encrypted)
  }

  /// What is changed in the file of an encrypted document, so that its directory cannot be read.
  static let damage: [(String, @Sendable (inout [UInt8]) -> Void)] = [
    ("an unknown version", { $0[26] = 5 }),
    ("sectors of another size", { $0[30] = 12 }),
    ("another order of bytes", { $0[28] = 0xFF }),
    ("a directory behind the end", { $0[50] = 0x10 }),
    (
      "a directory without an end",
      { bytes in
        // The table is the last sector; the directory's only sector leads to itself.
        let table = bytes.count - 512
        bytes.replaceSubrange(table..<table + 4, with: [0, 0, 0, 0])
      }
    ),
    (
      "a tree in a circle",
      {
        $0[512 + 128 + 68] = 1
        $0.replaceSubrange(512 + 128 + 69..<512 + 128 + 72, with: [0, 0, 0])
      }
    ),
    (
      "an entry behind the directory",
      { $0.replaceSubrange(512 + 76..<512 + 80, with: [0xFF, 0, 0, 0]) }
    ),
    ("a root of another kind", { $0[512 + 66] = 2 }),
    ("a name of an odd length", { $0[512 + 128 + 64] = 7 }),
    ("a name longer than its room", { $0[512 + 128 + 64] = 0x80 }),
    (
      "a list of tables in a circle",
      { bytes in
        // The last number of the first sector, which leads on, is 0: that sector.
        bytes.replaceSubrange(44..<48, with: [0, 0, 0, 1])
        bytes.replaceSubrange(68..<72, with: [0, 0, 0, 0])
      }
    ),
    ("no table", { $0[44] = 0 }),
    ("a file that breaks off", { $0.removeLast($0.count - 700) }),
  ]

  @Test("what cannot be read to its end is no encrypted document", arguments: damage.indices)
  func damaged(index: Int) throws {
    var bytes = CompoundFile.encrypted.bytes
    Self.damage[index].1(&bytes)
    let found = try document(bytes, "a.docx")
    #expect(found.format == .compound, "\(Self.damage[index].0)")
    #expect(!found.extensionAgrees)
    // The name may be right where nothing else is known.
    #expect(try document(bytes, "a.doc").extensionAgrees)
  }

  @Test("a byte changed anywhere in header, directory and table is read or refused, and soon")
  func flips() throws {
    let bytes = CompoundFile.encrypted.bytes
    for place in Array(0..<80) + Array(512..<1_024) + Array(bytes.count - 512..<bytes.count - 448) {
      for value in [0x7F, 0xFF] as [UInt8] {
        var changed = bytes
        changed[place] = value
        _ = try document(changed, "a.docx")
      }
    }
  }

  @Test("a file that is cut before its directory's place in the table is no encrypted document")
  func cuts() throws {
    let bytes = CompoundFile.encrypted.bytes
    for length in stride(from: 0, to: bytes.count - 508, by: 24) {
      #expect(try document(Array(bytes.prefix(length)), "a.docx").format != .encrypted)
    }
  }

  @Test("content that is encrypted is told, whatever the depth")
  func shown() throws {
    for depth in [ShowDepth.quick, .whole] {
      let codes = try document(CompoundFile.encrypted.bytes, "a.docx").shown(depth).map(\.code.name)
      #expect(codes == ["CONTENT-ENCRYPTED"])
    }
    let plain = try document(CompoundFile.word.bytes, "a.doc")
    #expect(try plain.shown(.quick).isEmpty)
    #expect(try plain.shown(.whole).map(\.code.name) == ["CONTENT-UNREAD"])
  }
}
