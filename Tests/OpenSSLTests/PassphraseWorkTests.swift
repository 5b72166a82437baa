import BroadsealBytes
import Testing

@testable import BroadsealOpenSSL

@Suite("A key file that asks for endless work is refused before any passphrase is tried")
struct PassphraseWorkTests {
  private static let endless = 0x7FFF_FFFF

  private static func algorithm(_ identifier: String, _ parameters: [[UInt8]]) -> [UInt8] {
    DERWriter.sequence([
      DERWriter.objectIdentifier(identifier), DERWriter.sequence(parameters),
    ])
  }

  private static let salt = DERWriter.octetString([UInt8](repeating: 1, count: 8))

  /// PBES2 with a function that makes the key.
  private static func pbes2(_ function: [UInt8]) -> [UInt8] {
    let cipher = DERWriter.sequence([
      DERWriter.objectIdentifier("2.16.840.1.101.3.4.1.42"),
      DERWriter.octetString([UInt8](repeating: 2, count: 16)),
    ])
    return algorithm("1.2.840.113549.1.5.13", [function, cipher])
  }

  private static func pbkdf2(_ rounds: Int) -> [UInt8] {
    pbes2(algorithm("1.2.840.113549.1.5.12", [salt, DERWriter.integer(rounds)]))
  }

  private static func scrypt(_ cost: Int, _ block: Int, _ parallel: Int) -> [UInt8] {
    let numbers = [cost, block, parallel].map { DERWriter.integer($0) }
    return pbes2(algorithm("1.3.6.1.4.1.11591.4.11", [salt] + numbers))
  }

  /// As PBES1 and PKCS#12 have it.
  private static func old(_ identifier: String, _ rounds: Int) -> [UInt8] {
    algorithm(identifier, [salt, DERWriter.integer(rounds)])
  }

  /// A key that is encrypted so; nothing opens it.
  private static func key(_ algorithm: [UInt8]) -> [UInt8] {
    DERWriter.sequence([
      algorithm, DERWriter.octetString([UInt8](repeating: 3, count: 32)),
    ])
  }

  private static func data(_ content: [UInt8]) -> [UInt8] {
    DERWriter.sequence([
      DERWriter.objectIdentifier("1.2.840.113549.1.7.1"),
      DERWriter.element(DERTag.context(0), DERWriter.octetString(content)),
    ])
  }

  /// A PKCS#12 file of parts; nil rounds: without an integrity code.
  private static func store(_ parts: [[UInt8]], rounds: Int?) -> [UInt8] {
    let digest = DERWriter.sequence([
      DERWriter.sequence([
        DERWriter.objectIdentifier(DigestAlgorithm.sha256.objectIdentifier),
        DERWriter.element(DERTag.null, []),
      ]), DERWriter.octetString([UInt8](repeating: 4, count: 32)),
    ])
    let code = rounds.map { DERWriter.sequence([digest, salt, DERWriter.integer($0)]) }
    return DERWriter.sequence(
      [DERWriter.integer(3), data(DERWriter.sequence(parts))] + (code.map { [$0] } ?? []))
  }

  /// A part with an encrypted key in it.
  private static func bag(_ algorithm: [UInt8]) -> [UInt8] {
    data(
      DERWriter.sequence([
        DERWriter.sequence([
          DERWriter.objectIdentifier("1.2.840.113549.1.12.10.1.2"),
          DERWriter.element(DERTag.context(0), key(algorithm)),
        ])
      ]))
  }

  /// A part that is encrypted as a whole.
  private static func sealed(_ algorithm: [UInt8]) -> [UInt8] {
    let content = DERWriter.sequence([
      DERWriter.objectIdentifier("1.2.840.113549.1.7.1"), algorithm,
      DERWriter.element(DERTag.contextPrimitive(0), [UInt8](repeating: 5, count: 32)),
    ])
    return DERWriter.sequence([
      DERWriter.objectIdentifier("1.2.840.113549.1.7.6"),
      DERWriter.element(
        DERTag.context(0), DERWriter.sequence([DERWriter.integer(0), content])),
    ])
  }

  private static let old12 = "1.2.840.113549.1.12.1.3"

  static let endlessFiles: [[UInt8]] = [
    key(pbkdf2(endless)), key(scrypt(1 << 20, 8, 16)), key(scrypt(endless, 1, 1)),
    key(old("1.2.840.113549.1.5.3", endless)), key(old(old12, endless)),
    store([], rounds: endless), store([bag(pbkdf2(endless))], rounds: nil),
    store([bag(old(old12, endless))], rounds: 1), store([sealed(pbkdf2(endless))], rounds: 1),
  ]

  @Test("wherever the number stands, with a passphrase and without", arguments: endlessFiles)
  func refused(file: [UInt8]) {
    for passphrase in [nil, Array("a word".utf8)] {
      #expect(throws: KeyError.tooManyRounds) {
        try KeyStore.load(file, passphrase: passphrase)
      }
    }
  }

  @Test("an armoured key is one too, and usual numbers are let through")
  func usual() {
    #expect(throws: KeyError.tooManyRounds) {
      try KeyStore.load(
        PEM.text("ENCRYPTED PRIVATE KEY", Self.key(Self.pbkdf2(Self.endless))), passphrase: nil)
    }
    for algorithm in [
      Self.pbkdf2(600_000), Self.scrypt(1 << 17, 8, 1), Self.old(Self.old12, 2_048),
    ] {
      #expect(throws: KeyError.missingPassphrase) {
        try KeyStore.load(PEM.text("ENCRYPTED PRIVATE KEY", Self.key(algorithm)), passphrase: nil)
      }
    }
  }
}
