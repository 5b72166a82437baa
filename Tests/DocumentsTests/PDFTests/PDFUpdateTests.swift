import BroadsealBytes
import Testing

@testable import BroadsealDocuments

@Suite("What an update does to the catalog of a PDF")
struct PDFUpdateTests {
  private typealias Sample = PDFStoreSample

  /// The document after a store went in, with a reader of its objects.
  private func signed(_ sample: PDFSample) throws -> (PDFDocument, PDFResolver, PDFPart) {
    let carrier = try PDFCarrier(sample.bytes)
    let document = try PDFCarrier(try carrier.embedding(dummyStore(30))).document
    var resolver = document.resolver()
    let catalog = try document.catalog(in: &resolver)
    return (document, resolver, catalog)
  }

  private func keys(of catalog: PDFPart, _ resolver: PDFResolver) throws -> [String] {
    var resolver = resolver
    let names = try resolver.resolve(catalog["Names"])
    return try PDFNameTree(names?["EmbeddedFiles"], through: &resolver).entries.map { entry in
      String(decoding: entry.key, as: UTF8.self)
    }
  }

  @Test("every other entry stays as it was, byte for byte")
  func entries() throws {
    let entries = [
      "/Lang (en\\055US)", "/Nothing null", "/ViewerPreferences<</HideToolbar true>>",
      "/PageLayout /One#43olumn", "/Dangling 77 0 R", "/Binary <00FF>",
    ]
    let (_, _, catalog) = try signed(PDFSample([1: Sample.catalog(entries.joined(separator: " "))]))
    let text = String(decoding: catalog.raw, as: UTF8.self)
    for entry in entries where !entry.hasPrefix("/ViewerPreferences") {
      #expect(text.contains(entry), "\(text)")
    }
    #expect(text.contains("/ViewerPreferences <</HideToolbar true>>"))
  }

  @Test("no number that the catalog refers to in vain becomes an object")
  func danglingReferences() throws {
    let (document, _, _) = try signed(
      PDFSample([1: Sample.catalog("/Outlines 9 0 R /Other [11 0 R]")]))
    let new = document.chain.sections[0].entries.map(\.number).filter { $0 > 3 }
    #expect(new.min() == 12)
  }

  @Test(
    "AF becomes an array of its own with the foreign entries and one store",
    arguments: [
      ("", 1), ("/AF null", 1), ("/AF []", 1), ("/AF [6 0 R]", 2), ("/AF 7 0 R", 2),
      ("/AF 6 0 R", 2),
      ("/AF [6 0 R 4 0 R]", 2), ("/AF [4 0 R]", 1), ("/AF 4 0 R", 1),
      ("/AF [<< /Type /Filespec /F (x) >> 6 0 R]", 3),
    ])
  func associatedFiles(entry: String, count: Int) throws {
    let foreign = [6: "<< /Type /Filespec /AFRelationship /Data /F (d) >>", 7: "[6 0 R]"]
    let sample = PDFSample(
      Sample.objects(foreign.merging([1: Sample.catalog(entry)]) { $1 }))
    let (_, resolver, catalog) = try signed(sample)
    let files = try #require(catalog["AF"]?.items)
    #expect(files.count == count)
    var reader = resolver
    let stores = try files.filter { file in
      try reader.resolve(file).map(PDFEmbeddedStore.isStore) ?? false
    }
    #expect(stores.count == 1)
    #expect(stores.first?.object.reference == files.last?.object.reference)
  }

  private static let trees: [String: ([Int: String], [String])] = [
    "no names": ([1: Sample.catalog("")], ["content_credential.c2pa"]),
    "names without files": (
      [1: Sample.catalog("/Names << /Dests 9 0 R >>")], ["content_credential.c2pa"]
    ),
    "a tree in the catalog": (
      [1: Sample.catalog("/Names << /EmbeddedFiles << /Names [(a) 6 0 R (z) 6 0 R] >> >>")],
      ["a", "content_credential.c2pa", "z"]
    ),
    "names elsewhere": (
      [1: Sample.catalog("/Names 8 0 R"), 8: "<< /EmbeddedFiles << /Names [(z) 6 0 R] >> >>"],
      ["content_credential.c2pa", "z"]
    ),
    "everything elsewhere": (
      [
        1: Sample.catalog("/Names 8 0 R"), 8: "<< /EmbeddedFiles 9 0 R >>",
        9: "<< /Names 10 0 R >>",
        10: "[(a) 6 0 R]",
      ], ["a", "content_credential.c2pa"]
    ),
    "a tree with kids": (
      [
        1: Sample.catalog("/Names << /EmbeddedFiles 8 0 R >>"), 8: "<< /Kids [9 0 R 10 0 R] >>",
        9: "<< /Limits [(a) (b)] /Names [(a) 6 0 R (b) 6 0 R] >>",
        10: "<< /Limits [(y) (z)] /Kids [11 0 R] >>",
        11: "<< /Limits [(y) (z)] /Names [(y) 6 0 R (z) 6 0 R] >>",
      ], ["a", "b", "content_credential.c2pa", "y", "z"]
    ),
    "the name is taken": (
      [
        1: Sample.catalog(
          "/Names << /EmbeddedFiles << /Names [(content_credential.c2pa) 6 0 R] >> >>")
      ], ["content_credential-9.c2pa", "content_credential.c2pa"]
    ),
    "the other name is taken too": (
      [
        1: Sample.catalog(
          "/Names << /EmbeddedFiles << /Names [(content_credential-9.c2pa) 6 0 R "
            + "(content_credential.c2pa) 6 0 R] >> >>")
      ],
      ["content_credential-10.c2pa", "content_credential-9.c2pa", "content_credential.c2pa"]
    ),
  ]

  @Test(
    "the embedded files keep their names, in order, and gain one", arguments: trees.keys.sorted())
  func embeddedFiles(name: String) throws {
    let (changes, expected) = try #require(Self.trees[name])
    let free = name.contains("taken") ? [8: "null"] : [:]
    let objects = changes.merging([6: "<< /Type /Filespec /F (f) >>"]) { $1 }.merging(free) { $1 }
    let sample = PDFSample(objects)
    let (_, resolver, catalog) = try signed(sample)
    #expect(try keys(of: catalog, resolver) == expected)
    let carrier = try PDFCarrier(try PDFCarrier(sample.bytes).embedding(dummyStore(30)))
    #expect(try carrier.output(of: try #require(try carrier.removal())) == sample.bytes)
  }

  @Test("a tree that contains itself, or lacks a value, is refused")
  func brokenTrees() throws {
    for tree in ["<< /Kids [8 0 R] >>", "<< /Names [(a)] >>", "<< /Names [7 6 0 R] >>"] {
      let sample = PDFSample([1: Sample.catalog("/Names << /EmbeddedFiles 8 0 R >>"), 8: tree])
      let carrier = try PDFCarrier(sample.bytes)
      #expect(throws: DocumentError.self) { try carrier.reserve(10, insisting: false) }
    }
  }

  @Test("the trailer keeps Info and ID, and the size grows")
  func trailer() throws {
    let more = "/Info 2 0 R /ID [<01> (\\002)]"
    for form in PDFSample.Form.allCases {
      let (document, _, _) = try signed(PDFSample(form: form, trailer: more))
      let section = document.chain.sections[0]
      #expect(section.trailer["Info"]?.reference?.number == 2)
      let identifier = try #require(section.trailer.value("ID"))
      #expect(section.text[identifier.bounds].elementsEqual("[<01> (\\002)]".utf8))
      let highest = section.entries.map(\.number).max() ?? 0
      #expect(section.trailer["Size"]?.integer == highest + 1)
    }
  }

  @Test("a size that no store has is refused", arguments: [-1, 0, StoreLimits.maximumSize + 1])
  func sizes(size: Int) throws {
    let carrier = try PDFCarrier(PDFSample().bytes)
    #expect(throws: DocumentError.self) { try carrier.reserve(size, insisting: false) }
  }

  @Test("a store of another size than reserved has no frame")
  func frame() throws {
    let carrier = try PDFCarrier(PDFSample().bytes)
    let placement = try carrier.reserve(10, insisting: false)
    #expect(try carrier.frame(dummyStore(10), for: placement) == dummyStore(10))
    #expect(throws: DocumentError.self) { try carrier.frame(dummyStore(9), for: placement) }
  }
}
