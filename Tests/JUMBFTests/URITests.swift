import BroadsealJUMBF
import Testing

@Suite("References inside a store")
struct URITests {
  @Test(
    "a reference is split into manifest and labels, and written back as it was",
    arguments: [
      ("self#jumbf=/c2pa/urn:c2pa:1/c2pa.assertions/c2pa.hash.data", "urn:c2pa:1", 2),
      ("self#jumbf=/c2pa/urn:c2pa:1", "urn:c2pa:1", 0),
      ("self#jumbf=c2pa.assertions/c2pa.ingredient__1", nil, 2),
      ("self#jumbf=c2pa.signature", nil, 1),
      ("self#jumbf=c2pa.assertions/a%2Fb", nil, 2),
    ] as [(String, String?, Int)])
  func parses(_ text: String, _ manifest: String?, _ steps: Int) throws {
    let uri = try #require(URI(text))
    #expect(uri.manifest == manifest)
    #expect(uri.path.count == steps)
    #expect(uri.description == text)
  }

  @Test("an absolute reference without its first slash means the same")
  func readsUnrooted() throws {
    let uri = try #require(URI("self#jumbf=c2pa/urn:uuid:1/c2pa.signature"))
    #expect(uri == URI(manifest: "urn:uuid:1", path: ["c2pa.signature"]))
    #expect(uri.description == "self#jumbf=/c2pa/urn:uuid:1/c2pa.signature")
  }

  @Test(
    "a reference that climbs, skips, or leaves the store is refused",
    arguments: [
      "", "self#jumbf=", "self#jumbf=/", "self#jumbf=/c2pa", "self#jumbf=/c2pa/", "self#jumbf=c2pa",
      "self#jumbf=c2pa/",
      "self#jumbf=/other/urn:c2pa:1/x", "self#jumbf=/c2pa/urn:c2pa:1/../urn:c2pa:2",
      "self#jumbf=c2pa.assertions/./x", "self#jumbf=c2pa.assertions//x",
      "self#jumbf=c2pa.assertions/", "self#jumbf=//c2pa/x", "SELF#jumbf=c2pa.signature",
      "http://example.com/x", "self#jumbf=a?b", "self#jumbf=a#b", "self#jumbf=a\u{0}",
    ])
  func refuses(_ text: String) {
    #expect(URI(text) == nil)
  }

  private static let store = Writer.superbox(
    .manifestStore, label: "c2pa",
    [
      Writer.superbox(
        .standardManifest, label: "m",
        [
          Writer.superbox(.cbor, label: "Kelvin", [Writer.box(.cbor, [1])]),
          Writer.superbox(.cbor, label: "twice", [Writer.box(.cbor, [2])]),
          Writer.superbox(.cbor, label: "twice", [Writer.box(.cbor, [3])]),
        ])
    ])

  @Test(
    "a path names a superbox only when every label is exact and alone",
    arguments: [
      (["m", "Kelvin"], true), (["m"], true), ([], true), (["m", "kelvin"], false),
      (["m", "\u{212A}elvin"], false), (["m", "twice"], false), (["m", "K%65lvin"], false),
      (["x", "Kelvin"], false), (["m", "Kelvin", "deeper"], false),
    ])
  func resolves(_ path: [String], _ found: Bool) throws {
    let store = try Superbox.parse(Self.store)
    #expect((store.superbox(at: path) != nil) == found)
  }

  @Test(
    "a label may hold what the standard allows",
    arguments: [
      ("c2pa.claim.v2", true), ("urn:c2pa:1:x:1_1", true), ("日本", true), ("", false),
      ("a/b", false), ("a;b", false), ("a?b", false), ("a#b", false), ("a\u{7F}", false),
      ("a\u{85}", false), ("\u{FEFF}a", false), ("a\u{FFFF}", false),
      (String(repeating: "a", count: Limits.maximumLabelLength + 1), false),
    ])
  func judgesLabels(_ label: String, _ valid: Bool) {
    #expect(LabelSyntax.isValid(label) == valid)
  }
}
