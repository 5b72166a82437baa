import BroadsealOpenSSL

extension OfficialCase {
  /// Whether what is said of the file may be something else for no reason but that time goes on, lists and given
  /// answers left aside: a signature that no stamp dates is judged by the clock, an identity always, and an answer
  /// that the file brings counts from its own date on.
  var restsOnClock: Bool {
    guard manifest.signature.time != nil else { return true }
    if context.candidates(for: credential).contains(where: { at($0).ignoresStamp }) { return true }
    // What a stamped claim holds the hash of is judged by that stamp.
    if store.ingredients.contains(where: { $0.edge.target != nil && !$0.isValidated }) {
      return true
    }
    return store.lineage.manifests.contains { manifest in
      guard let validation = store.validation(of: manifest.label), let proof = validation.proof
      else { return true }
      return !validation.identities.isEmpty
        || proof.signature.responses.contains { !hasBegun($0) }
    }
  }

  /// Whether every answer of a response speaks by now.
  private func hasBegun(_ response: [UInt8]) -> Bool {
    guard let read = try? OCSPResponse(der: response) else { return false }
    return read.periods.allSatisfy { period in period.thisUpdate.map { $0 <= context.time } ?? false
    }
  }
}
