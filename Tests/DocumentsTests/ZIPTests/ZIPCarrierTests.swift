import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import TestSupport
import Testing

/// A manifest store in an archive (C2PA 2.5 §A.6).
@Suite("A manifest store in an archive") struct ZIPCarrierTests {
  private let store = DummyStore.bytes(300)

  private func document(_ file: ZIPFile, _ name: String = "a.zip") throws -> Document {
    try Document(ByteSource(bytes: file.built().bytes), path: FilePath(name))
  }

  private func read(_ bytes: [UInt8]) throws -> Document {
    try Document(ByteSource(bytes: bytes), path: nil)
  }

  private func paths(_ bytes: [UInt8]) throws -> (files: [String], folders: [String]) {
    let found = try #require(try read(bytes).carrier?.collection())
    return (found.members.map(\.path), found.empty.map(\.path))
  }

  private static let files: [(String, ZIPFile)] = [
    ("a.docx", .docx()), ("a.docx", .docx(deflates: false)),
    ("a.epub", .package("application/epub+zip")),
    ("a.odt", .package("application/vnd.oasis.opendocument.text")),
    ("a.zip", ZIPHostileTests.sound),
    ("a.zip", ZIPFile([.init("folder/"), .init("folder/\u{5831}.txt", "a")])),
  ]

  @Test("a store goes in, is found, and nothing else changes", arguments: files)
  func roundTrip(name: String, file: ZIPFile) throws {
    let document = try document(file, name)
    #expect(document.extensionAgrees, "\(document.notes)")
    let result = try RoundTrip.embed(store, in: document, insisting: true)
    let signed = try read(result.bytes)
    let found = try #require(try RoundTrip.store(in: result.bytes))
    #expect(found.bytes == store && found.extent == result.placement.extent)
    #expect(found.doubts.isEmpty && found.defects.isEmpty)
    #expect(signed.format == document.format)
    // Every entry but the list of content types is carried over byte for byte.
    let before = try #require(try document.carrier?.collection())
    let after = try #require(try signed.carrier?.collection())
    #expect(after.members.map(\.path) == before.members.map(\.path))
    let source = file.built().bytes
    for (old, new) in zip(before.members, after.members)
    where old.path != "[Content_Types].xml" {
      #expect(source[old.range.bounds].elementsEqual(result.bytes[new.range.bounds]))
    }
  }

  @Test("what the placement says is covered is what a reader finds", arguments: files)
  func coverage(name: String, file: ZIPFile) throws {
    let result = try RoundTrip.embed(store, in: try document(file, name), insisting: true)
    guard let planned = result.placement.coverage as? FileCollection else {
      Issue.record("no collection")
      return
    }
    let found = try #require(try read(result.bytes).carrier?.collection())
    #expect(planned.directory == found.directory)
    #expect(planned.members.map(\.range) == found.members.map(\.range))
    #expect(planned.members.map(\.uri) == found.members.map(\.uri))
    #expect(planned.empty.map(\.range) == found.empty.map(\.range))
    #expect(!found.empty.map(\.isRepeated).contains(false))
    // What no hash covers: the entry of the store, its checksum, and folders that say nothing.
    let covered = (found.members + found.empty).map(\.range) + found.directory
    let open = result.bytes.count - covered.reduce(0) { $0 + $1.length }
    #expect(open == 30 + 32 + store.count + 4)
  }

  @Test("the entry of the store is written as the standard asks")
  func entry() throws {
    let result = try RoundTrip.embed(store, in: try document(.docx(), "a.docx"))
    let path = Array("META-INF/content_credential.c2pa".utf8)
    let sizes = little(300 as UInt32) + little(300 as UInt32)
    // Version 1.0, no flags, stored, the first of January 1980.
    let fields: [UInt8] =
      [10, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + little(ZIPFile.checksum(store)) + sizes + [32, 0, 0, 0]
    let start = result.placement.extent.start - 30 - path.count
    #expect(Array(result.bytes[start..<(start + 30)]) == [0x50, 0x4B, 3, 4] + fields)
    let record = result.bytes.count - 22 - 46 - 32
    #expect(result.bytes[(record + 6)..<(record + 32)].elementsEqual(fields))
    #expect(result.bytes[(record + 46)..<(record + 78)].elementsEqual(path))
  }

  @Test("a new store takes the place of the old one")
  func replaces() throws {
    let first = try RoundTrip.embed(store, in: try document(.docx(), "a.docx"))
    let other = DummyStore.bytes(900, seed: 7)
    let second = try RoundTrip.embed(other, in: try read(first.bytes))
    #expect(try RoundTrip.store(in: second.bytes)?.bytes == other)
    let again = try RoundTrip.embed(other, in: try document(.docx(), "a.docx"))
    #expect(second.bytes == again.bytes)
  }

  @Test("taking the store out leaves the other entries as they are")
  func removal() throws {
    for (name, file) in Self.files {
      let result = try RoundTrip.embed(store, in: try document(file, name), insisting: true)
      let signed = try read(result.bytes)
      let pieces = try #require(try signed.carrier?.removal())
      let bare = try RoundTrip.apply(pieces, to: signed.source)
      #expect(try RoundTrip.store(in: bare) == nil)
      #expect(try paths(bare).files == paths(file.built().bytes).files)
      let again = try RoundTrip.embed(store, in: try read(bare), insisting: true)
      #expect(again.bytes == result.bytes)
    }
    #expect(try document(.docx()).carrier?.removal() == nil)
  }

  @Test("folders go where a format has none, and stay where they are content")
  func folders() throws {
    let folder = [ZIPFile.Entry("empty/")]
    var docx = ZIPFile.docx()
    docx.entries += folder
    let epub = ZIPFile.package("application/epub+zip", folder)
    for (file, name) in [(docx, "a.docx"), (epub, "a.epub")] {
      let result = try RoundTrip.embed(store, in: try document(file, name))
      #expect(try paths(result.bytes).folders.isEmpty)
    }
    let plain = try RoundTrip.embed(
      store, in: try document(ZIPFile(ZIPHostileTests.sound.entries + folder)))
    #expect(try paths(plain.bytes).folders == ["empty/"])
  }

  @Test("a folder that stays says nothing that no hash covers")
  func foldersAreRepeated() throws {
    let folder = ZIPFile.Entry("empty/", deflates: true).with { entry in
      entry.localExtra = [0x55, 0x54, 5, 0, 1, 1, 2, 3, 4]
      entry.descriptor = .signed
    }
    let file = ZIPFile([folder] + ZIPHostileTests.sound.entries)
    let before = try #require(try document(file).carrier?.collection())
    #expect(before.empty.map(\.isRepeated) == [false])
    let result = try RoundTrip.embed(store, in: try document(file))
    let after = try #require(try read(result.bytes).carrier?.collection())
    #expect(after.empty.map(\.isRepeated) == [true])
  }

  @Test("the entry `mimetype` stays first and as it is")
  func mimetype() throws {
    let result = try RoundTrip.embed(
      store, in: try document(.package("application/epub+zip"), "a.epub"))
    #expect(result.bytes[30..<58].elementsEqual("mimetypeapplication/epub+zip".utf8))
    #expect(result.bytes[8] == 0)
  }

  private static let refusals: [(ZIPFile, Bool, String, Refusal.Remedy)] = [
    (.package("application/vnd.oasis.opendocument.text"), false, "ZIP-ODF", .sidecarOrInsist),
    (
      .package(
        "application/vnd.oasis.opendocument.spreadsheet",
        [.init("META-INF/documentsignatures.xml", "<s/>")]), true, "ZIP-ODF-SIGNED", .sidecar
    ),
    (ZIPFile([]), false, "ZIP-EMPTY", .sidecar),
    (ZIPFile([.init("folder/")]), false, "ZIP-EMPTY", .sidecar),
    (
      ZIPFile([.init("a", "secret of twelve bytes").with { $0.flags = 1 }]), false,
      "ZIP-ENCRYPTED", .sidecar
    ),
    (.docx(types: "<Types/>"), false, "ZIP-CONTENT-TYPES", .sidecar),
    (
      .docx(
        types: ZIPFile.contentTypes(
          more: """
            <Override PartName="/META-INF/content_credential.c2pa" ContentType="text/plain"/>
            """)), false, "ZIP-CONTENT-TYPES", .sidecar
    ),
    (
      ZIPFile([.init("a", "a"), .init("meta-inf/CONTENT_CREDENTIAL.c2pa", "x")]), false,
      "ZIP-STORE-PATH", .none
    ),
  ]

  @Test("what may not be embedded is refused, with the reason and what would serve")
  func refuses() throws {
    for (file, insists, code, remedy) in Self.refusals {
      let carrier = try #require(try document(file).carrier)
      let error = #expect(throws: DocumentError.self) {
        try carrier.reserve(300, insisting: insists)
      }
      guard case .refused(let refusal) = error else {
        Issue.record("\(code): \(String(describing: error))")
        continue
      }
      #expect(refusal.code.name == code && refusal.remedy == remedy)
    }
    let carrier = try #require(try document(.docx()).carrier)
    for size in [0, -1, StoreLimits.maximumSize + 1] {
      #expect(throws: DocumentError.self) { try carrier.reserve(size, insisting: true) }
    }
    let placement = try carrier.reserve(300, insisting: false)
    #expect(throws: DocumentError.self) {
      try carrier.fills(DummyStore.bytes(301), for: placement)
    }
  }

  @Test("a signature of the package's own format stays valid, and the signer is told")
  func ownSignatures() throws {
    var docx = ZIPFile.docx()
    docx.entries.append(.init("_xmlsignatures/sig1.xml", "<Signature/>"))
    let epub = ZIPFile.package(
      "application/epub+zip", [.init("META-INF/signatures.xml", "<signatures/>")])
    for file in [docx, epub] {
      let carrier = try #require(try document(file).carrier)
      #expect(try carrier.reserve(300, insisting: false).notes.map(\.code.name) == ["ZIP-SIGNED"])
    }
    let odt = try document(.package("application/vnd.oasis.opendocument.text"))
    let placement = try odt.carrier?.reserve(300, insisting: true)
    #expect(placement?.notes.map(\.code.name) == ["ZIP-ODF-EMBEDDED"])
  }
}
