import BroadsealBytes
import BroadsealFiles
import TestSupport
import Testing

@testable import BroadsealDocuments

/// The list of content types of a package (ECMA-376-2 §10.1.2).
@Suite("Content types") struct ContentTypesTests {
  private static let element = #"<Default Extension="c2pa" ContentType="application/c2pa"/>"#
  private static let override =
    #"<Override PartName="/META-INF/content_credential.c2pa" ContentType="application/c2pa"/>"#

  private func declared(_ text: String) throws -> String? {
    let types = try #require(ContentTypes(Array(text.utf8)))
    return types.declaringStore().map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("one element is put right behind the root's tag, and nothing else changes")
  func inserts() throws {
    let text = ZIPFile.contentTypes()
    let end = try #require(text.range(of: "types\">", from: text.startIndex))
    #expect(try declared(text) == text[..<end] + Self.element + text[end...])
  }

  @Test("a list that has the type already stays as it is, however it is declared")
  func known() throws {
    for more in [
      Self.element, Self.override,
      #"<Default ContentType='Application/C2PA' Extension='C2PA'></Default>"#,
      #"<!-- a comment --><Override ContentType="application/c2pa" "#
        + #"PartName="/meta-inf/Content_Credential.c2pa" />"#,
      #"<Default Extension="c2p&#97;" ContentType="application/c2pa"/>"#,
    ] {
      let text = ZIPFile.contentTypes(more: more)
      #expect(try declared(text) == text)
    }
  }

  @Test("another type for the extension is overridden for the store's part alone")
  func overrides() throws {
    let more = #"<Default Extension="c2pa" ContentType="application/x-c2pa-manifest-store"/>"#
    let text = try #require(try declared(ZIPFile.contentTypes(more: more)))
    #expect(text.contains(Self.override) && text.contains(more))
  }

  @Test("another type for the store's part is not argued with")
  func conflict() throws {
    let more = #"<Override PartName="/META-INF/content_credential.c2pa" ContentType="a/b"/>"#
    #expect(try declared(ZIPFile.contentTypes(more: more)) == nil)
  }

  @Test("the prefix of the namespace is kept")
  func prefix() throws {
    let text = """
      <ct:Types xmlns:ct="http://schemas.openxmlformats.org/package/2006/content-types">\
      <ct:Default Extension="xml" ContentType="application/xml"/></ct:Types>
      """
    #expect(try declared(text)?.contains("content-types\"><ct:Default Extension=\"c2pa\"") == true)
  }

  @Test("a list in UTF-16 stays in UTF-16, whichever byte comes first", arguments: [true, false])
  func wide(littleEndian: Bool) throws {
    func encoded(_ text: String) -> [UInt8] {
      ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
        let bytes = little(unit)
        return littleEndian ? bytes : bytes.reversed()
      }
    }
    let text = ZIPFile.contentTypes()
    let types = try #require(ContentTypes(encoded(text)))
    let end = try #require(text.range(of: "types\">", from: text.startIndex))
    #expect(types.declaringStore() == encoded(text[..<end] + Self.element + text[end...]))
  }

  @Test(
    "a list that not every reader understands alike is not read",
    arguments: [
      "", "<Types/>", "text", "<Types>", "<a/><b/>", "<Other/>",
      #"<Types xmlns="http://example.org/"><Default Extension="a" ContentType="b/c"/></Types>"#,
      #"<!DOCTYPE Types [<!ENTITY x "y">]>"# + ZIPFile.contentTypes(),
      ZIPFile.contentTypes(more: "<![CDATA[<Default/>]]>"),
      ZIPFile.contentTypes(more: "<Default Extension=\"a\" ContentType=\"&x;\"/>"),
      ZIPFile.contentTypes(more: "<Default Extension=\"a\" Extension=\"b\" ContentType=\"c/d\"/>"),
      ZIPFile.contentTypes(more: "<Default Extension=a ContentType=\"c/d\"/>"),
      ZIPFile.contentTypes(more: "<Default Extension=\"a\"ContentType=\"c/d\"/>"),
      ZIPFile.contentTypes(more: "<Default Extension=\"a\"/>"),
      ZIPFile.contentTypes(more: "<Other Extension=\"a\" ContentType=\"c/d\"/>"),
      ZIPFile.contentTypes(more: "<Default xmlns=\"x\" Extension=\"a\" ContentType=\"c/d\"/>"),
      ZIPFile.contentTypes(more: "<Default Extension=\"<\" ContentType=\"c/d\"/>"),
      ZIPFile.contentTypes(
        more: "<Default Extension=\"a\" ContentType=\""
          + String(repeating: "\u{301}\u{323}", count: 1 << 19) + "\"/>"),
      ZIPFile.contentTypes(
        more: "<Default Extension=\"a\" ContentType=\""
          + String(repeating: "&#x301;&#x323;", count: 1 << 17) + "\"/>"),
      ZIPFile.contentTypes(more: "text"), ZIPFile.contentTypes(more: "</Types><Types>"),
      ZIPFile.contentTypes(more: "<!-- open"), ZIPFile.contentTypes(more: "<!-- a -- b -->"),
      ZIPFile.contentTypes() + "<more/>",
      ZIPFile.contentTypes(more: String(repeating: "<a>", count: XMLScan.maximumDepth + 1)),
      ZIPFile.contentTypes(
        more: "<Default "
          + (0...XMLScan.maximumAttributes).map { "a\($0)=\"\" " }.joined() + "/>"),
    ])
  func refuses(text: String) {
    #expect(ContentTypes(Array(text.utf8)) == nil)
  }

  @Test("bytes that are no text in any encoding of XML are not read")
  func encodings() {
    let text = Array(ZIPFile.contentTypes().utf8)
    for bytes in [
      [0xFF, 0xFE, 0x00, 0xD8], [0xFF, 0xFE, 0x3C], [0x00, 0x3C], [0x3C, 0x00],
      text + [0xFF], [0xC3, 0x28],
    ] {
      #expect(ContentTypes(bytes) == nil)
    }
  }

  @Test("a list cut off anywhere is not read, and no length makes it crash")
  func truncations() {
    let text = Array(ZIPFile.contentTypes(more: "<!-- a -->" + Self.override).utf8)
    for length in text.indices { #expect(ContentTypes(Array(text[..<length])) == nil) }
  }

  @Test("content types that inflate to more than their limit are not read")
  func bomb() throws {
    let size = ZIPLimits.maximumContentTypesSize + 1
    let types = ZIPFile.contentTypes(more: String(repeating: " ", count: size))
    let document = try Document(
      ByteSource(bytes: ZIPFile.docx(types: types, deflates: false).built().bytes), path: "a.docx")
    #expect(!document.extensionAgrees)
    #expect(throws: DocumentError.self) { try document.carrier?.reserve(300, insisting: true) }
  }
}

extension String {
  /// Index just past the first `text`; nil when it is not there.
  fileprivate func range(of text: String, from start: Index) -> Index? {
    var index = start
    while index < endIndex {
      if self[index...].hasPrefix(text) { return self.index(index, offsetBy: text.count) }
      index = self.index(after: index)
    }
    return nil
  }
}
