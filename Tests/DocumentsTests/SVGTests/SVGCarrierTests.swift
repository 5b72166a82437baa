import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import Testing

@Suite struct SVGCarrierTests {
  private static let store = DummyStore.bytes(301)
  private static let space = " xmlns=\"http://www.w3.org/2000/svg\""
  private static let c2pa = " xmlns:c2pa=\"http://c2pa.org/manifest\""

  /// Drawings, what stands in them where the store goes in, and what they are without it again,
  /// where that is not what they were.
  private static let drawings: [(before: String, after: String, removed: String?)] = [
    (
      "<svg\(space)><rect/></svg>",
      "<svg\(space)\(c2pa)><metadata><c2pa:manifest>‸</c2pa:manifest></metadata><rect/></svg>", nil
    ),
    (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<!-- a --><svg\(space) >\r\n</svg>\r\n<!-- b -->",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<!-- a --><svg\(space) \(c2pa)>"
        + "<metadata><c2pa:manifest>‸</c2pa:manifest></metadata>\r\n</svg>\r\n<!-- b -->", nil
    ),
    (
      "<svg/>",
      "<svg\(c2pa)><metadata><c2pa:manifest>‸</c2pa:manifest></metadata></svg>",
      "<svg></svg>"
    ),
    (
      "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"/>",
      "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"\(c2pa)><s:metadata><c2pa:manifest>‸"
        + "</c2pa:manifest></s:metadata></s:svg>",
      "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"></s:svg>"
    ),
    (
      "<svg\(space)><title/><metadata id=\"m\"><a/></metadata></svg>",
      "<svg\(space)\(c2pa)><title/><metadata id=\"m\"><c2pa:manifest>‸</c2pa:manifest><a/>"
        + "</metadata></svg>", nil
    ),
    (
      "<svg\(space)><metadata/></svg>",
      "<svg\(space)\(c2pa)><metadata><c2pa:manifest>‸</c2pa:manifest></metadata></svg>",
      "<svg\(space)></svg>"
    ),
    (
      "<svg\(space) xmlns:s=\"http://www.w3.org/2000/svg\"><s:metadata a='1'/></svg>",
      "<svg\(space) xmlns:s=\"http://www.w3.org/2000/svg\"\(c2pa)><s:metadata a='1'>"
        + "<c2pa:manifest>‸</c2pa:manifest></s:metadata></svg>",
      "<svg\(space) xmlns:s=\"http://www.w3.org/2000/svg\"><s:metadata a='1'></s:metadata></svg>"
    ),
    (
      "<svg\(space) xmlns:c2pa=\"urn:a\"><g c2pa:b='1'/></svg>",
      "<svg\(space) xmlns:c2pa=\"urn:a\"><metadata><c2pa:manifest\(c2pa)>‸</c2pa:manifest>"
        + "</metadata><g c2pa:b='1'/></svg>", nil
    ),
    (
      "<svg\(space)><metadata xmlns:c2pa=\"urn:a\"/></svg>",
      "<svg\(space)><metadata xmlns:c2pa=\"urn:a\"><c2pa:manifest\(c2pa)>‸</c2pa:manifest>"
        + "</metadata></svg>",
      "<svg\(space)><metadata xmlns:c2pa=\"urn:a\"></metadata></svg>"
    ),
    (
      "<svg\(c2pa)\(space)><c2pa:x/></svg>",
      "<svg\(c2pa)\(space)><metadata><c2pa:manifest>‸</c2pa:manifest></metadata><c2pa:x/></svg>",
      nil
    ),
    (
      "<svg\(space)\(c2pa)><c2pa:x/></svg>",
      "<svg\(space)\(c2pa)><metadata><c2pa:manifest>‸</c2pa:manifest></metadata><c2pa:x/></svg>",
      nil
    ),
    (
      "<svg\(space)><g><metadata/></g></svg>",
      "<svg\(space)\(c2pa)><metadata><c2pa:manifest>‸</c2pa:manifest></metadata><g><metadata/></g>"
        + "</svg>", nil
    ),
    (
      "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' \"a>b\">\n<svg\(space) a=\">\" b='/>'></svg>",
      "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' \"a>b\">\n<svg\(space) a=\">\" b='/>'\(c2pa)>"
        + "<metadata><c2pa:manifest>‸</c2pa:manifest></metadata></svg>", nil
    ),
  ]

  @Test(arguments: drawings)
  func `the store goes into the metadata of the drawing and comes out again`(
    before: String, after: String, removed: String?
  ) throws {
    let bytes = Array(before.utf8)
    let document = try Document(ByteSource(bytes: bytes), path: "a.svg")
    let result = try RoundTrip.embed(Self.store, in: document)
    let text = Base64.encode(Self.store)
    let parts = after.split(separator: "‸", omittingEmptySubsequences: false)
    #expect(String(decoding: result.bytes, as: UTF8.self) == parts[0] + text + parts[1])
    #expect(result.placement.extent.start == parts[0].utf8.count)
    let signed = try Document(ByteSource(bytes: result.bytes), path: "a.svg")
    guard case .found(let found) = try signed.carrier?.locate() else {
      Issue.record("the store is not found again")
      return
    }
    #expect(found.bytes == Self.store && found.extent == result.placement.extent)
    #expect(found.doubts.isEmpty && found.defects.isEmpty)
    let pieces = try #require(try signed.carrier?.removal())
    let without = try RoundTrip.apply(pieces, to: signed.source)
    #expect(String(decoding: without, as: UTF8.self) == removed ?? before)
    // A second store takes the place of the first.
    let again = try RoundTrip.embed(DummyStore.bytes(80), in: signed)
    #expect(again.shown == result.shown)
  }

  private func drawing(_ manifest: String, more: String = "") -> [UInt8] {
    Array("<svg\(Self.space)\(Self.c2pa)><metadata>\(manifest)</metadata>\(more)</svg>".utf8)
  }

  private static let text = Base64.encode(store)

  @Test func `white space around the text is not part of the store, and hashed`() throws {
    let file = drawing("<c2pa:manifest>\n  \(Self.text)\t\r\n</c2pa:manifest>")
    let found = try #require(try RoundTrip.store(in: file))
    #expect(found.bytes == Self.store && found.doubts.isEmpty)
    #expect(Array(file[found.extent.bounds]) == Array(Self.text.utf8))
  }

  private static let unusable: [(String, String, String)] = [
    ("<c2pa:manifest></c2pa:manifest>", "", "SVG-STORE-BASE64"),
    ("<c2pa:manifest/>", "", "SVG-STORE-BASE64"),
    ("<c2pa:manifest>AA\nAA</c2pa:manifest>", "", "SVG-STORE-BASE64"),
    ("<c2pa:manifest>AB==</c2pa:manifest>", "", "SVG-STORE-BASE64"),
    ("<c2pa:manifest>AAAA<!-- a --></c2pa:manifest>", "", "SVG-STORE-BASE64"),
    ("<c2pa:manifest>AA&#65;A</c2pa:manifest>", "", "SVG-STORE-BASE64"),
    ("<c2pa:manifest><![CDATA[AAAA]]></c2pa:manifest>", "", "SVG-STORE-BASE64"),
    ("<c2pa:manifest>AAAA<a/></c2pa:manifest>", "", "SVG-STORE-BASE64"),
    (
      "<c2pa:manifest>AAAA</c2pa:manifest><c2pa:manifest>AAAA</c2pa:manifest>", "",
      "SVG-MULTIPLE-STORES"
    ),
    (
      "<c2pa:manifest>AAAA</c2pa:manifest>",
      "<metadata><m:manifest xmlns:m='http://c2pa.org/manifest'>AAAA</m:manifest></metadata>",
      "SVG-MULTIPLE-STORES"
    ),
    ("<c2pa:manifest>AAAA</c2pa:manifest>", "<c2pa:manifest/>", "SVG-MULTIPLE-STORES"),
    ("", "<c2pa:manifest>AAAA</c2pa:manifest>", "SVG-STORE-PLACE"),
    ("", "<g><metadata><c2pa:manifest>AAAA</c2pa:manifest></metadata></g>", "SVG-STORE-PLACE"),
    ("<a><c2pa:manifest>AAAA</c2pa:manifest></a>", "", "SVG-STORE-PLACE"),
    ("<c2pa:manifest xmlns:c2pa='urn:a'>AAAA</c2pa:manifest>", "", "SVG-STORE-PLACE"),
    (
      "<c2pa:manifest xmlns:c2pa='http://c2pa.org/manifest/'>AAAA</c2pa:manifest>", "",
      "SVG-STORE-PLACE"
    ),
    (
      "<c2pa:manifest xmlns:c2pa='http://c2pa.org/&#109;anifest'>AAAA</c2pa:manifest>", "",
      "SVG-STORE-PLACE"
    ),
  ]

  @Test(arguments: unusable)
  func `what not every reader takes for the same store is no store`(
    manifest: String, more: String, code: String
  ) throws {
    let carrier = try SVGCarrier(ByteSource(bytes: drawing(manifest, more: more)))
    guard case .unusable(let note) = try carrier.locate() else {
      Issue.record("it was taken for a store")
      return
    }
    #expect(note.code.name == code)
  }

  private static let decoys: [(String, String)] = [
    ("a comment", "<!-- <c2pa:manifest>AAAA</c2pa:manifest> -->"),
    ("a CDATA section", "<![CDATA[<c2pa:manifest>AAAA</c2pa:manifest>]]>"),
    ("an instruction", "<?a <c2pa:manifest>AAAA</c2pa:manifest>?>"),
    ("an attribute", "<a b=\"&lt;c2pa:manifest>AAAA&lt;/c2pa:manifest>\"/>"),
    ("escaped text", "&lt;c2pa:manifest&gt;AAAA"),
    ("another namespace", "<manifest xmlns=\"urn:a\">AAAA</manifest>"),
    ("another name", "<c2pa:manifests>AAAA</c2pa:manifests>"),
  ]

  @Test(arguments: decoys)
  func `a decoy is no store, and the real one is found behind it`(what: String, decoy: String)
    throws
  {
    #expect(try RoundTrip.store(in: drawing(decoy)) == nil, "\(what)")
    let real = "<c2pa:manifest>\(Self.text)</c2pa:manifest>"
    let found = try #require(try RoundTrip.store(in: drawing(decoy + real)), "\(what)")
    #expect(found.bytes == Self.store && found.doubts.isEmpty, "\(what)")
  }

  @Test func `another prefix for the right namespace is never official`() throws {
    let file = drawing("<m:manifest xmlns:m='http://c2pa.org/manifest'>\(Self.text)</m:manifest>")
    #expect(try RoundTrip.store(in: file)?.doubts.map(\.code.name) == ["SVG-STORE-NAME"])
  }

  private static let entities = "<!DOCTYPE svg [<!ENTITY a 'b'><!-- ]> --><!ENTITY c \"]>\">]>"

  private static let sidecars: [(String, [UInt8], String)] = [
    ("definitions of its own", Array("\(entities)<svg\(space)/>".utf8), "SVG-DTD"),
    (
      "a namespace that is an entity", Array("\(entities)<svg xmlns='&a;'/>".utf8), "SVG-DTD"
    ),
    (
      "an entity of a document type elsewhere",
      Array("<!DOCTYPE svg SYSTEM 'a'><svg\(space)>&a;</svg>".utf8), "SVG-DTD"
    ),
    (
      "another encoding",
      Array("<?xml version='1.0' encoding='iso-8859-1'?><svg a='".utf8) + [0xE9]
        + Array("'/>".utf8), "SVG-ENCODING"
    ),
    (
      "an encoding that is not read",
      Array("<?xml version='1.0' encoding='utf-16'?><svg/>".utf8), "SVG-ENCODING"
    ),
    ("UTF-16", [0xFF, 0xFE] + "<svg/>".utf8.flatMap { [$0, 0] as [UInt8] }, "SVG-ENCODING"),
  ]

  @Test(arguments: sidecars)
  func `a drawing that cannot carry a store has a sidecar`(
    what: String, file: [UInt8], code: String
  ) throws {
    let carrier = try SVGCarrier(ByteSource(bytes: file))
    guard case .none = try carrier.locate() else {
      Issue.record("\(what): something was found")
      return
    }
    do {
      _ = try carrier.reserve(100, insisting: true)
      Issue.record("\(what) was accepted")
    } catch DocumentError.refused(let refusal) {
      #expect(refusal.code.name == code && refusal.remedy == .sidecar, "\(what)")
    }
  }

  @Test
  func `a drawing with a byte order mark has a sidecar, or a store where that is insisted on`()
    throws
  {
    let bytes = Array("\u{FEFF}<svg><metadata></metadata></svg>".utf8)
    let carrier = try SVGCarrier(ByteSource(bytes: bytes))
    do {
      _ = try carrier.reserve(100, insisting: false)
      Issue.record("it was accepted")
    } catch DocumentError.refused(let refusal) {
      #expect(refusal.code.name == "SVG-BOM" && refusal.remedy == .sidecarOrInsist)
    }
    let placement = try carrier.reserve(300, insisting: true)
    var output = try RoundTrip.apply(placement.pieces, to: ByteSource(bytes: bytes))
    let text = try carrier.frame(DummyStore.bytes(300), for: placement)
    output.replaceSubrange(placement.extent.bounds, with: text)
    let found = try #require(try RoundTrip.store(in: output))
    #expect(found.extent == placement.extent && found.doubts.isEmpty)
  }

  @Test func `a store in a drawing with definitions of its own is never official`() throws {
    let file = Array(Self.entities.utf8) + drawing("<c2pa:manifest>\(Self.text)</c2pa:manifest>")
    let carrier = try SVGCarrier(ByteSource(bytes: file))
    guard case .found(let found) = try carrier.locate() else {
      Issue.record("the store is not found")
      return
    }
    #expect(found.doubts.map(\.code.name) == ["SVG-DTD"])
  }

  @Test func `what is broken behind a store makes it doubtful and forbids a new one`() throws {
    let file = drawing("<c2pa:manifest>\(Self.text)</c2pa:manifest>", more: "<a></b>")
    let carrier = try SVGCarrier(ByteSource(bytes: file))
    guard case .found(let found) = try carrier.locate() else {
      Issue.record("the store is not found")
      return
    }
    #expect(found.doubts.map(\.code.name) == ["SVG-STRUCTURE"])
    #expect(throws: DocumentError.self) { try carrier.reserve(100, insisting: true) }
    #expect(throws: DocumentError.self) { try carrier.removal() }
  }

  @Test func `a second store far behind is met when the file is written`() throws {
    let real = "<c2pa:manifest>\(Self.text)</c2pa:manifest>"
    let far = String(repeating: "<g/>", count: SVGLimits.reachAfterStore / 4 + 100)
    let source = ByteSource(bytes: drawing(real, more: far + real))
    let carrier = try SVGCarrier(source)
    guard case .found = try carrier.locate() else {
      Issue.record("the store is not found")
      return
    }
    #expect(throws: DocumentError.self) { try carrier.reserve(100, insisting: false) }
    let pieces = try #require(try carrier.removal())
    let expected = "<svg\(Self.space)>\(far)</svg>"
    #expect(try RoundTrip.apply(pieces, to: source) == Array(expected.utf8))
  }

  @Test func `a store of another size than was reserved is not framed`() throws {
    let carrier = try SVGCarrier(ByteSource(bytes: Array("<svg/>".utf8)))
    let placement = try carrier.reserve(300, insisting: false)
    #expect(throws: DocumentError.self) { try carrier.frame(DummyStore.bytes(301), for: placement) }
    #expect(throws: DocumentError.self) { try carrier.reserve(0, insisting: false) }
  }

  @Test func `a compressed drawing is not looked into`() throws {
    let gzip: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    let named = try Document(ByteSource(bytes: gzip), path: "a.svgz")
    #expect(named.format == .other && named.extensionAgrees && named.carrier == nil)
    #expect(named.mediaType == "image/svg+xml")
    let misnamed = try Document(ByteSource(bytes: gzip), path: "a.svg")
    #expect(misnamed.format == .other && !misnamed.extensionAgrees)
    let plain = try Document(ByteSource(bytes: Array("<svg/>".utf8)), path: "a.svgz")
    #expect(!plain.extensionAgrees)
  }
}
