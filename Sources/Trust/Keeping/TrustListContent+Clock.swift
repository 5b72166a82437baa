package import BroadsealBytes

// Parts of a list that are good each by itself can amount to nothing: an entry asks for a stamp by an authority of the
// same list, and of no other, so that a list without one makes nothing official, whoever is on it.

extension TrustListContent {
  /// Whether an entry in force asks for time stamps, and no authority in force stands on the list that makes them.
  package var lacksClock: Bool {
    let granted = services.map(\.service).filter { $0.current.status == .granted }
    return granted.contains { $0.scope?.requiresTimeStamp ?? false }
      && !granted.contains { $0.type == .timeStampAuthority }
  }

  /// Whether an authority that makes time stamps was in force on the list at `time`.
  package func hasClock(at time: UTCTime) -> Bool {
    services.contains { $0.service.type == .timeStampAuthority && $0.service.isGranted(at: time) }
  }
}
