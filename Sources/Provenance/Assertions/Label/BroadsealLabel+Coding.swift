import BroadsealBytes
package import BroadsealCBOR

extension BroadsealLabel {
  private static let code = StatusCode.generalError

  /// Reads an assertion of version 1.
  ///
  /// - Throws: `general.error`, since the standard knows no such assertion, for another version, a
  ///   field that is missing, unknown, empty or of another type, an `official` that is not true, a
  ///   jurisdiction in no known form, and a statement that no AI was used beside one about AI.
  package init(_ value: CBOR.Value) throws(Problem) {
    let fields = try Fields(
      value, "the label", ["version", "origin", "ai", "approval", "supersedes"])
    guard value["version"]?.int == BroadsealLabel.version else {
      throw Problem(BroadsealLabel.code, "the label has another version than 1")
    }
    guard let ai = value["ai"] else {
      throw Problem(BroadsealLabel.code, "the label does not state the use of AI")
    }
    self.init(
      origin: try value["origin"].map { value throws(Problem) in try Origin(value) },
      ai: try AI(ai),
      approval: try value["approval"].map { value throws(Problem) in try Approval(value) },
      supersedes: try fields.text("supersedes"))
  }
}

extension BroadsealLabel.Origin {
  init(_ value: CBOR.Value) throws(Problem) {
    let fields = try Fields(
      value, "the origin",
      ["official", "jurisdiction", "agency", "office", "reference", "url", "language"])
    guard value["official"]?.boolean == true else {
      throw Problem(.generalError, "the origin does not state that the document is official")
    }
    let jurisdiction = try fields.required("jurisdiction")
    guard BroadsealLabel.Origin.isJurisdiction(jurisdiction) else {
      throw Problem(.generalError, "the jurisdiction is in no known form")
    }
    guard let agency = value["agency"] else {
      throw Problem(.generalError, "the origin names no agency")
    }
    self.init(
      jurisdiction: jurisdiction, agency: try BroadsealLabel.Agency(agency),
      office: try fields.text("office"), reference: try fields.text("reference"),
      url: try fields.text("url"), language: try fields.text("language"))
  }

  /// Whether `text` is a country, a country and its subdivision (ISO 3166-1 and -2), or `INT`.
  package static func isJurisdiction(_ text: String) -> Bool {
    func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    if text.isExactly("INT") { return true }
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let country = parts.first, country.count == 2, country.allSatisfy(isUpper) else {
      return false
    }
    guard parts.count == 2 else { return parts.count == 1 }
    return (1...3).contains(parts[1].count) && parts[1].allSatisfy { isUpper($0) || isDigit($0) }
  }
}

extension BroadsealLabel.Agency {
  init(_ value: CBOR.Value) throws(Problem) {
    let fields = try Fields(value, "the agency", ["id", "names"])
    guard let names = value["names"] else {
      throw Problem(.generalError, "the agency has no names")
    }
    let named = try Fields(names, "the names of the agency", ["en", "ja"])
    self.init(
      id: try fields.required("id"), english: try named.text("en"), japanese: try named.text("ja"))
    guard english != nil || japanese != nil else {
      throw Problem(.generalError, "the agency has no names")
    }
  }
}

extension BroadsealLabel.Approval {
  init(_ value: CBOR.Value) throws(Problem) {
    let fields = try Fields(value, "the approval", ["role", "record", "time"])
    guard let time = UTCTime(rfc3339: try fields.required("time")) else {
      throw Problem(.generalError, "the time of the approval is no RFC 3339 date")
    }
    self.init(
      role: try fields.required("role"), record: try fields.required("record"), time: time)
  }
}

extension BroadsealLabel.AI {
  init(_ value: CBOR.Value) throws(Problem) {
    let fields = try Fields(
      value, "the use of AI",
      [
        "use", "scope", "provider", "system", "version", "uniqueID", "deepfake", "humanReview",
        "review", "editorialResponsibility",
      ])
    let stated = try fields.required("use")
    guard let use = Use.allCases.first(where: { $0.rawValue.isExactly(stated) }) else {
      throw Problem(.generalError, "the use of AI is in no known term")
    }
    self.init(
      use: use, uniqueID: try fields.required("uniqueID"), scope: try fields.text("scope"),
      provider: try fields.text("provider"), system: try fields.text("system"),
      version: try fields.text("version"), deepfake: try fields.flag("deepfake"),
      humanReview: try fields.flag("humanReview"),
      review: try value["review"].map { value throws(Problem) in try Review(value) },
      editorialResponsibility: try fields.text("editorialResponsibility"))
    guard review == nil || humanReview == true else {
      throw Problem(.generalError, "the label names a reviewer, and states no review")
    }
    let namesUse = (scope ?? provider ?? system ?? version) != nil || deepfake == true
    guard use != .noneUsed || !namesUse else {
      throw Problem(.generalError, "the label states that no AI was used, and names a use of it")
    }
  }
}

extension BroadsealLabel.AI.Review {
  init(_ value: CBOR.Value) throws(Problem) {
    let fields = try Fields(value, "the review", ["role", "time", "version"])
    let time = try fields.text("time").map { text throws(Problem) in
      guard let time = UTCTime(rfc3339: text) else {
        throw Problem(.generalError, "the time of the review is no RFC 3339 date")
      }
      return time
    }
    self.init(
      role: try fields.required("role"), time: time, version: try fields.text("version"))
  }

  fileprivate var asValue: CBOR.Value {
    .map(
      CBOR.Map([
        ("role", .text(role)), ("time", time.map { .text($0.rfc3339) }),
        ("version", version.map(CBOR.Value.text)),
      ]))
  }
}

/// The fields of one map of the label, none of which may be unknown.
private struct Fields {
  let value: CBOR.Value
  let name: String

  init(_ value: CBOR.Value, _ name: String, _ known: [String]) throws(Problem) {
    guard let map = value.map else { throw Problem(.generalError, "\(name) is no map") }
    guard
      map.entries.allSatisfy({ entry in
        entry.key.text.map { key in known.contains { $0.isExactly(key) } } ?? false
      })
    else { throw Problem(.generalError, "\(name) has an unknown field") }
    self.value = value
    self.name = name
  }

  func text(_ key: String) throws(Problem) -> String? {
    let text = try value.optionalText(key, orThrow: .generalError)
    guard text.map({ !$0.isEmpty }) ?? true else {
      throw Problem(.generalError, "the field \(key) of \(name) is empty")
    }
    return text
  }

  func required(_ key: String) throws(Problem) -> String {
    guard let text = try text(key) else {
      throw Problem(.generalError, "the field \(key) of \(name) is missing")
    }
    return text
  }

  func flag(_ key: String) throws(Problem) -> Bool? {
    try value.optionalFlag(key, orThrow: .generalError)
  }
}

extension BroadsealLabel {
  /// The map as it is written: text, Booleans and the version only, since other verifiers show tags
  /// and byte strings in forms of their own.
  package var asValue: CBOR.Value {
    .map(
      CBOR.Map([
        ("version", CBOR.Value(BroadsealLabel.version)), ("origin", origin?.asValue),
        ("ai", ai.asValue), ("approval", approval?.asValue),
        ("supersedes", supersedes.map(CBOR.Value.text)),
      ]))
  }
}

extension BroadsealLabel.Origin {
  fileprivate var asValue: CBOR.Value {
    let names = CBOR.Map([
      ("en", agency.english.map(CBOR.Value.text)), ("ja", agency.japanese.map(CBOR.Value.text)),
    ])
    return .map(
      CBOR.Map([
        ("official", true), ("jurisdiction", .text(jurisdiction)),
        ("agency", ["id": .text(agency.id), "names": .map(names)]),
        ("office", office.map(CBOR.Value.text)), ("reference", reference.map(CBOR.Value.text)),
        ("url", url.map(CBOR.Value.text)), ("language", language.map(CBOR.Value.text)),
      ]))
  }
}

extension BroadsealLabel.AI {
  fileprivate var asValue: CBOR.Value {
    .map(
      CBOR.Map([
        ("use", .text(use.rawValue)), ("scope", scope.map(CBOR.Value.text)),
        ("provider", provider.map(CBOR.Value.text)), ("system", system.map(CBOR.Value.text)),
        ("version", version.map(CBOR.Value.text)), ("uniqueID", .text(uniqueID)),
        ("deepfake", deepfake.map(CBOR.Value.boolean)),
        ("humanReview", humanReview.map(CBOR.Value.boolean)), ("review", review?.asValue),
        ("editorialResponsibility", editorialResponsibility.map(CBOR.Value.text)),
      ]))
  }
}

extension BroadsealLabel.Approval {
  fileprivate var asValue: CBOR.Value {
    ["role": .text(role), "record": .text(record), "time": .text(time.rfc3339)]
  }
}
