import BroadsealJSON

extension SigningRequest.Form {
  /// The form as a plan names it.
  var name: String {
    switch self {
    case .automatic: "automatic"
    case .embedded: "embedded"
    case .sidecar: "sidecar"
    }
  }
}

extension SigningRequest {
  /// What is said of the documents beside the label, in JSON.
  func planned(parent: SigningPlan.File?) -> Value {
    .object(
      Object(
        [("source", .string(source.rawValue))]
          + [("title", title), ("language", language)].texts
          + [
            ("actions", .array(actions.map(Value.string))),
            ("allActionsIncluded", .bool(allActionsIncluded)),
          ]
          + (isStrictAboutContent ? [("strictContent", .bool(true))] : [])
          + (acceptsBrokenParent ? [("acceptBrokenParent", .bool(true))] : [])
          + (pades ? [("pades", .bool(true))] : [])
          + (parent.map { [("parent", $0.planned)] } ?? [])))
  }
}

extension Label {
  /// The label in JSON. Its approval is what the plan is for.
  var planned: Value {
    var members: [(String, Value)] = []
    if let official {
      let agency = [
        ("id", official.agency.id), ("en", official.agency.english),
        ("ja", official.agency.japanese),
      ].texts
      members.append(
        (
          "official",
          .object(
            Object(
              [
                ("jurisdiction", .string(official.jurisdiction)),
                ("agency", .object(Object(agency))),
              ]
                + [
                  ("office", official.office), ("reference", official.reference),
                  ("url", official.url), ("language", official.language),
                ].texts))
        ))
    }
    members.append(("ai", ai.planned))
    members += [("supersedes", supersedes)].texts
    return .object(Object(members))
  }
}

extension AIStatement {
  fileprivate var planned: Value {
    .object(
      Object(
        [("use", .string(use.rawValue))]
          + [
            ("scope", scope), ("provider", provider), ("system", system), ("version", version),
            ("uniqueID", uniqueID), ("editorialResponsibility", editorialResponsibility),
          ].texts
          + [("deepfake", deepfake), ("humanReview", humanReview)]
          .compactMap { name, flag in flag.map { (name, .bool($0)) } }
          + (review.map { [("review", $0.planned)] } ?? [])))
  }
}

extension HumanReview {
  fileprivate var planned: Value {
    .object(
      Object([("role", role), ("time", time?.rfc3339), ("version", version)].texts))
  }
}

extension [(String, String?)] {
  /// The members that have a value.
  fileprivate var texts: [(String, Value)] {
    compactMap { name, text in text.map { (name, .string($0)) } }
  }
}
