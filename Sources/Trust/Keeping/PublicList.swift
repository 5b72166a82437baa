/// A list of certificates that others publish, and where: what `trust fetch` knows.
///
/// | list | where the address stands |
/// |---|---|
/// | `c2pa`, `c2pa-tsa` | the folder `trust-list` of `c2pa-org/conformance-public` |
/// | `c2pa-interim`, `c2pa-interim-signers` | `static/trust` of `contentauth/verify-site`, frozen since January 2026 |
///
/// None of them makes anybody official: they vouch for products, services and their time stamps.
package struct PublicList: Hashable, Sendable {
  /// What its certificates are for a verifier.
  package enum Use: String, Sendable {
    /// Anchors of claim signers.
    case signers = "--anchors"
    /// Anchors of time-stamp authorities.
    case timeStamps = "--tsa-anchors"
    /// Signers themselves.
    case allowed = "--allow"

    /// What a list in JSON must have them for; nil: for anything.
    package var anchors: AnchorUse? {
      switch self {
      case .signers: .signers
      case .timeStamps: .timeStamps
      case .allowed: nil
      }
    }
  }

  /// What it is called on the command line.
  package let name: String
  /// Whose list it is, and of what.
  package let title: String
  /// Where its publisher keeps it.
  package let address: String
  /// What its certificates are.
  package let use: Use

  /// Every list that is known.
  package static let all: [PublicList] = [
    PublicList(
      name: "c2pa", title: "C2PA Trust List: CAs of conforming products",
      address: conformance + "C2PA-TRUST-LIST.pem", use: .signers),
    PublicList(
      name: "c2pa-tsa", title: "C2PA TSA Trust List: time-stamp authorities",
      address: conformance + "C2PA-TSA-TRUST-LIST.pem", use: .timeStamps),
    PublicList(
      name: "c2pa-interim", title: "interim list before it: CAs; frozen in January 2026",
      address: interim + "anchors.pem", use: .signers),
    PublicList(
      name: "c2pa-interim-signers", title: "interim list before it: signers; frozen likewise",
      address: interim + "allowed.pem", use: .allowed),
  ]

  private static let conformance =
    "https://raw.githubusercontent.com/c2pa-org/conformance-public/main/trust-list/"
  private static let interim =
    "https://raw.githubusercontent.com/contentauth/verify-site/main/static/trust/"
}
