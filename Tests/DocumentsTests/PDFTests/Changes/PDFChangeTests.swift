import BroadsealFiles
import Testing

@testable import BroadsealDocuments

@Suite("What came after a PDF signature")
struct PDFChangeTests {
  typealias Sample = SealedSample

  /// A revision with a field of a signature that nobody sees.
  static func signing(
    _ kind: String = "ETSI.CAdES.detached", field: String = "/Rect [0 0 0 0] /F 132"
  ) -> [Int: String] {
    [
      3: Sample.object(3, "15 0 R]", "15 0 R 30 0 R]"),
      5: Sample.object(5, "15 0 R]", "15 0 R 30 0 R]"),
      30: "<< /Type /Annot /Subtype /Widget /FT /Sig /T (new) /V 31 0 R \(field) >>",
      31: Sample.signature(kind: kind),
    ]
  }

  private static func certified(_ level: Int) -> SealedSample {
    SealedSample(
      [
        1: Sample.object(1, "/Pages", "/Perms << /DocMDP 7 0 R >> /Pages")
      ],
      reference: "/Reference [<< /Type /SigRef /TransformMethod /DocMDP "
        + "/TransformParams << /Type /TransformParams /V /1.2 /P \(level) >> >>]")
  }

  private static func locking(_ action: String, _ fields: String) -> SealedSample {
    SealedSample(
      reference: "/Reference [<< /Type /SigRef /TransformMethod /FieldMDP "
        + "/TransformParams << /Type /TransformParams /V /1.2 /Action /\(action) \(fields) >> >>]")
  }

  private static let filled = [8: Sample.object(8, "(old)", "(new)"), 9: Sample.form("new")]
  private static let annotation = [
    3: Sample.object(3, "15 0 R]", "15 0 R 30 0 R]"),
    30: "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] >>",
  ]

  static let harmless: [PDFChangeCase] = [
    PDFChangeCase("nothing at all", .nothing, nil, SealedSample().sample.bytes, permitted: true),
    .adds("the same objects again", .nothing, nil, Sample.objects.filter { $0.key != 7 }),
    .edits("numbers written otherwise", .nothing, .pages, 3, "[0 0 200 200]", "[0 0 200.0 200]"),
    .adds("an object that nothing leads to", .nothing, nil, [19: "<< /Other true >>"]),
    .edits(
      "certificates", .evidence, .catalog, 13, "]", " 30 0 R]", also: [30: Sample.stream("x")]),
    .edits(
      "an extension", .evidence, .catalog, 1, "/Pages", "/Extensions << /ESIC << >> >> /Pages"),
    .adds("a document time stamp", .evidence, .field, signing("ETSI.RFC3161"), permitted: true),
    .edits("resources of the form", .evidence, .form, 5, "16 0 R", "16 0 R /F2 16 0 R"),
  ]

  /// A file that is embedded, and associated with the document.
  private static let attached = SealedSample([
    1: attaching("[20 0 R]", "<< /Names [(a) 20 0 R] >>", proofs: 12),
    20: "<< /Type /Filespec /F (a) /EF << /F 4 0 R >> >>",
  ])

  private static func attaching(_ list: String, _ tree: String, proofs: Int = 30) -> String {
    Sample.object(1, "/Pages", "/AF \(list) /Names << /EmbeddedFiles \(tree) >> /Pages")
      .replacing("/DSS 12 0 R", with: "/DSS \(proofs) 0 R")
  }

  private static let proofs = [
    30: "<< /Type /DSS /Certs [17 0 R 31 0 R] >>", 31: Sample.stream("x"),
  ]

  static let rewritten: [PDFChangeCase] = [
    .adds(
      "proofs, and lists of files that stand elsewhere now", .evidence, .catalog,
      proofs.merging([
        1: attaching("32 0 R", "33 0 R"), 32: "[20 0 R]",
        33: "<< /Kids [34 0 R] >>", 34: "<< /Limits [(a) (a)] /Names [(a) 20 0 R] >>",
      ]) { $1 }, to: attached),
    .adds(
      "proofs, and another file of the same name", .changed, .catalog,
      proofs.merging([
        1: attaching("[20 0 R]", "<< /Names [(a) 32 0 R] >>"),
        32: "<< /Type /Filespec /F (b) /EF << /F 4 0 R >> >>",
      ]) { $1 }, to: attached),
    .adds(
      "proofs, and a file less", .changed, .catalog,
      proofs.merging([1: attaching("[]", "<< /Names [(a) 20 0 R] >>")]) { $1 }, to: attached),
    .adds(
      "an associated file without a list is replaced", .changed, .replaced,
      [20: "<< /Type /Filespec /F (b) /EF << /F 4 0 R >> >>"],
      to: SealedSample([
        1: Sample.object(1, "/Pages", "/AF 20 0 R /Pages"),
        20: "<< /Type /Filespec /F (a) /EF << /F 4 0 R >> >>",
      ])),
  ]

  /// The field of a document time stamp that says more of itself.
  private static func stamped(_ field: String, value: String = "") -> [Int: String] {
    var objects = signing("ETSI.RFC3161")
    objects[30] = "<< /FT /Sig /T (new) /V 31 0 R \(field) >>"
    objects[31] = (objects[31] ?? "").replacing(
      "/Type /Sig", with: "/Type /\(value.isEmpty ? "Sig" : value)")
    return objects
  }

  /// A form in which a field for text has no look that is stored.
  private static func bare(_ form: String = "") -> SealedSample {
    SealedSample([
      5: Sample.object(5, "/DR << /Font << /F1 16 0 R >> >>", form),
      8: Sample.object(8, "/AP << /N 9 0 R >>", "/DA (/F2 9 Tf)"),
    ])
  }

  static let disguised: [PDFChangeCase] =
    ["FreeText", "Square", "Text", "Redact", "Stamp", "RichMedia"].map { kind in
      .adds(
        "a time stamp that is \(kind) too", .changed, .field,
        stamped("/Type /Annot /Subtype /\(kind) /Rect [9 9 99 99] /F 4 /Contents (forged)"))
    } + [
      .adds(
        "a time stamp that is an annotation of no kind", .changed, .field,
        stamped("/Type /Annot /Rect [9 9 99 99] /F 4 /Contents (forged)")),
      .adds(
        "a time stamp with a widget of another kind", .changed, .field,
        stamped("/Kids [32 0 R]").merging([
          32: "<< /Type /Annot /Subtype /Widget /FT /Tx /V (forged) /Rect [9 9 99 99] >>",
          3: Sample.object(3, "15 0 R]", "15 0 R 32 0 R]"),
        ]) { $1 }),
      .adds(
        "what nobody takes for a signature", .changed, .field,
        stamped("/Type /Annot /Subtype /Widget /Rect [0 0 0 0]", value: "Other")),
      .adds(
        "an open field that could be seen, and cannot after its time stamp", .visibleSignature,
        .field,
        [
          15: Sample.object(15, "/Rect", "/V 31 0 R /F 2 /AP << /N 9 0 R >> /Rect"),
          31: Sample.signature(kind: "ETSI.RFC3161"),
        ],
        to: SealedSample([15: Sample.object(15, "/Rect", "/AP << /N 9 0 R >> /Rect")])),
      .adds(
        "resources of a form without stored looks", .changed, .form,
        [5: Sample.object(5, "/F1 16 0 R", "/F2 16 0 R")], to: bare()),
      .adds(
        "more resources of a form without stored looks", .changed, .form,
        [5: Sample.object(5, "/F1 16 0 R", "/F1 16 0 R /F2 16 0 R")],
        to: bare("/DR << /Font << /F1 16 0 R >> >>")),
      .adds(
        "resources of a form, with which readers draw a widget that no form lists", .changed, .form,
        [5: Sample.object(5, "16 0 R", "16 0 R /F2 16 0 R")],
        to: SealedSample([
          3: Sample.object(3, "15 0 R]", "15 0 R 32 0 R]"),
          32: "<< /Type /Annot /Subtype /Widget /FT /Tx /T (loose) /V (text) /Rect [0 0 9 9] >>",
        ])),
      .adds(
        "a checksum of one program, dropped", .evidence, .catalog,
        [
          13: "[17 0 R 30 0 R]", 30: Sample.stream("x"),
        ], to: SealedSample(trailer: "/Info 18 0 R /DocChecksum /00")),
    ]

  @Test("is a change where a proof is something else as well", arguments: disguised)
  func disguises(_ row: PDFChangeCase) throws { try changes(row) }

  @Test("is none where lists of files are written anew and say the same", arguments: rewritten)
  func lists(_ row: PDFChangeCase) throws { try changes(row) }

  @Test("names two stores that are associated, and loses no file then")
  func twoStores() throws {
    let store = "<< /Type /Filespec /F (x) /AFRelationship /C2PA_Manifest /EF << /F 4 0 R >> >>"
    let bytes = PDFChangeTests.attached.adding([
      1: PDFChangeTests.attaching(
        "[20 0 R 40 0 R 41 0 R]", "<< /Names [(a) 20 0 R] >>", proofs: 12),
      40: store, 41: store,
    ]).sample.bytes
    let found = try #require(try SealedSample.changes(in: bytes))
    #expect(found.change == .changed)
    #expect(found.reason == "several manifest stores are associated with the document")
  }

  @Test("is not judged for more signatures than are compared, the oldest first, by no rule")
  func tooMany() throws {
    let bytes = SealedSample().adding(PDFChangeTests.signing()).sample.bytes
    let document = try PDFDocument(ByteSource(bytes: bytes))
    let signatures = try PDFSignatureCensus(document).signatures()
    #expect(signatures.count == 2)
    var one = PDFChangeCensus(document, maximumCompared: 1)
    let found = try one.changes(after: signatures)
    #expect(found.map(\.change) == [nil, .nothing])
    #expect(found[0].rule == nil)
    #expect(found[0].reason == "more signatures than the reader compares the file for")
    var newest = PDFChangeCensus(document, maximumCompared: 1)
    #expect(try newest.changes(after: signatures, newest: 1).map(\.change) == [.nothing])
    var both = PDFChangeCensus(document, maximumCompared: 2)
    #expect(try both.changes(after: signatures).map(\.change) == [.signature, .nothing])
  }

  @Test("does not depend on chance: two names for one place, and what is said first")
  func chance() throws {
    // Numbers of which each stands in the place of the page tree, by the cross-reference.
    let bytes = PDFObjectStreamSample(aliases: 24).bytes
    let document = try PDFDocument(ByteSource(bytes: bytes))
    #expect(document.fault == nil)
    var snapshot = PDFSnapshot(document)
    var cache = PDFReferenceCache()
    let graph = try PDFObjectGraph(&snapshot, references: &cache)
    #expect(graph.isReachable(3))
    let places = snapshot.places()
    #expect(places.map(\.reference.number) == [4, 1, 2] + Array(6..<30) + [3, 5])
  }

  @Test("names differences in the order of the entries")
  func order() throws {
    let keys = (0..<40).map { "/K\($0) 1" }.joined(separator: " ")
    let whole = PDFSample([4: "<< /Same 1 \(keys) >>", 5: "<< /Same 1 >>"])
    let document = try PDFDocument(ByteSource(bytes: whole.bytes))
    var references = PDFReferenceCache()
    let comparison = try PDFComparison(
      document, PDFSnapshot(document), PDFKnownSignatures(document), references: &references)
    var resolver = document.resolver()
    let reference = { PDFReference(number: $0, generation: 0) }
    let full = try #require(try resolver.object(reference(4))).part(encrypted: false)
    let bare = try #require(try resolver.object(reference(5))).part(encrypted: false)
    let wanted = (0..<40).map { PDFName(stringLiteral: "K\($0)") }
    #expect(comparison.differences(bare, full) == wanted)
    #expect(comparison.differences(full, bare) == wanted)
  }

  @Test("is told of a field by the parts of its name")
  func locks() throws {
    for (name, isLocked) in [("text", true), ("text.x", false), ("te", false), ("x.text", false)] {
      let row = PDFChangeCase.adds(
        name, isLocked ? .changed : .formFill, .fill, PDFChangeTests.filled,
        to: PDFChangeTests.locking("Include", "/Fields [(\(name)) (a.b)]"))
      try changes(row)
    }
    let names = (0..<20_000).map { "(a.b\($0))" }.joined(separator: " ")
    let row = PDFChangeCase.adds(
      "many names", .formFill, .fill, PDFChangeTests.filled,
      to: PDFChangeTests.locking("Include", "/Fields [\(names)]"))
    try changes(row)
  }

  static let named: [PDFChangeCase] = [
    .adds("other metadata", .metadata, .catalog, [14: Sample.stream("<y/>")]),
    .adds("another title", .metadata, .trailer, [18: "<< /Title (new) >>"]),
    .adds("no title", .metadata, .trailer, [19: "null"], trailer: ""),
    .adds("a signature", .signature, .field, signing(), permitted: true),
    .adds(
      "a signature that is seen", .visibleSignature, .field,
      signing(field: "/Rect [0 0 9 9] /AP << /N 9 0 R >>")),
    .adds(
      "a time stamp that is seen", .visibleSignature, .field,
      signing("ETSI.RFC3161", field: "/Rect [0 0 9 9] /AP << /N 9 0 R >>")),
    .adds(
      "a time stamp without a look, for which readers draw one", .visibleSignature, .field,
      signing("ETSI.RFC3161", field: "/Rect [0 0 9 9] /F 4")),
    .edits(
      "an empty field is signed", .visibleSignature, .field, 15, "/Rect", "/V 31 0 R /Rect",
      also: [31: Sample.signature()]),
    .adds("a field is filled in", .formFill, .fill, filled, permitted: true),
    .edits(
      "a string that not every reader takes alike", .formFill, .fill, 8, "(old)", "(\\557ld)"),
    .edits("a button is set", .formFill, .fill, 11, "/V /Off /AS /Off", "/V /On /AS /On"),
    .adds("an annotation", .annotation, .annotations, annotation, permitted: false),
  ]

  static let changed: [PDFChangeCase] = [
    .edits("an integer is a real", .changed, .field, 6, "/F 132", "/F 132.0"),
    .edits("the default appearance", .changed, .form, 5, "/Fields", "/DA (1 g) /Fields"),
    .edits("an integer of many zeros", .changed, .field, 6, "132", "00000000000000132"),
    .edits(
      "what is inherited is null", .changed, .pages, 3, "/Contents", "/Resources null /Contents"),
    .adds("an unknown entry of the trailer", .changed, .trailer, [19: "null"], trailer: "/X 3 0 R"),
    .edits("an action on opening", .changed, .catalog, 1, "/Pages", "/OpenAction [3 0 R] /Pages"),
    .edits("no security store", .changed, .catalog, 1, "/DSS 12 0 R", ""),
    .edits("another form", .changed, .form, 5, "/Fields", "/XFA 4 0 R /Fields"),
    .edits("looks to be made", .changed, .form, 5, "/Fields", "/NeedAppearances true /Fields"),
    .edits("a field less", .changed, .form, 5, "8 0 R ", ""),
    .edits(
      "a new field for text", .changed, .field, 5, "15 0 R]", "15 0 R 30 0 R]",
      also: [30: "<< /FT /Tx /T (new) /V (x) >>"]),
    .edits(
      "a field that runs a script", .changed, .field, 5, "15 0 R]", "15 0 R 30 0 R]",
      also: [30: "<< /FT /Sig /T (new) /AA << /Fo << /S /JavaScript /JS (x) >> >> >>"]),
    .edits("a signed field moves", .changed, .field, 6, "[0 0 0 0]", "[0 0 9 9]"),
    .edits("a field under a field", .changed, .fill, 8, "/FT", "/Kids [11 0 R] /FT"),
    .edits("an annotation less", .changed, .annotations, 3, "8 0 R ", ""),
    .edits(
      "annotations in another order", .changed, .annotations, 3, "8 0 R 11 0 R", "11 0 R 8 0 R"),
    .edits(
      "an attached file", .changed, .annotations, 3, "15 0 R]", "15 0 R 30 0 R]",
      also: [30: "<< /Type /Annot /Subtype /FileAttachment /FS << /F (x) >> >>"]),
    .edits("another page size", .changed, .pages, 3, "200 200", "200 100"),
    .edits("another list of pages", .changed, .pages, 2, "[3 0 R]", "[3 0 R 3 0 R]"),
    .adds("other content", .changed, .replaced, [4: Sample.stream("ET BT")]),
    .adds("another font", .changed, .replaced, [16: "<< /Type /Font /BaseFont /Times >>"]),
    .adds("nothing for something", .changed, .freed, [4: "null"]),
    PDFChangeCase("an object is freed", .changed, .freed, SealedSample().freeing(4)),
    .adds(
      "what was left open is filled", .changed, .undefined, [40: Sample.form("x")],
      to: SealedSample([10: "<< /Later 40 0 R >>"])),
    .adds(
      "a look that is also the page", .changed, .shared, filled,
      to: SealedSample([4: Sample.form("old"), 3: Sample.object(3, "4 0 R", "9 0 R")])),
    .adds(
      "proofs that are also the page", .changed, .shared, [13: "[17 0 R 19 0 R]"],
      to: SealedSample([3: Sample.object(3, "4 0 R", "13 0 R")])),
    .adds(
      "metadata that is also the page", .changed, .shared, [14: Sample.stream("<y/>")],
      to: SealedSample([3: Sample.object(3, "4 0 R", "14 0 R")])),
    .adds("a look without a value", .changed, .fill, [9: Sample.form("new")]),
    .edits("another look without a value", .changed, .fill, 8, "9 0 R", "10 0 R"),
    .edits("a button that looks otherwise", .changed, .fill, 11, "/On 10 0 R", "/On 9 0 R"),
    .edits(
      "the shadow attack hide: a picture over the text goes", .changed, .annotations, 3,
      " 11 0 R", ""),
  ]

  static let permissions: [PDFChangeCase] = [
    .adds("a form, certified 1", .formFill, .fill, filled, to: certified(1), permitted: false),
    .adds("a form, certified 2", .formFill, .fill, filled, to: certified(2), permitted: true),
    .adds(
      "an annotation, certified 2", .annotation, .annotations, annotation, to: certified(2),
      permitted: false),
    .adds(
      "an annotation, certified 3", .annotation, .annotations, annotation, to: certified(3),
      permitted: true),
    .adds("a locked field", .changed, .fill, filled, to: locking("All", ""), permitted: false),
    .adds(
      "a field that is named", .changed, .fill, filled, to: locking("Include", "/Fields [(text)]")),
    .adds(
      "a field that is excepted", .formFill, .fill, filled,
      to: locking("Exclude", "/Fields [(text)]"), permitted: true),
    .adds(
      "a field that is not named", .formFill, .fill, filled,
      to: locking("Include", "/Fields [(box)]"), permitted: true),
  ]

  @Test(
    "is told by its strongest part", arguments: harmless + named + widgets + changed + permissions)
  func changes(_ row: PDFChangeCase) throws {
    let found = try #require(try SealedSample.changes(in: row.bytes))
    #expect(found.change == row.change, "\(found.reason)")
    if let rule = row.rule, found.change != .nothing {
      #expect(found.rule == rule, "\(found.reason)")
    }
    if let isPermitted = row.isPermitted { #expect(found.isPermitted == isPermitted) }
  }

  @Test("is a label when a manifest store is added, and only then")
  func label() throws {
    let bare = SealedSample([1: Sample.object(1, "/DSS 12 0 R", "")])
    let bytes = try PDFCarrier(bare.sample.bytes).embedding(dummyStore(40))
    #expect(try SealedSample.changes(in: bytes)?.change == .label)
    let other = PDFSample.replacing("/C2PA_Manifest", with: "/Supplementary", in: bytes)
    #expect(try SealedSample.changes(in: other)?.change != .label)
  }

  @Test("knows what the signature permits, and which revision it is")
  func numbers() throws {
    let bytes = PDFChangeTests.certified(2).adding(PDFChangeTests.filled).sample.bytes
    let found = try #require(try SealedSample.changes(in: bytes))
    #expect(found.permission == 2)
    #expect(found.revision == 1)
    #expect(found.revisions == 2)
  }
}
