import BroadsealBytes
import BroadsealOpenSSL
import TestSupport

/// The demonstration's American signer with its key under a passphrase, in a folder of its own.
struct EncryptedProfile {
  let scratch = Scratch()

  /// Path of the profile.
  var profile: String { scratch("ISSUER.toml") }

  /// The passphrase is `open sesame`.
  init(_ desk: Desk) throws {
    let key = try PrivateKey(pem: desk.scratch.read("keys/us/key.pem") ?? [], passphrase: nil)
    scratch.write(try key.pem(passphrase: Array("open sesame".utf8)), to: "key.pem")
    for (from, to) in [("us/chain.pem", "chain.pem"), ("tsa/authority.pem", "tsa.pem")] {
      scratch.write(desk.scratch.read("keys/" + from) ?? [], to: to)
    }
    let text = """
      schema = 1
      [key]
      path = "key.pem"
      certificates = "chain.pem"
      [timestamp]
      key = "tsa.pem"
      """
    scratch.write(Array(text.utf8), to: "ISSUER.toml")
  }
}
