import BroadsealBytes
import BroadsealCBOR
import BroadsealJSON
import BroadsealJUMBF
import BroadsealNotes
import BroadsealProvenance
import Testing

@Suite("Assertions and their labels")
struct AssertionTests {
  @Test(
    "a label is split into what it is and which one it is",
    arguments: [
      ("c2pa.actions.v2", "c2pa.actions.v2", 0), ("c2pa.ingredient.v3__1", "c2pa.ingredient.v3", 1),
      ("c2pa.ingredient__12", "c2pa.ingredient", 12), ("org.test__01", "org.test__01", 0),
      ("org.test_1", "org.test_1", 0), ("org.test__", "org.test__", 0),
      ("org.test__99999999999", "org.test__99999999999", 0), ("__1", "", 1),
      ("c2pa.thumbnail.claim", "c2pa.thumbnail.claim", 0),
      ("c2pa.thumbnail.claim.jpeg", "c2pa.thumbnail.claim", 0),
      ("c2pa.thumbnail.ingredient__1.jpeg", "c2pa.thumbnail.ingredient", 1),
      ("c2pa.thumbnail.ingredient_2.png", "c2pa.thumbnail.ingredient", 2),
      ("c2pa.thumbnail.ingredient__3", "c2pa.thumbnail.ingredient", 3),
      ("c2pa.thumbnail.claimed", "c2pa.thumbnail.claimed", 0),
    ])
  func splitsLabels(_ text: String, _ base: String, _ instance: Int) {
    let label = AssertionLabel(text)
    #expect(label.text == text)
    #expect(label.base == base)
    #expect(label.instance == instance)
  }

  @Test(
    "a label says what kind of assertion it is",
    arguments: [
      ("c2pa.actions", "actions"), ("c2pa.actions.v2__1", "actions"), ("c2pa.actions.v3", ""),
      ("c2pa.ingredient", "ingredient"), ("c2pa.ingredient.v2__3", "ingredient"),
      ("c2pa.ingredient.v4", ""), ("c2pa.hash.data", "binding"), ("c2pa.hash.boxes", "binding"),
      ("c2pa.hash.bmff", ""), ("c2pa.hash.bmff.v2", "binding"), ("c2pa.hash.data.part", ""),
      ("c2pa.hash.multi-asset", "multi"), ("c2pa.thumbnail.claim.png", "thumbnail"),
      ("C2PA.hash.data", ""), ("c2pa.soft-binding", ""),
    ])
  func knowsKinds(_ text: String, _ kind: String) {
    let label = AssertionLabel(text)
    #expect(label.isActions == (kind == "actions"))
    #expect(label.isIngredient == (kind == "ingredient"))
    #expect(label.isHardBinding == (kind == "binding"))
    #expect(label.isMultiAssetHash == (kind == "multi"))
    #expect(label.isThumbnail == (kind == "thumbnail"))
  }

  private static func box(_ type: BoxType, _ payload: [UInt8]) -> [UInt8] {
    JUMBF.Writer.box(type, payload)
  }

  @Test(
    "content that cannot be read has the standard's code",
    arguments: [
      (.cbor, [], .assertionCborInvalid), (.cbor, [box(.cbor, [0x61])], .assertionCborInvalid),
      (.cbor, [box(.cbor, [1]), box(.cbor, [1])], .assertionCborInvalid),
      (.cbor, [box(.json, [0x31])], .assertionCborInvalid),
      (.cbor, [box(.cbor, [0xA2, 0x61, 0x61, 1, 0x61, 0x61, 2])], .assertionCborInvalid),
      (.json, [box(.json, Array("{".utf8))], .assertionJsonInvalid),
      (.json, [box(.json, Array(#"{"a":1,"a":1}"#.utf8))], .assertionJsonInvalid),
      (.json, [box(.cbor, [1])], .assertionJsonInvalid),
      (.embeddedFile, [box(.fileData, [1])], .generalError),
      (.embeddedFile, [box(.fileDescription, [2, 0x61, 0]), box(.fileData, [1])], .generalError),
      (.embeddedFile, [box(.fileDescription, [0, 0xFF, 0]), box(.fileData, [1])], .generalError),
      (.uuid, [box(.uuid, [1, 2, 3])], .generalError),
      (
        .cbor, [box(.uuid, AssertionContent.redactionIdentifier + [0, 1])], .assertionNotRedacted
      ),
      (
        .cbor, [box(.uuid, AssertionContent.redactionIdentifier), box(.cbor, [1])],
        .assertionNotRedacted
      ),
    ] as [(ContentUUID, [[UInt8]], StatusCode)])
  func judgesContent(_ type: ContentUUID, _ boxes: [[UInt8]], _ code: StatusCode) throws {
    let assertion = try Fixture.assertion(JUMBF.Writer.superbox(type, label: "x", boxes))
    guard case .malformed(let problem) = assertion?.content else {
      Issue.record("the content was read: \(String(describing: assertion?.content))")
      return
    }
    #expect(problem.code == code)
  }

  @Test(
    "content of zeros is redacted, with or without the identifier, whatever the type says",
    arguments: [
      (.cbor, [box(.uuid, AssertionContent.redactionIdentifier + [0, 0, 0])]),
      (.uuid, [box(.uuid, AssertionContent.redactionIdentifier)]),
      (.json, [box(.json, [0, 0, 0, 0])]), (.cbor, [box(.cbor, [0, 0])]),
      (.embeddedFile, [box(.fileDescription, [0, 0]), box(.fileData, [0, 0, 0])]),
    ] as [(ContentUUID, [[UInt8]])])
  func readsRedactions(_ type: ContentUUID, _ boxes: [[UInt8]]) throws {
    let assertion = try Fixture.assertion(JUMBF.Writer.superbox(type, label: "x", boxes))
    #expect(assertion?.isRedacted == true)
  }

  @Test(
    "content is read by its type, with padding beside it",
    arguments: [
      (.cbor, [box(.cbor, [0])], .cbor(0)),
      (.cbor, [box(.cbor, [0x9F, 0xFF]), box(.free, [0, 0])], .cbor([])),
      (.json, [box(.json, Array("[1]".utf8))], .json([1])),
      (
        .uuid, [box(.uuid, Array(1...17))], .uuid(identifier: Array(1...16), data: [17])
      ),
      (.codestream, [box(.codestream, [1])], .other),
    ] as [(ContentUUID, [[UInt8]], AssertionContent)])
  func readsContent(_ type: ContentUUID, _ boxes: [[UInt8]], _ content: AssertionContent) throws {
    let assertion = try Fixture.assertion(JUMBF.Writer.superbox(type, label: "x", boxes))
    #expect(assertion?.content == content)
  }
}
