package import BroadsealBytes

extension TrustContext {
  /// The scheme names of lists that were not given, and that a list which was given recognises at `time` for
  /// documents of `jurisdiction`: whoever names them too may find such a document official.
  package func missingLists(for jurisdiction: String, at time: UTCTime) -> [String] {
    guard let place = Jurisdiction(jurisdiction) else { return [] }
    let given = government + later
    var missing: [String] = []
    for recognition in given.filter(\.isPinned).flatMap(\.content.recognises)
    where recognition.isInForce(at: time) && recognition.covers(place) {
      let scheme = recognition.keys.scheme
      let isKnown = given.contains { PlainText.isSame($0.scheme, scheme) }
      if !isKnown, !missing.contains(scheme) { missing.append(scheme) }
    }
    return missing
  }
}
