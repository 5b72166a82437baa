import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealNotes
import Testing

/// What is not a well-formed drawing is refused, with the place and within the limits (T-60).
@Suite struct SVGStructureTests {
  private func code(_ file: [UInt8]) throws -> (String, Int)? {
    do {
      _ = try SVGCarrier(ByteSource(bytes: file))
      return nil
    } catch DocumentError.malformed(let code, let fault) { return (code.name, fault.offset) }
  }

  private static let broken: [(String, String, Int)] = [
    ("no element", "", 0),
    ("text before the root", "a<svg/>", 0),
    ("text behind the root", "<svg/>a", 6),
    ("a second root", "<svg/><svg/>", 12),
    ("another root", "<html/>", 7),
    ("a root of another namespace", "<svg xmlns='urn:a'/>", 20),
    ("an end tag alone", "</svg>", 0),
    ("elements that overlap", "<svg><a></svg></a>", 11),
    ("an end tag of another case", "<svg></SVG>", 8),
    ("a longer end tag", "<svg></svga>", 11),
    ("an attribute twice", "<svg a='1' a='2'/>", 12),
    ("an attribute without quotes", "<svg a=1/>", 8),
    ("an attribute without a value", "<svg a/>", 7),
    ("attributes that touch", "<svg a='1'b='2'/>", 10),
    ("< in an attribute value", "<svg a='<'/>", 8),
    ("an entity that is not defined", "<svg>&a;</svg>", 5),
    ("& that begins no reference", "<svg>a & b</svg>", 7),
    ("& at the end of a value", "<svg a='&'/>", 8),
    ("a character reference to NUL", "<svg>&#0;</svg>", 5),
    ("a character reference to a surrogate", "<svg>&#xD800;</svg>", 5),
    ("]]> in text", "<svg>]]></svg>", 5),
    ("-- in a comment", "<svg><!-- -- --></svg>", 10),
    ("a control character", "<svg>\u{1}</svg>", 5),
    ("a character that is none", "<svg>\u{FFFF}</svg>", 5),
    ("a declaration without a version", "<?xml encoding='utf-8'?><svg/>", 0),
    ("a declaration of another version", "<?xml version='1.1'?><svg/>", 0),
    ("a declaration out of order", "<?xml standalone='no' version='1.0'?><svg/>", 0),
    ("a declaration that never ends", "<?xml version='1.0'><svg/>", 0),
    ("a declaration with more in it", "<?xml version='1.0' a='b'?><svg/>", 0),
    ("a late declaration", " <?xml version='1.0'?><svg/>", 6),
    ("a document type inside", "<svg><!DOCTYPE svg></svg>", 5),
    ("a second document type", "<!DOCTYPE svg><!DOCTYPE svg><svg/>", 14),
    ("a prefix without a namespace", "<svg><a:b/></svg>", 11),
    ("a prefix of an attribute without one", "<svg a:b='1'/>", 14),
    ("a prefix that is taken back", "<svg xmlns:a=''/>", 17),
    ("two colons", "<svg><a:b:c/></svg>", 9),
    ("a name that begins with a digit", "<svg><1/></svg>", 6),
    ("a CDATA section outside", "<![CDATA[]]><svg/>", 0),
  ]

  @Test(arguments: broken)
  func `a file that is not well-formed is refused`(what: String, text: String, offset: Int) throws {
    let found = try #require(try code(Array(text.utf8)), "\(what) was accepted")
    #expect(found.0 == "SVG-STRUCTURE", "\(what)")
    #expect(found.1 == offset, "\(what)")
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xC3, 0x41], [0xE3, 0x81, 0x41],
      [0xFF],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) throws {
    for place in ["<svg>‸</svg>", "<svg a='‸'/>", "<svg><!--‸--></svg>", "<svg><?a ‸?></svg>"] {
      let parts = place.split(separator: "‸")
      let file = Array(parts[0].utf8) + bytes + Array(parts[1].utf8)
      #expect(try code(file)?.0 == "SVG-STRUCTURE", "\(place)")
    }
  }

  @Test(arguments: [
    "<svg>\u{7FF}\u{800}\u{D7FF}\u{E000}\u{10000}\u{10FFFF}日本</svg>", "<svg a='>]]>日本'/>",
    "<svg>&amp;&lt;&gt;&quot;&apos;&#9;&#x10FFFF;&#x65E5;</svg>", "<svg>]] ]>></svg>",
    "<svg><日本 属性='1'/></svg>", "<svg><?a?><?b ??></svg>", "<svg a = '1'\n\tb=\"2\" ></svg >",
    "<svg><!----><!-- - --></svg>", "<svg xml:space='preserve'/>", "<svg><a xmlns=''/></svg>",
    "<svg><a xmlns:b='urn:a'><b:c/></a></svg>", "<!DOCTYPE svg>\n<svg/>\n",
    "<svg><![CDATA[<a>&b;]]]]></svg>",
    "<?xml version = \"1.0\"\n encoding='UTF-8' standalone=\"no\" ?><svg/>",
  ])
  func `a file that is well-formed is read`(text: String) throws {
    #expect(try code(Array(text.utf8)) == nil)
  }

  @Test(arguments: [
    "<", "<svg", "<svg ", "<svg a", "<svg a=", "<svg a='", "<svg a='b'", "<svg>", "<svg><a/>",
    "<svg></", "<svg></svg", "<svg><!--", "<svg><![CDATA[", "<svg><?a", "<svg>&am", "<!DOCTYPE svg",
    "<!DOCTYPE svg [", "<svg/",
  ])
  func `a file that breaks off is refused as such`(text: String) throws {
    #expect(try code(Array(text.utf8))?.0 == "SVG-TRUNCATED")
  }

  private static func nested(_ depth: Int) -> [UInt8] {
    Array(
      ("<svg>" + String(repeating: "<g>", count: depth - 1)
        + String(repeating: "</g>", count: depth - 1) + "</svg>").utf8)
  }

  private static func attributes(_ count: Int) -> [UInt8] {
    Array(("<svg" + (0..<count).map { " a\($0)='1'" }.joined() + "/>").utf8)
  }

  private static func name(_ length: Int) -> [UInt8] {
    Array("<svg \(String(repeating: "a", count: length))='1'/>".utf8)
  }

  private static func namespaces(_ count: Int) -> [UInt8] {
    let declarations = (0..<count).map { "<g xmlns:a\($0)='urn:a'>" }.joined()
    return Array(
      ("<svg>" + declarations + String(repeating: "</g>", count: count) + "</svg>").utf8)
  }

  private static func namespace(_ length: Int) -> [UInt8] {
    Array("<svg xmlns:a='\(String(repeating: "a", count: length))'/>".utf8)
  }

  private static let limits: [(String, [UInt8], [UInt8])] = [
    ("depth", nested(SVGLimits.maximumDepth), nested(SVGLimits.maximumDepth + 1)),
    (
      "attributes", attributes(SVGLimits.maximumAttributes),
      attributes(SVGLimits.maximumAttributes + 1)
    ),
    ("a name", name(SVGLimits.maximumNameLength), name(SVGLimits.maximumNameLength + 1)),
    (
      "namespaces", namespaces(SVGLimits.maximumNamespaces),
      namespaces(SVGLimits.maximumNamespaces + 1)
    ),
    (
      "the name of a namespace", namespace(SVGLimits.maximumNamespaceLength),
      namespace(SVGLimits.maximumNamespaceLength + 1)
    ),
  ]

  @Test(arguments: limits)
  func `every limit holds`(what: String, within: [UInt8], beyond: [UInt8]) throws {
    #expect(try code(within) == nil, "\(what)")
    #expect(try code(beyond)?.0 == "SVG-LIMIT", "\(what)")
  }

  @Test func `very many stores are no store, and are not all kept`() throws {
    let store = "<c2pa:manifest xmlns:c2pa='http://c2pa.org/manifest'/>"
    let many = String(repeating: store, count: SVGLimits.maximumStores + 1)
    let carrier = try SVGCarrier(ByteSource(bytes: Array("<svg>\(many)</svg>".utf8)))
    guard case .unusable(let note) = try carrier.locate() else {
      Issue.record("one of them was taken")
      return
    }
    #expect(note.code.name == "SVG-MULTIPLE-STORES")
    #expect(throws: DocumentError.self) { try carrier.removal() }
  }

  @Test func `an entity bomb is not opened, and external entities are not fetched`() throws {
    var bomb = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY x SYSTEM 'file:///etc/passwd'>"
    for (name, inner) in zip("bcdefghijk", "abcdefghij") {
      bomb += "<!ENTITY \(name) '\(String(repeating: "&\(inner);", count: 10))'>"
    }
    let carrier = try SVGCarrier(ByteSource(bytes: Array((bomb + "]><svg>&k;&x;</svg>").utf8)))
    guard case .none = try carrier.locate() else {
      Issue.record("something was found")
      return
    }
    #expect(throws: DocumentError.self) { try carrier.reserve(100, insisting: true) }
  }

  @Test func `an attribute of many megabytes is passed over`() throws {
    let picture = String(repeating: "QUJD", count: 2 << 20)
    let file = Array("<svg><image href='data:image/png;base64,\(picture)'/></svg>".utf8)
    #expect(try code(file) == nil)
  }
}
