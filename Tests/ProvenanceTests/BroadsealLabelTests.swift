import BroadsealBytes
import BroadsealCBOR
import BroadsealProvenance
import Testing

@Suite("The label org.broadseal.label")
struct BroadsealLabelTests {
  private static let full = BroadsealLabel(
    origin: .init(
      jurisdiction: "JP-13",
      agency: .init(id: "jp-demo", english: "Demo Agency", japanese: "デモ庁"),
      office: "広報課", reference: "2026-11", url: "https://example.jp/1", language: "ja"),
    ai: .init(
      use: .altered, uniqueID: "urn:uuid:1", scope: "summary", provider: "P", system: "S",
      version: "1", deepfake: false, humanReview: true,
      review: .init(
        role: "duty editor", time: UTCTime(secondsSinceEpoch: 1_795_425_300), version: "3"),
      editorialResponsibility: "press officer"),
    approval: .init(
      role: "director", record: "A-1", time: UTCTime(secondsSinceEpoch: 1_795_425_300)),
    supersedes: "2026-10")

  private static let least = BroadsealLabel(
    origin: nil, ai: .init(use: .generated, uniqueID: "urn:uuid:2"))

  @Test("a label comes back as it was written", arguments: [full, least])
  func roundTrips(_ label: BroadsealLabel) throws {
    let bytes = CBOR.Encoder.encode(label.asValue)
    #expect(try BroadsealLabel(CBOR.Decoder.decode(bytes)) == label)
  }

  @Test("the map has the fields of the design, and times as text")
  func writesFields() {
    let value = Self.full.asValue
    #expect(value["version"] == 1)
    #expect(value["origin"]?["official"] == true)
    #expect(value["origin"]?["agency"]?["names"]?["ja"] == "デモ庁")
    #expect(value["ai"]?["use"] == "altered")
    #expect(value["approval"]?["time"] == "2026-11-23T09:15:00Z")
    #expect(Self.least.asValue.map?.textKeys.sorted() == ["ai", "version"])
  }

  @Test(
    "what is not exactly a label of version 1 is refused",
    arguments: [
      ("version", 2), ("version", nil), ("version", "1"), ("ai", nil), ("ai", [:]),
      ("ai", ["use": "none"]), ("ai", ["use": "None", "uniqueID": "1"]),
      ("ai", ["use": "generated", "uniqueID": ""]),
      ("ai", ["use": "none", "uniqueID": "1", "system": "S"]),
      ("ai", ["use": "none", "uniqueID": "1", "deepfake": true]),
      ("ai", ["use": "generated", "uniqueID": "1", "humanReview": "yes"]),
      ("ai", ["use": "generated", "uniqueID": "1", "review": ["role": "editor"]]),
      ("ai", ["use": "generated", "uniqueID": "1", "humanReview": true, "review": ["time": "x"]]),
      (
        "ai",
        [
          "use": "generated", "uniqueID": "1", "humanReview": true,
          "review": ["role": "editor", "time": "x"],
        ]
      ),
      ("ai", ["use": "generated", "uniqueID": "1", "author": "x"]),
      ("origin", ["official": false, "jurisdiction": "US", "agency": agency]),
      ("origin", ["jurisdiction": "US", "agency": agency]),
      ("origin", ["official": true, "jurisdiction": "us", "agency": agency]),
      ("origin", ["official": true, "jurisdiction": "US-", "agency": agency]),
      ("origin", ["official": true, "jurisdiction": "US-CALI", "agency": agency]),
      ("origin", ["official": true, "jurisdiction": "\u{FF35}S", "agency": agency]),
      ("origin", ["official": true, "jurisdiction": "US"]),
      ("origin", ["official": true, "jurisdiction": "US", "agency": ["id": "x", "names": [:]]]),
      (
        "origin",
        ["official": true, "jurisdiction": "US", "agency": ["id": "x", "names": ["fr": "x"]]]
      ),
      ("origin", ["official": 1, "jurisdiction": "US", "agency": agency]), ("origin", []),
      ("approval", ["role": "r", "record": "1", "time": "2026-13-01T00:00:00Z"]),
      ("approval", ["role": "r", "time": "2026-11-01T00:00:00Z"]), ("supersedes", ""),
      ("supersedes", 1), ("note", "x"),
    ] as [(String, CBOR.Value?)])
  func refuses(_ key: String, _ field: CBOR.Value?) {
    let value = Fixture.changing(Self.full.asValue, key, to: field)
    #expect(throws: Problem.self) { try BroadsealLabel(value) }
  }

  private static let agency: CBOR.Value = ["id": "x", "names": ["en": "X"]]

  @Test(
    "a jurisdiction is a country, a subdivision or INT",
    arguments: [
      ("US", true), ("JP-13", true), ("US-CA", true), ("INT", true), ("", false), ("U", false),
      ("USA", false), ("jp", false), ("JP-1-3", false), ("JP_13", false), ("-13", false),
    ])
  func judgesJurisdictions(_ text: String, _ valid: Bool) {
    #expect(BroadsealLabel.Origin.isJurisdiction(text) == valid)
  }
}
