import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import TestSupport
import Testing

@Suite("A format has all its parts")
struct FormatTableTests {
  private func evidence(_ format: Format) throws -> FormatEvidence {
    let all = FormatEvidence.all.filter { $0.format == format }
    try #require(all.count == 1, "\(format.kind) needs one FormatEvidence")
    return all[0]
  }

  @Test("each format is listed once, and the tests know no other")
  func list() {
    let kinds = Formats.all.map(\.kind)
    #expect(Set(kinds).count == kinds.count)
    #expect(FormatEvidence.all.map(\.format.kind).filter { !kinds.contains($0) } == [])
  }

  @Test("its sample is recognised, and opened when the format is read", arguments: Formats.all)
  func sample(_ format: Format) throws {
    let evidence = try evidence(format)
    let document = try Document(
      ByteSource(bytes: evidence.content), path: FilePath(evidence.name))
    #expect(document.format == format)
    #expect(document.extensionAgrees, "\(document.notes)")
    #expect(document.problem == nil)
    #expect((document.carrier != nil) == format.isRead)
    // Without its name too, unless it is text, which only a name tells apart.
    let nameless = try Document(ByteSource(bytes: evidence.content), path: nil)
    #expect(nameless.format == format)
  }

  @Test("it names files of the corpus, or a reason", arguments: Formats.all)
  func named(_ format: Format) throws {
    switch try evidence(format).corpus {
    case .none(let reason): #expect(!reason.isEmpty)
    case .named(let names): #expect(!names.isEmpty)
    }
  }

  @Test(
    "the files that it names are in the corpus",
    .enabled(if: !CorpusRow.all.isEmpty, "the shared corpus is absent"), arguments: Formats.all)
  func corpus(_ format: Format) throws {
    guard case .named(let names) = try evidence(format).corpus else { return }
    for name in names { #expect(CorpusRow.all.contains { $0.format == name }, "\(name)") }
  }

  @Test(
    "a changed bit of its file is a threat that is tried, or has a reason", arguments: Formats.all)
  func threat(_ format: Format) throws {
    let evidence = try evidence(format)
    let rows = ThreatTable.attacks.filter { $0.attack == FormatThreats.name(format) }
    #expect(rows.isEmpty == (evidence.untried != nil))
  }

  @Test("its types have names for people in both languages", arguments: Formats.all)
  func words(_ format: Format) {
    #expect(!format.types.isEmpty)
    for type in format.types {
      let name = type.name
      #expect(!name.english.isEmpty && name.english.utf8.allSatisfy { $0 < 0x80 }, "\(name)")
      #expect(name.japanese.utf8.contains { $0 >= 0x80 }, "\(name)")
      #expect(name.english != format.kind && !name.english.hasSuffix("files"), "\(name)")
      #expect(!(type.label ?? format.label).isEmpty)
    }
  }

  @Test("an extension, and a media type within a format, belong to one type")
  func unique() {
    let extensions = Formats.all.flatMap(\.types).flatMap(\.extensions)
    #expect(Set(extensions).count == extensions.count)
    #expect(extensions.allSatisfy { $0 == $0.lowercased() && !$0.hasPrefix(".") })
    for format in Formats.all {
      let types = format.types.map(\.mediaType)
      #expect(Set(types).count == types.count, "\(format.kind)")
    }
  }

  @Test("what it says of rooms that grow is so", arguments: Formats.all.filter(\.growsInPlace))
  func growth(_ format: Format) throws {
    let labelled = try evidence(format).labelled(by: TestManifest(try TestPKI.shared()))
    #expect(labelled.sidecar == nil)
    let document = try Document(ByteSource(bytes: labelled.content), path: nil)
    let carrier = try #require(document.carrier)
    guard case .found(let store) = try carrier.locate() else {
      Issue.record("no store")
      return
    }
    #expect(try carrier.replacement(of: store) != nil)
    let longer = try carrier.reserve(store.bytes.count + 5_000, insisting: true)
    #expect(longer.isInPlace(of: store, size: document.source.size))
  }
}
