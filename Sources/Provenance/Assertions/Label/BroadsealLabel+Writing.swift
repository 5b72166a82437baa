import BroadsealBytes
package import BroadsealCBOR

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
        ("humanReview", humanReview.map(CBOR.Value.boolean)),
        ("editorialResponsibility", editorialResponsibility.map(CBOR.Value.text)),
      ]))
  }
}

extension BroadsealLabel.Approval {
  fileprivate var asValue: CBOR.Value {
    ["role": .text(role), "record": .text(record), "time": .text(time.rfc3339)]
  }
}
