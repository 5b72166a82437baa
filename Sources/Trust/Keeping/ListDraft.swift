package import BroadsealBytes
import BroadsealJSON

/// A list that nobody has signed yet, as its keeper edits it.
///
/// The JSON text is edited, not a model of it: a member that Broadseal makes no use of keeps its place and
/// its value. After each change the list is read as a verifier reads it and held against the schema of
/// ETSI TS 119 602; a change that either refuses is not made.
package struct ListDraft: Sendable {
  /// The draft in errors.
  package let name: String
  /// What it says.
  package private(set) var content: TrustListContent
  private(set) var value: Value

  /// A service's place: its entity on the list, and its number there.
  struct Place: Hashable {
    let entity: Int
    let service: Int
  }

  /// Reads a draft.
  ///
  /// - Throws: `.malformed` for a list that is signed, since signed bytes are not edited, and for what a
  ///   verifier refuses; `.tooLarge`.
  package init(parsing bytes: [UInt8], name: String) throws(TrustError) {
    guard bytes.count <= TrustLimits.maximumFileSize else {
      throw TrustError(.tooLarge, name, "larger than \(TrustLimits.maximumFileSize) bytes")
    }
    let value = try TrustError.malformed(name) { () throws(Malformed) in try Reader.parse(bytes) }
    guard value["payload"] == nil || value["LoTE"] != nil else {
      throw TrustError(
        .malformed, name, "the list is signed, and what is signed is not edited",
        hint: "trust draft --from \(name) -o draft.json makes a draft of its next number")
    }
    self.name = name
    self.value = value
    content = try TrustListContent(value, name: name)
  }

  /// A draft of a first list, on which nobody stands yet.
  package init(
    scheme: LocalizedText, operators: LocalizedText, territory: String, issued: UTCTime,
    nextUpdate: UTCTime, name: String
  ) throws(TrustError) {
    let content = TrustListContent(
      sequence: 1, schemeNames: scheme, operatorNames: operators, territory: territory,
      issued: issued, nextUpdate: nextUpdate, entities: [])
    self.name = name
    // An empty array is nothing that the schema knows: without entities the member is absent.
    value = content.asValue.editing([.member("LoTE")]) { $0.removing(["TrustedEntitiesList"]) }
    self.content = content
    try replace(with: value)
  }

  /// The next number of a list that was signed.
  ///
  /// - Parameters:
  ///   - issued: its `ListIssueDateTime`.
  ///   - seconds: how long it will be believed; nil: as long as `list`.
  package init(
    following list: ParsedTrustList, issued: UTCTime, lasting seconds: Int64? = nil, name: String
  ) throws(TrustError) {
    let life =
      seconds
      ?? list.content.nextUpdate.secondsSinceEpoch - list.content.issued.secondsSinceEpoch
    try self.init(parsing: list.payload, name: name)
    let (number, isTooLarge) = content.sequence.addingReportingOverflow(1)
    guard !isTooLarge else {
      throw TrustError(.malformed, name, "no number is left above \(content.sequence)")
    }
    try replace(
      with: value.editing(ListDraft.scheme) {
        $0.setting("LoTESequenceNumber", to: .integer(number))
          .setting("ListIssueDateTime", to: .string(issued.rfc3339))
          .setting("NextUpdate", to: .string(issued.adding(seconds: life).rfc3339))
      })
  }

  /// The file: indented JSON with a line break at its end.
  package var bytes: [UInt8] { Writer.bytes(of: value, pretty: true) + [UInt8(ascii: "\n")] }

  /// The draft as a list that was read.
  package func parsed() throws(TrustError) -> ParsedTrustList {
    try ParsedTrustList(parsing: bytes, name: name)
  }

  /// Takes `next` for the draft, when it can be read and the schema has nothing against it.
  mutating func replace(with next: Value) throws(TrustError) {
    let content = try TrustListContent(next, name: name)
    if let fault = ListSchema.list.fault(in: next, at: "list") {
      throw TrustError(
        .malformed, name, "\(fault): the schema of ETSI TS 119 602 refuses the list")
    }
    value = next
    self.content = content
  }

  /// Changes what lies at the end of `path`.
  mutating func edit(_ path: [JSONStep], _ change: (Value) -> Value) throws(TrustError) {
    try replace(with: value.editing(path, change))
  }

  /// Where the scheme's own members stand.
  static let scheme: [JSONStep] = [.member("LoTE"), .member("ListAndSchemeInformation")]

  /// Where an entity stands.
  static func path(ofEntity number: Int) -> [JSONStep] {
    [.member("LoTE"), .member("TrustedEntitiesList"), .element(number)]
  }

  /// Where a service stands.
  static func path(of place: Place) -> [JSONStep] {
    path(ofEntity: place.entity)
      + [.member("TrustedEntityServices"), .element(place.service)]
  }

  /// The service at `place`.
  func service(_ place: Place) -> TrustedService {
    content.entities[place.entity].services[place.service]
  }

  /// The places of the services that `isMeant` picks, in the order of the draft.
  func places(where isMeant: (TrustedService) -> Bool) -> [Place] {
    content.entities.enumerated().flatMap { number, entity in
      entity.services.enumerated().filter { isMeant($0.element) }
        .map { Place(entity: number, service: $0.offset) }
    }
  }

  /// The places of an agency's services.
  ///
  /// - Throws: when it has none.
  func places(ofAgency id: String) throws(TrustError) -> [Place] {
    let places = places { $0.agency?.id.isExactly(id) ?? false }
    guard places.isEmpty else { return places }
    let known = Set(content.services.compactMap(\.service.agency?.id)).sorted()
    throw TrustError(
      .missing, name, "there is no agency \(id) on the draft",
      hint: known.isEmpty
        ? "trust add puts one on it" : "its agencies: \(known.prefix(20).joined(separator: ", "))")
  }

  /// An error about what a keeper asked for.
  func refusal(_ reason: String, hint: String? = nil) -> TrustError {
    TrustError(.malformed, name, reason, hint: hint)
  }
}
