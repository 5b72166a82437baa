package import BroadsealBytes

extension TrustContext {
  /// Every moment that a list names: from when to when it is in force itself and what it recognises, and since
  /// when a service has its status, a key is withdrawn, or a seal's key is in service. Between two moments
  /// with none of these between them the lists say the same.
  package var dates: [UTCTime] { (government + later).flatMap(\.content.dates) }
}

extension TrustListContent {
  fileprivate var dates: [UTCTime] {
    [issued, nextUpdate] + recognises.flatMap { [$0.from, $0.to] }
      + services.flatMap(\.service.dates)
  }
}

extension TrustedService {
  fileprivate var dates: [UTCTime] {
    let keys = seal?.keys ?? []
    return ([current] + history).compactMap(\.start) + withdrawals.map(\.date)
      + keys.flatMap { [$0.from, $0.to].compactMap(\.self) }
  }
}
