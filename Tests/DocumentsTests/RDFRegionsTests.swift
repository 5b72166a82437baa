import Testing

@testable import BroadsealDocuments

@Suite("Where XMP stands in bytes that hold other text too")
struct RDFRegionsTests {
  static let rows: [(String, [String])] = [
    ("", []), ("RDF", []), ("<RD", []), ("<RDF", ["<RDF"]), ("<RDF>a</RDF>b", ["<RDF>a</RDF"]),
    ("x<rdf:RDF a=''>b</rdf:RDF>", ["<rdf:RDF a=''>b</rdf:RDF"]), ("<r:x:RDF/>", ["<r:x:RDF/>"]),
    ("<:RDF/>", ["<:RDF/>"]), ("<xRDF>", []), ("<RDFx>", []), ("< RDF>", []), ("</RDF>", []),
    ("<RDF>1</r:RDF><a:RDF>2", ["<RDF>1</r:RDF", "<a:RDF>2"]),
    ("RRDRDFDF<RDF", ["<RDF"]), ("<RDRDF>", []), ("<R:DF>", []), ("<RDF:a>", []),
    ("<\(String(repeating: "a", count: 32)):RDF>", ["<\(String(repeating: "a", count: 32)):RDF>"]),
    ("<\(String(repeating: "a", count: 33)):RDF>", []),
  ]

  @Test("each element is found from its tag to its end", arguments: rows)
  func regions(_ text: String, _ expected: [String]) {
    for blanks in 0..<4 {
      let bytes = [UInt8](repeating: 0x20, count: blanks) + Array(text.utf8)
      let found = RDFRegions.find(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
      #expect(found == expected)
    }
  }
}
