import ArgumentParser
import BroadsealNetwork

/// What `--online` asks for: `ocsp`, `crl`, `manifest`, or several with commas between.
struct OnlineKinds: ExpressibleByArgument, Sendable, Hashable {
  /// One kind of question.
  enum Kind: String, CaseIterable, Sendable {
    case ocsp, crl, manifest
  }

  /// The kinds that were named.
  let kinds: Set<Kind>

  /// What is asked about revoked certificates.
  var revocation: Set<RevocationInquiry.Kind> {
    Set(
      kinds.compactMap { kind in
        switch kind {
        case .ocsp: .ocsp
        case .crl: .crl
        case .manifest: nil
        }
      })
  }

  init?(argument: String) {
    let names = argument.split(separator: ",", omittingEmptySubsequences: false)
    let kinds = names.compactMap { Kind(rawValue: String($0)) }
    guard kinds.count == names.count, Set(kinds).count == kinds.count else { return nil }
    self.kinds = Set(kinds)
  }

  static var allValueStrings: [String] {
    ["ocsp", "crl", "manifest", "ocsp,crl", "ocsp,crl,manifest"]
  }
}
