import BroadsealOpenSSL
import BroadsealSettings

/// `[revocation]` of a profile: whether signatures bring OCSP responses along, and who is asked.
public struct RevocationSettings: Sendable {
  /// Whether the signer's responder, and those of the authorities above it, are asked at signing.
  public let staples: Bool
  /// Who is asked about the signer's certificate instead of the one that it names.
  public let responder: String?
}

extension RevocationSettings {
  /// Reads the table `[revocation]`.
  init(_ table: SettingsTable) throws(SettingsError) {
    try table.allowOnly(["staple", "responder"])
    guard let staples = try table.flag("staple") else { throw table.missing("staple") }
    responder = try table.text("responder")
    self.staples = staples
    guard let responder else { return }
    guard staples else { throw table.failure("responder", "needs staple = true") }
    do throws(HTTPError) {
      _ = try HTTPAddress(responder)
    } catch { throw table.failure("responder", "cannot be used: \(error.reason)") }
  }
}
