import BroadsealOpenSSL
import BroadsealTrust
import TestSupport

/// The profile, the key and the time-stamp authority of Japan's agency in the demonstration.
enum JapanIssuer {
  private static let profile = """
    schema = 1
    [agency]
    id = "demo.jp.public-relations"
    jurisdiction = "JP"
    name.en = "Demo Public Relations Agency (invented)"
    name.ja = "デモ広報庁(架空)"
    [key]
    path = "key.pem"
    certificates = "chain.pem"
    [timestamp]
    key = "tsa.pem"
    """

  /// Writes all of it into `folder`, the profile as `ISSUER.toml`.
  static func write(_ demo: DemoPKI, to folder: Scratch) throws {
    folder.write(try demo.jp.signer.key.pem(), to: "key.pem")
    folder.write(demo.jp.signer.chain.flatMap(\.pem), to: "chain.pem")
    folder.write(try demo.tsa.key.pem() + demo.tsa.chain.flatMap(\.pem), to: "tsa.pem")
    folder.write(Array(profile.utf8), to: "ISSUER.toml")
  }
}
