package import BroadsealOpenSSL

/// Who fetches a manifest store that a document names and does not hold (C2PA 2.5 §15.5.3).
public struct RemoteManifests: Sendable {
  /// Fetches the bytes at an address that a document names. The address is an attacker's text: the
  /// one who fetches decides whom it may ask.
  package typealias Fetch = @Sendable (_ address: String) -> Result<[UInt8], HTTPError>

  let fetch: Fetch?

  /// Nobody: no socket is opened.
  public static let none = RemoteManifests(fetch: nil)

  /// Stores are fetched by `fetch`.
  package init(fetch: Fetch?) { self.fetch = fetch }
}
