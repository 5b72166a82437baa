import ArgumentParser
import BroadsealBytes
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealReporting
import Glibc

/// A run of `keys request`: writes a request for a certificate, and the key that it is for if there was
/// none.
struct KeyRequest {
  let subject: DistinguishedName
  let output: FilePath
  let passphrase: PassphraseOptions
  /// In which languages it is said what was made.
  let wordings: [Wording]

  /// Writes the request by a key that there is.
  func run(key: KeyArgument) throws {
    var file = try KeyRequest.start(output, mode: 0o666)
    try file.write(request(by: try passphrase.privateKey(key)))
    try file.commit()
    for wording in wordings { try Console.write(words(wording)) }
  }

  /// Makes a key and writes it and the request.
  func run(newKey path: FilePath, type: KeyType, isEncrypted: Bool) throws {
    var file = try KeyRequest.start(path, mode: 0o600)
    var other = try KeyRequest.start(output, mode: 0o666)
    let secret = isEncrypted ? try passphrase.new(for: path) : nil
    let key = try type.generate()
    try file.write(try key.pem(passphrase: secret))
    try other.write(request(by: key))
    // The request last: without its key it is of no use, and with the key it can be made again.
    try file.commit()
    try other.commit()
    for wording in wordings {
      let state =
        isEncrypted ? wording.say("encrypted", "暗号化済み") : wording.say("not encrypted", "暗号化なし")
      let what = wording.say("private key", "秘密鍵")
      let comma = wording.say(", ", "、")
      try Console.write(
        "\(Untrusted.path(path)): \(what)\(comma)\(key.publicKey.kind)\(comma)\(state)\n"
          + words(wording))
    }
  }

  private func words(_ wording: Wording) -> String {
    let name = Untrusted.quoted("\(subject)", in: wording.language)
    return "\(Untrusted.path(output)): "
      + wording.say("certificate request for \(name)", "\(name) の証明書要求") + "\n"
  }

  private func request(by key: PrivateKey) throws -> [UInt8] {
    let request = CertificateRequest(
      subject: subject,
      extendedKeyUsage: [
        Purpose.claimSigning, Purpose.documentSigning, Purpose.emailProtection,
      ])
    return PEM.text("CERTIFICATE REQUEST", try request.signed(by: key))
  }

  /// Starts a file that must not exist yet.
  private static func start(_ path: FilePath, mode: UInt32) throws(Failure) -> AtomicOutput {
    try path.requireFolder()
    do throws(SourceError) {
      return try AtomicOutput(path, overwrites: false, mode: mode)
    } catch {
      if case .system(EEXIST, _) = error.kind {
        throw Failure(
          source: error, code: .usage,
          hint: "a key or request is never overwritten: name another file")
      }
      throw Failure.refusal(error.reason, of: path.display, writes: true)
        ?? Failure(source: error, code: .usage)
    }
  }
}

extension AtomicOutput {
  /// Adds bytes.
  fileprivate mutating func write(_ bytes: [UInt8]) throws(SourceError) {
    unsafe try append(bytes.span.bytes)
  }
}

/// The kinds of key that `keys request` makes.
enum KeyType: String, ExpressibleByArgument, CaseIterable, Sendable {
  case p256, p384, rsa3072, rsa4096

  /// A new random key.
  func generate() throws(OpenSSLError) -> PrivateKey {
    switch self {
    case .p256: try PrivateKey.generate(.es256)
    case .p384: try PrivateKey.generate(.es384)
    case .rsa3072: try PrivateKey.generate(.ps256, rsaBits: 3072)
    case .rsa4096: try PrivateKey.generate(.ps256, rsaBits: 4096)
    }
  }
}
