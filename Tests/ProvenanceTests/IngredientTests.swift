import BroadsealCBOR
import BroadsealJUMBF
import BroadsealNotes
import BroadsealProvenance
import Testing

@Suite("Ingredients")
struct IngredientTests {
  private static let manifestURI = JUMBF.URI(manifest: Fixture.parentLabel, path: [])
  private static let signatureURI = JUMBF.URI(
    manifest: Fixture.parentLabel, path: ["c2pa.signature"])

  @Test("a parent reads back with its manifest, its signature and what was found in it")
  func roundTrips() throws {
    let results = ValidationResults(
      activeManifest: RecordedStatuses(
        success: [C2PAStatus(code: "claimSignature.validated", url: "self#jumbf=x")],
        failure: [C2PAStatus(code: "vendor.code", explanation: "why")]),
      ingredientDeltas: [
        .init(ingredientAssertionURI: "self#jumbf=y", deltas: RecordedStatuses())
      ], specVersion: "2.4.0")
    let ingredient = Ingredient(
      relationship: .parentOf, title: "報道.pdf", format: "application/pdf",
      manifest: (
        active: HashedURI(uri: Self.manifestURI, hash: [1], algorithm: "sha256"),
        signature: HashedURI(uri: Self.signatureURI, hash: [2], algorithm: "sha256"),
        results: results
      ))
    let value = try CBOR.Decoder.decode(CBOR.Encoder.encode(ingredient.asValue))
    let read = try Ingredient(value, version: 3)
    #expect(read.isParent)
    #expect(read.title == "報道.pdf")
    #expect(read.activeManifest?.uri == Self.manifestURI)
    #expect(read.claimSignature?.hash == [2])
    #expect(read.validationResults == results)
    #expect(read.digitalSourceType == nil)
    let recorded = value["validationResults"]?["activeManifest"]
    #expect(recorded?.map?.textKeys.sorted() == ["failure", "informational", "success"])
  }

  @Test("an ingredient without a manifest may state its source; one with a manifest never does")
  func writesSource() throws {
    let plain = Ingredient(relationship: .inputTo, digitalSourceType: .digitalCapture)
    #expect(try Ingredient(plain.asValue, version: 3).digitalSourceType == plain.digitalSourceType)
    let reference = HashedURI(uri: Self.manifestURI, hash: [1])
    let full = Ingredient(
      relationship: .parentOf,
      manifest: (reference, reference, ValidationResults(activeManifest: nil)),
      digitalSourceType: .digitalCapture)
    #expect(full.asValue["digitalSourceType"] == nil)
  }

  @Test("versions 1 and 2 are read by their own fields", arguments: [1, 2])
  func readsOld(_ version: Int) throws {
    let value: CBOR.Value = [
      "dc:title": "A.jpg", "dc:format": "image/jpeg", "instanceID": "xmp:iid:1",
      "relationship": "componentOf", "documentID": "xmp:did:1",
      "c2pa_manifest": ["url": "self#jumbf=/c2pa/urn:uuid:1", "hash": .bytes([1])],
      "activeManifest": ["url": "self#jumbf=/c2pa/urn:uuid:2", "hash": .bytes([2])],
      "validationStatus": [["code": "assertion.dataHash.mismatch"]],
    ]
    let ingredient = try Ingredient(value, version: version)
    #expect(ingredient.relationship == .componentOf)
    #expect(ingredient.activeManifest?.hash == [1])
    #expect(ingredient.validationStatus?.map(\.code) == ["assertion.dataHash.mismatch"])
    #expect(ingredient.validationResults == nil)
  }

  private static let reference: CBOR.Value = ["url": "self#jumbf=/c2pa/x", "hash": .bytes([1])]

  @Test(
    "an ingredient that cannot be read is malformed",
    arguments: [
      [:], ["relationship": "parent"], ["relationship": "PARENTOF"], ["relationship": 1],
      ["relationship": "parentOf", "activeManifest": "x"],
      ["relationship": "parentOf", "activeManifest": ["url": "x"]],
      ["relationship": "parentOf", "activeManifest": reference, "digitalSourceType": "x"],
      ["relationship": "parentOf", "activeManifest": reference, "relatedAssertions": [reference]],
      ["relationship": "parentOf", "relatedAssertions": []],
      ["relationship": "parentOf", "claimSignature": 1],
      ["relationship": "parentOf", "validationResults": []],
      ["relationship": "parentOf", "validationResults": ["activeManifest": 1]],
      [
        "relationship": "parentOf",
        "validationResults": ["activeManifest": ["success": [["url": "x"]]]],
      ],
      ["relationship": "parentOf", "validationResults": ["ingredientDeltas": [[:]]]],
    ] as [CBOR.Value])
  func refuses(_ value: CBOR.Value) {
    let problem = #expect(throws: Problem.self) { try Ingredient(value, version: 3) }
    #expect(problem?.code == .assertionIngredientMalformed)
  }

  @Test(
    "the label tells the version",
    arguments: [
      ("c2pa.ingredient", 1), ("c2pa.ingredient.v2__4", 2), ("c2pa.ingredient.v3", 3),
    ])
  func readsByLabel(_ label: String, _ version: Int) throws {
    let bytes = CBOR.Encoder.encode(["relationship": "inputTo"])
    let superbox = JUMBF.Writer.superbox(.cbor, label: label, [JUMBF.Writer.box(.cbor, bytes)])
    let assertion = try #require(try Fixture.assertion(superbox))
    #expect(try Ingredient(assertion)?.version == version)
    #expect(try Actions(assertion) == nil)
  }
}
