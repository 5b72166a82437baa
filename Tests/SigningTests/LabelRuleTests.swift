import BroadsealSigning
import TestSupport
import Testing

@Suite struct LabelRuleTests {
  /// A request that must be refused before a file is touched.
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let reason: String
    let change: @Sendable (inout SigningRequest) -> Void

    init(
      _ what: String, _ reason: String,
      _ change: @escaping @Sendable (inout SigningRequest) -> Void
    ) {
      testDescription = what
      self.reason = reason
      self.change = change
    }
  }

  static let faults = [
    Fault(
      "no AI, with a system",
      "the label states that no AI was used, and names an AI system or its work"
    ) { $0.label.ai.system = "Model" },
    Fault("a lower-case country", jurisdiction) { $0.label.official?.jurisdiction = "us" },
    Fault("a long subdivision", jurisdiction) { $0.label.official?.jurisdiction = "US-WASH" },
    Fault("no agency id", "agency id is empty") { $0.label.official?.agency.id = "" },
    Fault("no agency name", "the agency has no name") { $0.label.official?.agency.english = nil },
    Fault("an address that is none", "the url of the document is not an http or https address") {
      $0.label.official?.url = "javascript:alert(1)"
    },
    Fault("a language that is none", "the language is not a language tag") {
      $0.label.official?.language = "english please"
    },
    Fault(
      "text that turns round", "title holds U+202E, which cannot be shown safely"
    ) { $0.title = "fdp\u{202E}.exe" },
    Fault("a line break", "office holds U+000A, which cannot be shown safely") {
      $0.label.official?.office = "one\ntwo"
    },
    Fault("blanks alone", "title is empty") { $0.title = "  " },
    Fault("too much text", "title is longer than 2000 bytes") {
      $0.title = String(repeating: "x", count: 2_001)
    },
    Fault("an action of the signer's own", action) { $0.actions = ["created"] },
    Fault("an action that needs more", action) { $0.actions = ["c2pa.redacted"] },
    Fault("an action of no name space", action) { $0.actions = ["stamped"] },
  ]

  private static let jurisdiction =
    "the jurisdiction is not a country code, a subdivision or INT"
  private static let action = "the action is not one that can be added by name"

  @Test("a request that contradicts itself is refused", arguments: faults)
  func refused(fault: Fault) throws {
    let fixture = try Fixture()
    var request = fixture.request("river.jpg", to: "out.jpg")
    fault.change(&request)
    let error = #expect(throws: SigningError.self) { try fixture.signer().sign(request) }
    #expect(error?.kind == .request)
    #expect(error?.reason == fault.reason)
    #expect(fixture.scratch.names == [])
  }
}
