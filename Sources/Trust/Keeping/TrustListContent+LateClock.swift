import BroadsealBytes

extension TrustListContent {
  /// Entries that count from before the first time-stamp authority of the list: what they sign in between is stamped by
  /// nobody in whom the list believes. Nothing where the list has no such authority at all.
  var lateClocks: [EntryDoubt] {
    let services = services.map(\.service)
    let clocks = services.filter { $0.type == .timeStampAuthority && $0.wasGranted }
      .map(\.firstGranted)
    guard !clocks.contains(nil), let first = clocks.compactMap(\.self).min() else { return [] }
    return services.compactMap { service in
      guard service.current.status == .granted, service.entryScope?.requiresTimeStamp ?? false,
        let start = service.firstGranted, start < first
      else { return nil }
      return EntryDoubt(
        kind: .lateClock, service: service.names.preferred, found: [first.display],
        expected: [start.display])
    }
  }
}

extension TrustedService {
  /// When the list first believed in it; nil where it does not say since when.
  fileprivate var firstGranted: UTCTime? {
    let starts = periods.filter { $0.status == .granted }.map(\.start)
    return starts.contains(nil) ? nil : starts.compactMap(\.self).min()
  }
}
