package import BroadsealBytes
import BroadsealFiles
package import BroadsealOpenSSL
package import BroadsealSigning

/// Where trusted time comes from, and how it is asked for: `[timestamp]` of a profile, and what the
/// command line says instead.
package struct TimeStampSettings: Sendable {
  /// One authority.
  package enum Authority: Sendable {
    /// On the network, by its address.
    case url(String)
    /// In a file that holds its key.
    case key(FilePath)
  }

  /// The authorities, asked in order until one answers.
  package var authorities: [Authority] = []
  /// Seconds that an authority on the network has to answer.
  package var timeout = RemoteTimeStampAuthority.usualTimeout
  /// Policy that authorities on the network must stamp under; nil takes any.
  package var policy: String?
  /// File with the authorities that vouch for HTTPS servers; nil for the system's.
  package var tlsAuthorities: FilePath?

  /// The authorities, their keys opened.
  ///
  /// - Parameter file: holds the passphrase of an encrypted key; nil: somebody is asked.
  /// - Throws: `SigningError` of kind `request` when a policy is asked for and an authority is a key at hand, which
  ///   stamps under its own; else as it goes with the keys.
  package func sources(
    _ passphrases: Passphrases, file: FilePath? = nil
  ) throws(SigningError) -> [TimeStampSource] {
    if let policy, let own = authorities.firstKey {
      throw SigningError(
        .request,
        "a time-stamp authority with a key at hand stamps under its own policy, and not under "
          + policy,
        path: own.display,
        hint: "leave --tsa-policy, and policy in [timestamp] of the profile, out, or name an "
          + "authority on the network")
    }
    var sources: [TimeStampSource] = []
    for authority in authorities {
      switch authority {
      case .url(let url): sources.append(.remote(try remote(url)))
      case .key(let path):
        let local = try passphrases.opening(path.display, file: file) {
          passphrase throws(SigningError) in
          try LocalTimeStampAuthority.load(key: path, passphrase: passphrase)
        }
        sources.append(.local(local))
      }
    }
    return sources
  }

  private func remote(_ url: String) throws(SigningError) -> RemoteTimeStampAuthority {
    do throws(HTTPError) {
      _ = try HTTPAddress(url)
    } catch {
      throw SigningError(
        .request, "\(HTTPAddress.shown(url)) is no time-stamp authority: \(error)",
        hint: "https://…, http://… or key:FILE")
    }
    return RemoteTimeStampAuthority(
      url: url, timeout: timeout, policy: policy,
      trust: try tlsAuthorities.map(TLSTrust.init(authoritiesIn:)) ?? .system)
  }
}

extension [TimeStampSettings.Authority] {
  /// The file of the first that is a key at hand; nil where none is.
  fileprivate var firstKey: FilePath? {
    for case .key(let path) in self { return path }
    return nil
  }
}

extension TLSTrust {
  /// The authorities in a PEM file, and no others.
  package init(authoritiesIn path: FilePath) throws(SigningError) {
    let bytes: [UInt8]
    do throws(SourceError) {
      bytes = try ByteSource.whole(path, limit: 1 << 20)
    } catch { throw SigningError(.unreadable, error.reason, path: error.path) }
    let certificates: [Certificate]
    do throws(OpenSSLError) {
      certificates = try Certificate.list(pem: bytes)
    } catch { throw SigningError(.certificate, "\(error)", path: path.display) }
    guard !certificates.isEmpty else {
      throw SigningError(.certificate, "there is no certificate", path: path.display)
    }
    self = .authorities(certificates)
  }
}
