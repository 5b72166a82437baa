import BroadsealCBOR
import BroadsealJSON
import BroadsealNotes
import BroadsealProvenance
import Testing

@Suite("Other assertions")
struct OtherAssertionTests {
  @Test("a disclosure of AI reads back, and needs the type of the model")
  func disclosesAI() throws {
    let disclosure = AIDisclosure(
      modelName: "M", modelIdentifier: "pkg:x", humanOversight: .humanValidated)
    #expect(try AIDisclosure(disclosure.asValue) == disclosure)
    #expect(disclosure.asValue["contentProfile"]?["humanOversightLevel"] == "human_validated")
    #expect(disclosure.asValue["modelType"] == "c2pa.types.model")
    let single = try AIDisclosure(["modelType": "x", "scientificDomain": "cs.AI"])
    #expect(single.scientificDomain == ["cs.AI"])
    for value: CBOR.Value in [
      [:], ["modelType": 1], ["modelType": "x", "contentProfile": "full"],
      ["modelType": "x", "scientificDomain": [1]],
    ] {
      #expect(throws: Problem.self) { try AIDisclosure(value) }
    }
  }

  @Test("metadata are found under any prefix, as text, in lists and as references")
  func readsMetadata() throws {
    let metadata = try Metadata([
      "@context": [:], "a:DigitalSourceType": ["x", ["@id": "y"]], "DigitalSourceType": "z",
      "a:digitalsourcetype": "no",
    ])
    #expect(metadata.texts(named: "DigitalSourceType") == ["x", "y", "z"])
    let written = Metadata(title: "T", language: nil, identifier: "I")
    #expect(written.object.keys == ["@context", "dc:title", "dc:identifier"])
    #expect(throws: Problem.self) { try Metadata(["dc:title": "T"]) }
    #expect(throws: Problem.self) { try Metadata([]) }
  }

  @Test(
    "data kept elsewhere may not be what a claim must hold itself",
    arguments: [
      (["url": "https://x"], nil, nil), (["url": "https://x"], "org.test", nil),
      ([:], nil, .assertionExternalReferenceMalformed),
      (["url": "https://x", "alg": "sha256"], nil, .assertionExternalReferenceMalformed),
      (["url": "https://x", "hash": .bytes([1])], nil, .assertionExternalReferenceMalformed),
      (["url": "https://x"], "c2pa.actions.v2", .assertionExternalReferenceMalformed),
      (["url": "https://x"], "c2pa.hash.data", .assertionExternalReferenceMalformed),
      (["url": "https://x"], "c2pa.ingredient.v3__2", .assertionExternalReferenceMalformed),
      (["url": "https://x"], "c2pa.cloud-data", .assertionExternalReferenceMalformed),
    ] as [(CBOR.Value, String?, StatusCode?)])
  func readsReferences(_ location: CBOR.Value, _ label: String?, _ code: StatusCode?) {
    let value = CBOR.Value.map(
      Map([("location", location), ("label", label.map(CBOR.Value.text))]))
    do throws(Problem) {
      #expect(try ExternalReference(value).assertionLabel == label)
      #expect(code == nil)
    } catch { #expect(error.code == code) }
  }

  @Test(
    "cloud data need a label, a size and a hashed location, and are no hard binding",
    arguments: [
      ("org.test", 5, nil), (nil, 5, .assertionCloudDataMalformed),
      ("org.test", nil, .assertionCloudDataMalformed),
      ("c2pa.hash.boxes", 5, .assertionCloudDataHardBinding),
      ("c2pa.hash.multi-asset", 5, .assertionCloudDataHardBinding),
      ("c2pa.actions", 5, .assertionCloudDataMalformed),
    ] as [(String?, Int?, StatusCode?)])
  func readsCloudData(_ label: String?, _ size: Int?, _ code: StatusCode?) {
    let value = CBOR.Value.map(
      Map([
        ("location", ["url": "https://x", "hash": .bytes([1]), "alg": "sha256"]),
        ("label", label.map(CBOR.Value.text)), ("size", size.map { CBOR.Value($0) }),
      ]))
    do throws(Problem) {
      #expect(try ExternalReference(cloudData: value).size == size)
      #expect(code == nil)
    } catch { #expect(error.code == code) }
  }

  @Test("time stamps are found by the exact label of their manifest")
  func readsTimeStamps() throws {
    let stamps = try TimeStamps(["urn:c2pa:K": .bytes([1])])
    #expect(stamps.token(for: "urn:c2pa:K") == [1])
    #expect(stamps.token(for: "urn:c2pa:\u{212A}") == nil)
    for value: CBOR.Value in [[:], [], ["x": "y"], .map(Map([Map.Entry(key: 1, value: 2)]))] {
      let problem = #expect(throws: Problem.self) { try TimeStamps(value) }
      #expect(problem?.code == .assertionTimestampMalformed)
    }
  }

  @Test("what a claim says about use, revocation, watermarks and identity is read")
  func readsRest() throws {
    let uses: CBOR.Value = ["cawg.ai_training": ["use": "notAllowed"]]
    #expect(try TrainingMining(uses).entries == TrainingMining(["entries": uses]).entries)
    #expect(try TrainingMining(uses).entries.first?.use == "notAllowed")
    #expect(throws: Problem.self) { try TrainingMining(["entries": ["x": ["use": 1]]]) }
    #expect(try CertificateStatus(["ocspVals": [.bytes([1])]]).responses == [[1]])
    #expect(throws: Problem.self) { try CertificateStatus(["ocspVals": ["x"]]) }
    #expect(try SoftBinding(["alg": "x", "blocks": [["value": "y"]]]).algorithm == "x")
    #expect(throws: Problem.self) { try SoftBinding(["alg": "x", "blocks": []]) }
    let identity: CBOR.Value = [
      "signer_payload": [
        "sig_type": "cawg.x509.cose", "referenced_assertions": [["url": "x", "hash": .bytes([1])]],
      ], "signature": .bytes([1]), "pad1": .bytes([0, 0]),
    ]
    func read(_ value: CBOR.Value) throws(Problem) -> IdentityAssertion {
      try IdentityAssertion(value, encoded: CBOR.Encoder.encode(value)[...])
    }
    #expect(try read(identity).paddingIsZero)
    #expect(try read(identity).isDeterministic)
    #expect(
      try read(identity).payloads == [CBOR.Encoder.encode(identity["signer_payload"] ?? .null)])
    let dirty = Fixture.changing(identity, "pad2", to: .bytes([1]))
    #expect(try !read(dirty).paddingIsZero)
    let problem = #expect(throws: Problem.self) {
      try read(Fixture.changing(identity, "pad1", to: nil))
    }
    #expect(problem?.code == .cawgIdentityCborInvalid)
  }

  @Test(
    "a manifest's label is told by its form",
    arguments: [
      ("urn:c2pa:\(uuid)", uuid, nil, false), ("urn:c2pa:\(uuid):acme", uuid, "acme", false),
      ("urn:c2pa:\(uuid):acme:2_1", uuid, "acme", false),
      ("urn:c2pa:\(uuid)::2_1", uuid, nil, false),
      ("urn:uuid:\(uuid)", uuid, nil, true), ("adobe:urn:uuid:\(uuid)", uuid, "adobe", true),
    ] as [(String, String, String?, Bool)])
  func readsURNs(_ text: String, _ uuid: String, _ generator: String?, _ isOld: Bool) throws {
    let urn = try #require(ManifestURN(text))
    #expect(urn.uuid == uuid)
    #expect(urn.generator == generator)
    #expect(urn.isOld == isOld)
    #expect(ManifestURN(uuid: uuid).text == "urn:c2pa:\(uuid)")
  }

  @Test(
    "a label in no known form is none",
    arguments: [
      "", "urn:c2pa:", "urn:c2pa:1", "URN:c2pa:\(uuid)", "urn:c2pa:\(uuid):a b",
      "urn:c2pa:\(uuid):a:b", "urn:c2pa:\(uuid):a:1_2_3", "urn:c2pa:\(uuid):a:1_1:x",
      "urn:c2pa:\(uuid):" + String(repeating: "a", count: 33), ":urn:uuid:\(uuid)",
      "a:b:urn:uuid:\(uuid)", "urn:uuid:\(uuid):x", uuid,
    ])
  func refusesURNs(_ text: String) {
    #expect(ManifestURN(text) == nil)
  }

  private static let uuid = "F095F30E-6CD5-4BF7-8C44-CE8420CA9FB7"
}
