import BroadsealBytes
import BroadsealCBOR
import BroadsealJUMBF
import BroadsealNotes
import BroadsealProvenance
import Testing

@Suite("Actions")
struct ActionsTests {
  private static let reference: CBOR.Value = [
    "url": "self#jumbf=c2pa.assertions/c2pa.ingredient.v3", "hash": .bytes([1]),
  ]

  @Test("what is written reads back, with times under tag 0 and the completeness always stated")
  func roundTrips() throws {
    let time = try #require(UTCTime(rfc3339: "2026-11-23T09:15:00Z"))
    let parent = try HashedURI(Self.reference)
    let actions = Actions(
      [
        Action("c2pa.opened", parameters: ActionParameters(ingredients: [parent])),
        Action(
          "c2pa.edited", when: StatedTime(time),
          softwareAgent: GeneratorInfo(name: "Model", version: "2"), description: "summary",
          digitalSourceType: .compositeWithTrainedAlgorithmicMedia),
        Action("c2pa.published"),
      ], allActionsIncluded: false)
    let value = try CBOR.Decoder.decode(CBOR.Encoder.encode(actions.asValue))
    #expect(value["allActionsIncluded"] == false)
    #expect(value["actions"]?.array?[1]["when"] == .tagged(0, "2026-11-23T09:15:00Z"))
    let read = try Actions(value, version: 2)
    #expect(read.actions.map(\.name) == actions.actions.map(\.name))
    #expect(read.actions[0].parameters?.ingredients == [parent])
    #expect(read.actions[0].isInception)
    #expect(!read.actions[1].isInception)
    #expect(read.actions[1].when?.time == time)
    #expect(read.softwareAgent(of: read.actions[1])?.name == "Model")
    #expect(read.allActionsIncluded == false)
  }

  @Test("actions of version 1 are read with their own fields")
  func readsOldActions() throws {
    let value: CBOR.Value = [
      "actions": [
        [
          "action": "c2pa.opened", "softwareAgent": "Photoshop", "when": "2023-01-01T00:00:00Z",
          "instanceId": "xmp.iid:1", "parameters": ["ingredient": Self.reference, "x": .null],
        ]
      ], "metadata": .null,
    ]
    let actions = try Actions(value, version: 1)
    #expect(actions.actions.first?.softwareAgent?.name == "Photoshop")
    #expect(actions.actions.first?.when?.time != nil)
    #expect(actions.actions.first?.parameters?.ingredients?.count == 1)
    #expect(actions.allActionsIncluded == nil)
  }

  @Test(
    "an assertion whose actions cannot be read has the standard's code",
    arguments: [
      ([:], .assertionActionMalformed), (["actions": []], .assertionActionMalformed),
      (["actions": ["c2pa.created"]], .assertionActionMalformed),
      (["actions": [[:]]], .assertionActionMalformed),
      (["actions": [["action": 1]]], .assertionActionMalformed),
      (["actions": [["action": "x", "digitalSourceType": 1]]], .assertionActionMalformed),
      (["actions": [["action": "x", "when": 5]]], .assertionActionMalformed),
      (["actions": [["action": "x", "when": .tagged(1, 5)]]], .assertionActionMalformed),
      (["actions": [["action": "x", "softwareAgent": ["v": 1]]]], .assertionActionMalformed),
      (
        ["actions": [["action": "x", "when": "2026-01-01", "whenEnd": "2026-01-01"]]],
        .assertionActionMalformed
      ),
      (
        [
          "actions": [
            [
              "action": "x", "whenStart": "2026-01-02T00:00:00Z",
              "whenEnd": ["value": .tagged(0, "2026-01-01T00:00:00Z")],
            ]
          ]
        ], .assertionActionMalformed
      ),
      (["actions": [["action": "x", "parameters": 1]]], .assertionActionMalformed),
      (
        ["actions": [["action": "x", "parameters": ["ingredients": []]]]],
        .assertionActionIngredientMismatch
      ),
      (
        ["actions": [["action": "x", "parameters": ["ingredients": reference]]]],
        .assertionActionIngredientMismatch
      ),
      (
        ["actions": [["action": "x", "parameters": ["ingredients": [["url": "x"]]]]]],
        .assertionActionIngredientMismatch
      ),
      (
        ["actions": [["action": "x", "parameters": ["relatedAssertions": []]]]],
        .assertionActionMalformed
      ),
      (
        ["actions": [["action": "x", "parameters": ["redacted": 1]]]],
        .assertionActionRedactionMismatch
      ),
      (
        [
          "actions": [["action": "x"]],
          "metadata": [
            "processStart": "2026-01-02T00:00:00Z", "processEnd": "2026-01-01T00:00:00Z",
          ],
        ], .assertionMetadataMalformed
      ),
    ] as [(CBOR.Value, StatusCode)])
  func refuses(_ value: CBOR.Value, _ code: StatusCode) {
    let problem = #expect(throws: Problem.self) { try Actions(value, version: 2) }
    #expect(problem?.code == code)
  }

  @Test("templates and the list of programs complete an action, which has the last word")
  func mergesTemplates() throws {
    let value: CBOR.Value = [
      "actions": [
        ["action": "c2pa.created", "softwareAgentIndex": 1],
        ["action": "c2pa.edited", "digitalSourceType": "own"], ["action": "c2pa.cropped"],
        ["action": "c2pa.edited", "softwareAgentIndex": 7],
      ],
      "templates": [
        ["action": "c2pa.edited", "digitalSourceType": "named"],
        ["action": "*", "digitalSourceType": "general"],
      ],
      "softwareAgents": [["name": "A"], ["name": "B"]],
    ]
    let actions = try Actions(value, version: 2)
    #expect(
      actions.actions.map { actions.digitalSourceType(of: $0) }
        == ["general", "own", "general", "named"])
    #expect(actions.actions.map { actions.softwareAgent(of: $0)?.name } == ["B", nil, nil, nil])
  }

  @Test(
    "a source is told by its exact URI; anything else tells nothing",
    arguments: [
      (iptc + "trainedAlgorithmicMedia", .generated, .altered),
      ("http://c2pa.org/digitalsourcetype/trainedAlgorithmicData", .generated, .altered),
      (iptc + "compositeSynthetic", .altered, .altered),
      (iptc + "compositeWithTrainedAlgorithmicMedia", .altered, .altered),
      (iptc + "digitalCreation", .noneDeclared, .noneDeclared),
      (iptc + "digitalCapture", .noneDeclared, .noneDeclared),
      (iptc + "computationalCapture", .noneDeclared, .noneDeclared),
      (iptc + "humanEdits", .noneDeclared, .noneDeclared),
      (iptc + "negativeFilm", .noneDeclared, .noneDeclared),
      (iptc + "positiveFilm", .noneDeclared, .noneDeclared),
      (iptc + "print", .noneDeclared, .noneDeclared),
      (iptc + "dataDrivenMedia", .noneDeclared, .noneDeclared),
      (iptc + "algorithmicMedia", .noneDeclared, .noneDeclared),
      (iptc + "algorithmicallyEnhanced", .noneDeclared, .noneDeclared),
      (iptc + "compositeCapture", .noneDeclared, .noneDeclared),
      (iptc + "composite", .unknown, .unknown), (iptc + "screenCapture", .unknown, .unknown),
      (iptc + "virtualRecording", .unknown, .unknown),
      (iptc + "minorHumanEdits", .unknown, .unknown), (iptc + "digitalArt", .unknown, .unknown),
      (iptc + "softwareImage", .unknown, .unknown),
      ("http://c2pa.org/digitalsourcetype/empty", .unknown, .unknown),
      ("c2pa.trainedAlgorithmicData", .unknown, .unknown),
      ("https" + iptc.dropFirst(4) + "digitalCreation", .unknown, .unknown),
      (iptc + "digitalCreation/", .unknown, .unknown),
      (iptc + "digitalCreation#", .unknown, .unknown),
      (iptc + "DigitalCreation", .unknown, .unknown),
      (iptc + " digitalCreation", .unknown, .unknown), ("digitalCreation", .unknown, .unknown),
      (iptc + "dig\u{1D7D}talCreation", .unknown, .unknown),
      ("http://c2pa.org/digitalsourcetype/digitalCreation", .unknown, .unknown),
      ("", .unknown, .unknown),
    ] as [(String, AIDeclaration, AIDeclaration)])
  func classifies(_ text: String, _ created: AIDeclaration, _ edited: AIDeclaration) {
    #expect(AIDeclaration(digitalSourceType: text, isCreation: true) == created)
    #expect(AIDeclaration(digitalSourceType: text, isCreation: false) == edited)
  }

  private static let iptc = "http://cv.iptc.org/newscodes/digitalsourcetype/"

  @Test("the strongest statement is the greatest, and not knowing is more than none")
  func ordersDeclarations() {
    let all: [AIDeclaration] = [.altered, .noneDeclared, .generated, .unknown]
    #expect(all.sorted() == [.noneDeclared, .unknown, .altered, .generated])
  }
}
