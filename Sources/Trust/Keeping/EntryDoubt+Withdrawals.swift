import BroadsealOpenSSL

extension TrustListContent {
  /// Withdrawals that take nothing, or something else than they seem to, by what the list itself shows.
  var idleWithdrawals: [EntryDoubt] {
    let services = services.map(\.service)
    let withdrawals = services.flatMap(\.withdrawals)
    let known = services.flatMap(\.certificates) + withdrawals.compactMap(\.certificate)
    return services.flatMap { service in
      service.withdrawals.compactMap { withdrawal -> EntryDoubt? in
        switch withdrawal.subject {
        case .key: return nil
        case .authority(let digest):
          guard !known.contains(where: { $0.publicKey.isNamed(by: digest) }) else { return nil }
          return EntryDoubt(
            kind: .strayAuthority, service: service.names.preferred, found: [digest], expected: [])
        case .serial(let number):
          let own = service.certificates.filter {
            Invalidation.canonical(serial: $0.serialHex) == number
          }
          guard let first = own.first(where: { !$0.isSelfSigned && !service.meansOwn($0) })
          else { return nil }
          return EntryDoubt(
            kind: .ownNumber, service: service.names.preferred, found: [number],
            expected: ["\(first.subject)"])
        }
      }
    }
  }
}
