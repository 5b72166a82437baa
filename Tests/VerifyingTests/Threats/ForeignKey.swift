import BroadsealNotes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport

/// Keys and signatures of kinds that the house refuses to make, by the openssl command.
struct ForeignKey: Sendable {
  /// What stopped a key from being made.
  struct Failure: Error {
    let told: String
  }

  private let folder = Scratch()
  /// The public half.
  let publicKey: PublicKey

  /// A key by `openssl genpkey` with these options.
  init(_ options: String) throws {
    try ForeignKey.shell("cd '\(folder.path)' && openssl genpkey \(options) -out key.pem")
    try ForeignKey.shell(
      "cd '\(folder.path)' && openssl pkey -in key.pem -pubout -outform DER -out public")
    publicKey = try PublicKey(spki: folder.read("public") ?? [])
  }

  /// A signer of the agency whose certificate holds the key; another key is its own, never used.
  func credential(_ pki: TestPKI) throws -> [Certificate] {
    var builder = DemoPeriod(now: TestPKI.now).signer(DemoAgency.us.subject, years: 2)
    builder.extendedKeyUsage = DemoPKI.signerPurposes
    builder.policies = [DemoPKI.policy]
    let issuing = pki.demo.us.issuing
    return [
      try builder.issued(to: publicKey, by: issuing.certificate, key: issuing.key)
    ] + issuing.chain.filter { !$0.isSelfIssued }
  }

  /// The signature of `message` by `openssl dgst` with these options.
  func sign(_ message: [UInt8], _ options: String) throws -> [UInt8] {
    try ForeignKey.sign(message, options, key: folder("key.pem"))
  }

  /// The signature of `message` by `openssl dgst` with these options and the key of `credential`.
  static func sign(
    _ message: [UInt8], _ options: String, key: PrivateKey
  ) throws -> [UInt8] {
    let folder = Scratch()
    return try sign(message, options, key: folder.write(try key.pem(), to: "key.pem"))
  }

  private static func sign(_ message: [UInt8], _ options: String, key: String) throws -> [UInt8] {
    let folder = Scratch()
    folder.write(message, to: "message")
    try shell(
      "cd '\(folder.path)' && openssl dgst \(options) -sign '\(key)' -out signature message")
    return folder.read("signature") ?? []
  }

  private static func shell(_ line: String) throws {
    let outcome = Command.shell(line)
    guard outcome.code == 0 else { throw Failure(told: outcome.errorText) }
  }
}
