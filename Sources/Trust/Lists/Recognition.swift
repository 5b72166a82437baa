package import BroadsealBytes
import BroadsealJSON

/// One list's word for another: `recognises` of a government list.
///
/// It is one hop, never transitive: a list that is believed only because of a recognition passes
/// none on. It is limited to the jurisdictions and labels it names and to its dates.
package struct Recognition: Hashable, Sendable {
  /// Name of the extension in `SchemeExtensions`.
  package static let extensionName = "org.broadseal.recognises"

  /// English `SchemeName` of the recognised list, and the keys that must have signed it.
  package let keys: ListKeys
  /// Statements that are recognised.
  package let labels: Set<LabelKind>
  /// Whose documents are recognised.
  package let jurisdictions: [Jurisdiction]
  /// First moment of the recognition.
  package let from: UTCTime
  /// First moment after it.
  package let to: UTCTime

  /// A recognition of the list whose scheme and keys `keys` names.
  package init(
    keys: ListKeys, labels: Set<LabelKind>, jurisdictions: [Jurisdiction], from: UTCTime,
    to: UTCTime
  ) {
    self.keys = keys
    self.labels = labels
    self.jurisdictions = jurisdictions
    self.from = from
    self.to = to
  }

  /// Whether the recognition is in force at `time`.
  package func isInForce(at time: UTCTime) -> Bool { from <= time && time < to }

  /// Whether it extends to documents of `jurisdiction`.
  package func covers(_ jurisdiction: Jurisdiction) -> Bool {
    jurisdictions.contains { $0.covers(jurisdiction) }
  }
}

extension Recognition {
  init(_ fields: ListFields) throws(TrustError) {
    try fields.allowOnly(["scheme", "listKeys", "labels", "jurisdictions", "from", "to"])
    keys = try ListKeys(try fields.fields("listKeys"), scheme: try fields.text("scheme"))
    let labels: [LabelKind] = try Scope.names("labels", of: fields)
    var jurisdictions: [Jurisdiction] = []
    for code in try fields.texts("jurisdictions") {
      guard let jurisdiction = Jurisdiction(code) else {
        throw fields.malformed("jurisdictions", "holds something that is no jurisdiction")
      }
      jurisdictions.append(jurisdiction)
    }
    guard !labels.isEmpty, !jurisdictions.isEmpty else {
      throw fields.malformed(labels.isEmpty ? "labels" : "jurisdictions", "is missing")
    }
    self.labels = Set(labels)
    self.jurisdictions = jurisdictions
    from = try fields.time("from")
    to = try fields.time("to")
    guard from < to else { throw fields.malformed("to", "is not after from") }
  }

  var asValue: Value {
    .object([
      "scheme": .string(keys.scheme), "listKeys": keys.asValue,
      "labels": .array(
        LabelKind.allCases.filter(labels.contains).map { .string($0.rawValue) }),
      "jurisdictions": .array(jurisdictions.map { .string($0.code) }),
      "from": .string(from.rfc3339), "to": .string(to.rfc3339),
    ])
  }
}
