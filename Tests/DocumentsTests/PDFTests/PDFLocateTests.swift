import BroadsealBytes
import BroadsealNotes
import Testing

@testable import BroadsealDocuments

@Suite("Finding the manifest store of a PDF")
struct PDFLocateTests {
  private typealias Sample = PDFStoreSample

  private func locate(_ objects: [Int: String]) throws -> StoreLocation {
    try PDFCarrier(PDFSample(objects).bytes).locate()
  }

  private static let accepted: [String: [Int: String]] = [
    "AF is an array": Sample.objects(),
    "AF is an array elsewhere": Sample.objects([1: Sample.catalog("/AF 6 0 R"), 6: "[4 0 R]"]),
    "AF is one reference": Sample.objects([1: Sample.catalog("/AF 4 0 R")]),
    "AF has foreign entries": Sample.objects([
      1: Sample.catalog("/AF [6 0 R 4 0 R]"), 6: "<< /Type /Filespec /AFRelationship /Data >>",
    ]),
    "AF has entries that lead nowhere": Sample.objects([1: Sample.catalog("/AF [9 0 R null 4 0 R]")]
    ),
    "the name is escaped": Sample.objects([
      4: "<< /AFRelationship /C2PA#5FManifest /EF << /F 5 0 R /UF 5 0 R >> >>"
    ]),
    "the deprecated media type": Sample.objects([
      5: Sample.stream(more: "/Subtype /application#2Fx-c2pa-manifest-store")
    ]),
    "the media type on the file specification": Sample.objects([
      4: Sample.specification(5, more: "/Subtype /application#2Fc2pa"), 5: Sample.stream(more: ""),
    ]),
    "no media type": Sample.objects([5: Sample.stream(more: "")]),
    "an Identity crypt filter": Sample.objects([
      5: Sample.stream(more: "/Filter [/Crypt] /DecodeParms [<< /Name /Identity >>]")
    ]),
    "a length elsewhere": Sample.objects([
      5: Sample.stream().replacing("/Length 5 ", with: "/Length 6 0 R "), 6: "5",
    ]),
    "also among the embedded files": Sample.objects([
      1: Sample.catalog("/AF [4 0 R] /Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>")
    ]),
  ]

  @Test("accepts what readers agree on", arguments: accepted.keys.sorted())
  func accepts(name: String) throws {
    let sample = PDFSample(try #require(Self.accepted[name]))
    let store = try #require(try PDFCarrier(sample.bytes).locate().store)
    #expect(store.bytes == Array("STORE".utf8))
    #expect(Array(sample.bytes[store.extent.bounds]) == store.bytes)
  }

  private static let nothing: [String: [Int: String]] = [
    "no AF": Sample.objects([1: Sample.catalog("")]),
    "AF is null": Sample.objects([1: Sample.catalog("/AF null")]),
    "the relationship in another case": Sample.objects([
      4: "<< /AFRelationship /c2pa_manifest /EF << /F 5 0 R >> >>"
    ]),
    "a store of an object, not of the document": Sample.objects([
      1: Sample.catalog(""), 3: "<< /Type /Page /Parent 2 0 R /AF [4 0 R] >>",
    ]),
    "an AF entry that leads nowhere": Sample.objects([1: Sample.catalog("/AF [77 0 R]")]),
    "an AF entry of another generation": Sample.objects([1: Sample.catalog("/AF [4 1 R]")]),
  ]

  @Test("sees nothing where nothing is", arguments: nothing.keys.sorted())
  func seesNothing(name: String) throws {
    #expect(try locate(try #require(Self.nothing[name])).isNone)
  }

  private static let unusable: [String: (String, [Int: String])] = [
    "two stores listed": (
      "PDF-MULTIPLE-STORES",
      Sample.objects([
        1: Sample.catalog("/AF [4 0 R 6 0 R]"), 6: Sample.specification(7),
        7: Sample.stream("OTHER"),
      ])
    ),
    "one store listed twice": (
      "PDF-MULTIPLE-STORES", Sample.objects([1: Sample.catalog("/AF [4 0 R 4 0 R]")])
    ),
    "another store among the embedded files": (
      "PDF-MULTIPLE-STORES",
      Sample.objects([
        1: Sample.catalog("/AF [4 0 R] /Names << /EmbeddedFiles << /Names [(b) 6 0 R] >> >>"),
        6: Sample.specification(7), 7: Sample.stream("OTHER"),
      ])
    ),
    "only among the embedded files": (
      "PDF-STORE-UNLISTED",
      Sample.objects([
        1: Sample.catalog("/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>")
      ])
    ),
    "a compressed store": (
      "PDF-STORE-FILTERED", Sample.objects([5: Sample.stream(more: "/Filter /FlateDecode")])
    ),
    "a store under another media type": (
      "PDF-STORE-SUBTYPE", Sample.objects([5: Sample.stream(more: "/Subtype /text#2Fplain")])
    ),
    "a media type in another case": (
      "PDF-STORE-SUBTYPE", Sample.objects([5: Sample.stream(more: "/Subtype /application#2FC2PA")])
    ),
    "two embedded files": (
      "PDF-STORE-MISSING",
      Sample.objects([
        4: "<< /AFRelationship /C2PA_Manifest /EF << /F 5 0 R /UF 6 0 R >> >>",
        6: Sample.stream("OTHER"),
      ])
    ),
    "no embedded file": (
      "PDF-STORE-MISSING", Sample.objects([4: "<< /AFRelationship /C2PA_Manifest >>"])
    ),
    "an embedded file that is no stream": (
      "PDF-STORE-MISSING", Sample.objects([5: "<< /Type /EmbeddedFile >>"])
    ),
  ]

  @Test("finds no one store where readers could differ", arguments: unusable.keys.sorted())
  func isUnusable(name: String) throws {
    let (code, objects) = try #require(Self.unusable[name])
    let carrier = try PDFCarrier(PDFSample(objects).bytes)
    #expect(try carrier.locate().note?.code.name == code)
    #expect(refusal(of: carrier)?.code.name == code)
    let removed = try carrier.output(of: try #require(try carrier.removal()))
    #expect(try PDFCarrier(removed).locate().isNone)
  }

  @Test("refuses a stream that does not end where its length says", arguments: [4, 7, 400])
  func wrongLength(length: Int) {
    let objects = Sample.objects([5: Sample.stream(length: length)])
    #expect(throws: DocumentError.self) { try locate(objects) }
  }
}

extension String {
  /// The text with the first `old` replaced.
  fileprivate func replacing(_ old: String, with new: String) -> String {
    String(decoding: PDFSample.replacing(old, with: new, in: Array(utf8)), as: UTF8.self)
  }
}
