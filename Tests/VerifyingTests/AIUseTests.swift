import BroadsealBytes
import BroadsealCBOR
import BroadsealDocuments
import BroadsealFiles
import BroadsealJSON
import BroadsealNotes
import BroadsealProvenance
import BroadsealTrust
import BroadsealVerifying
import TestSupport
import Testing

/// A document's statements about AI and what they amount to.
struct AIRow: Sendable, CustomStringConvertible {
  let description: String
  let status: AIUse.Status
  let make: @Sendable (inout TestManifest) throws -> Void

  init(
    _ description: String, _ status: AIUse.Status,
    _ make: @escaping @Sendable (inout TestManifest) throws -> Void
  ) {
    self.description = description
    self.status = status
    self.make = make
  }

  static func action(_ name: String, _ type: DigitalSourceType?) -> Action {
    Action(name, digitalSourceType: type)
  }
}

@Suite("What is declared about AI")
struct AIUseTests {
  static let rows: [AIRow] = [
    AIRow("people, and the label agrees", .noneDeclared) { _ in },
    AIRow("people, without a label", .noneDeclared) { $0.label = nil },
    AIRow("a model, and the label agrees", .generated) {
      $0.actions = [AIRow.action("c2pa.created", .trainedAlgorithmicMedia)]
      $0.label = TestManifest.label(ai: .generated)
    },
    AIRow("a model, and the label says no AI", .conflict) {
      $0.actions = [AIRow.action("c2pa.created", .trainedAlgorithmicMedia)]
    },
    AIRow("people, and the label says generated", .conflict) {
      $0.label = TestManifest.label(ai: .generated)
    },
    AIRow("a model's edit that left nothing as it was, as the label says", .generated) {
      $0.actions.append(AIRow.action("c2pa.edited", .compositeWithTrainedAlgorithmicMedia))
      $0.label = TestManifest.label(ai: .generated)
    },
    AIRow("a model's edit, and the label agrees", .altered) {
      $0.actions.append(AIRow.action("c2pa.edited", .trainedAlgorithmicMedia))
      $0.label = TestManifest.label(ai: .altered)
    },
    AIRow("a source type that tells nothing", .unknown) {
      $0.actions = [AIRow.action("c2pa.created", .composite)]
      $0.label = nil
    },
    AIRow("a source type that tells nothing, and the label says no AI", .unknown) {
      $0.actions = [AIRow.action("c2pa.created", .screenCapture)]
    },
    AIRow("a model that only a passed-on action names", .conflict) {
      $0.label = nil
      let action = AIRow.action("c2pa.edited", .trainedAlgorithmicMedia)
      $0.further = [
        (Actions.label, .cbor(Actions([action], allActionsIncluded: false).asValue), .gathered)
      ]
    },
    AIRow("signed metadata that names a model", .conflict) {
      let metadata: JSON.Value = [
        "@context": ["Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"],
        "Iptc4xmpExt:DigitalSourceType": .string(
          DigitalSourceType.trainedAlgorithmicMedia.rawValue),
      ]
      $0.further = [("c2pa.metadata", .json(metadata), .created)]
    },
    AIRow("a disclosure beside the label's none", .conflict) {
      $0.further = [
        (AIDisclosure.label, .cbor(AIDisclosure(modelName: "M").asValue), .created)
      ]
    },
    AIRow("a parent without manifest that a model made", .conflict) {
      $0.actions = []
      $0.parent = (
        Ingredient(relationship: .parentOf, digitalSourceType: .trainedAlgorithmicMedia), []
      )
    },
  ]

  @Test("The strongest statement decides, and contradictions are a conflict", arguments: rows)
  func status(_ row: AIRow) throws {
    let pki = try TestPKI.shared()
    var manifest = TestManifest(pki)
    try row.make(&manifest)
    let verdict = try OfficialTests.verdict(on: manifest, trust: try pki.context())
    #expect(verdict.integrity == .intact, "\(verdict.c2pa.failure)")
    #expect(verdict.ai?.status == row.status)
  }

  @Test(
    "An unsigned trace of a model raises a conflict and nothing else",
    arguments: [
      (DigitalSourceType.digitalCreation, BroadsealLabel.AI.Use.noneUsed, AIUse.Status.conflict),
      (.trainedAlgorithmicMedia, .generated, .generated),
    ])
  func hints(
    _ type: DigitalSourceType, _ use: BroadsealLabel.AI.Use, _ status: AIUse.Status
  ) throws {
    let pki = try TestPKI.shared()
    var manifest = TestManifest(pki)
    manifest.actions = [Action("c2pa.created", digitalSourceType: type)]
    manifest.label = TestManifest.label(ai: use)
    let text =
      "http://ns.adobe.com/xap/1.0/\u{0}"
      + "\"http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia\""
    let bytes = try TestFile.jpeg.signed(manifest, application1: Array(text.utf8))
    let verdict = Verifier(trust: try pki.context(), at: TestPKI.now).session()
      .verify(try Document(ByteSource(bytes: bytes), path: TestFile.jpeg.name))
    #expect(verdict.ai?.status == status)
    #expect(verdict.ai?.hints.map(\.code.name) == (status == .conflict ? ["HINT-SOURCE-TYPE"] : []))
    #expect(verdict.origin?.status == .official)
  }

  @Test("A document that quotes a term of the vocabulary says nothing about itself")
  func quoted() throws {
    let pki = try TestPKI.shared()
    let term = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    let manifest = TestManifest(pki)
    func hints(_ content: String) throws -> [String] {
      let bytes = try manifest.embedded(in: Array(content.utf8), as: SVGCarrier.self)
      let verdict = Verifier(trust: try pki.context(), at: TestPKI.now).session()
        .verify(try Document(ByteSource(bytes: bytes), path: "a.svg"))
      return verdict.ai?.hints.map(\.code.name) ?? []
    }
    let root = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:r=\"a\">"
    #expect(try hints("\(root)<text>\(term)</text></svg>") == [])
    #expect(try hints("\(root)<text>RDF &lt;r:RDF> \(term)</text></svg>") == [])
    #expect(
      try hints("\(root)<metadata><r:RDF>\(term)</r:RDF></metadata><text>\(term)</text></svg>")
        == ["HINT-SOURCE-TYPE"])
  }

  @Test("Statements about AI name what they rest on and the system")
  func basis() throws {
    let pki = try TestPKI.shared()
    var manifest = TestManifest(pki)
    let agent = GeneratorInfo(name: "Demo Model", version: "4")
    manifest.actions = [
      Action(
        "c2pa.created", softwareAgent: agent, digitalSourceType: .trainedAlgorithmicMedia)
    ]
    manifest.label = nil
    let ai = try #require(
      try OfficialTests.verdict(on: manifest, trust: try pki.context()).ai)
    #expect(ai.status == .generated)
    #expect(ai.system == "Demo Model")
    #expect(ai.version == "4")
    #expect(ai.basis.map(\.field) == ["digitalSourceType"])
    #expect(ai.basis.first?.place.hasSuffix("/c2pa.assertions/c2pa.actions.v2") ?? false)
  }
}
