import BroadsealBytes
import BroadsealOpenSSL
import TestSupport
import Testing

@Suite("Key files")
struct KeyStoreTests {
  let pki: LocalPKI
  let key: PrivateKey
  let leaf: Certificate
  static let secret = Array("correct horse".utf8)

  init() throws {
    pki = try LocalPKI()
    key = try PrivateKey.generate(.es256)
    leaf = try pki.issue(key.publicKey)
  }

  @Test("a chain in any order comes out leaf first, with what is foreign to it set aside")
  func orders() throws {
    let stranger = try LocalPKI().root
    let text = try pki.root.pem + stranger.pem + key.pem() + pki.authority.pem + leaf.pem
    let material = try KeyStore.load(text)
    #expect(material.key?.publicKey == key.publicKey)
    #expect(material.certificates == [leaf, pki.authority, pki.root])
    #expect(material.others == [stranger])
  }

  @Test("certificates alone keep the file's order")
  func certificatesAlone() throws {
    let material = try KeyStore.load(pki.root.pem + Array("# note\r\n".utf8) + leaf.pem)
    #expect(material.key == nil)
    #expect(material.certificates == [pki.root, leaf])
  }

  @Test(
    "PKCS#12 holds the same, and its passphrase is asked for", arguments: ["", "correct horse"])
  func pkcs12(_ passphrase: String) throws {
    let folder = Scratch()
    folder.write(try key.pem() + leaf.pem, to: "leaf.pem")
    folder.write(pki.authority.pem + pki.root.pem, to: "more.pem")
    try folder.openssl(
      ["pkcs12", "-export", "-in", "leaf.pem", "-certfile", "more.pem", "-out", "store.p12"]
        + ["-passout", "pass:" + passphrase])
    let bytes = try folder.bytes("store.p12")
    let given = passphrase.isEmpty ? nil : Array(passphrase.utf8)
    let material = try KeyStore.load(path: folder.path + "/store.p12", passphrase: given)
    #expect(material.key?.publicKey == key.publicKey)
    #expect(material.certificates == [leaf, pki.authority, pki.root])
    #expect(throws: KeyError.wrongPassphrase) {
      try KeyStore.load(bytes, passphrase: Array("wrong".utf8))
    }
    if !passphrase.isEmpty {
      #expect(throws: KeyError.missingPassphrase) { try KeyStore.load(bytes) }
    }
    #expect(throws: KeyError.malformed("trailing bytes after the PKCS#12 file")) {
      try KeyStore.load(bytes + [0], passphrase: given)
    }
  }

  @Test(
    "every old and new form of a key is read",
    arguments: [
      ["ec", "-in", "key.pem", "-out", "out.pem"],
      ["ec", "-in", "key.pem", "-out", "out.pem", "-aes256", "-passout", "pass:correct horse"],
      ["pkcs8", "-topk8", "-in", "key.pem", "-out", "out.pem", "-nocrypt"],
      [
        "pkcs8", "-topk8", "-in", "key.pem", "-out", "out.pem", "-passout", "pass:correct horse",
        "-v2", "aes-128-cbc",
      ],
      [
        "pkcs8", "-topk8", "-in", "key.pem", "-out", "out.pem", "-passout", "pass:correct horse",
        "-scrypt",
      ],
    ])
  func forms(_ command: [String]) throws {
    let folder = Scratch()
    folder.write(try key.pem(), to: "key.pem")
    try folder.openssl(command)
    let bytes = try folder.bytes("out.pem")
    let material = try KeyStore.load(bytes, passphrase: Self.secret)
    #expect(material.key?.publicKey == key.publicKey)
    if command.contains("-passout") {
      #expect(throws: KeyError.missingPassphrase) { try KeyStore.load(bytes) }
      #expect(throws: KeyError.wrongPassphrase) {
        try KeyStore.load(bytes, passphrase: Array("wrong".utf8))
      }
      #expect(throws: KeyError.wrongPassphrase) { try KeyStore.load(bytes, passphrase: []) }
    }
  }

  @Test("an encrypted key of ours is opened by the openssl command")
  func encrypts() throws {
    let folder = Scratch()
    folder.write(try key.pem(passphrase: Self.secret), to: "key.pem")
    try folder.openssl(
      ["pkey", "-in", "key.pem", "-passin", "pass:correct horse", "-pubout", "-out", "key.pub"])
    #expect(try PublicKey(pem: folder.bytes("key.pub")) == key.publicKey)
  }

  @Test("a key that is not the certificate's is a mismatch")
  func mismatch() throws {
    let other = try PrivateKey.generate(.es256)
    #expect(throws: KeyError.mismatch) { try KeyStore.load(other.pem() + leaf.pem) }
    #expect(throws: KeyError.mismatch) {
      try KeyMaterial(key: other, certificates: [leaf, pki.authority])
    }
  }

  @Test("two keys, no key material, and broken text each have their own error")
  func wrongFiles() throws {
    let pem = try key.pem()
    #expect(throws: KeyError.severalPrivateKeys) { try KeyStore.load(pem + pem) }
    for bytes in [[], Array("hello".utf8), [0x30, 0], [0x30, 0x82, 1]] {
      #expect(throws: KeyError.notKeyMaterial) { try KeyStore.load(bytes) }
    }
    #expect(throws: KeyError.publicKey) { try KeyStore.load(key.publicKey.pem) }
    let cut = Array(pem.dropLast(10))
    let error = #expect(throws: KeyError.self) { try KeyStore.load(cut) }
    guard case .malformed = error else {
      Issue.record("expected malformed, got \(String(describing: error))")
      return
    }
    #expect(throws: KeyError.passphraseTooLong) {
      try KeyStore.load(pem, passphrase: [UInt8](repeating: 65, count: 1025))
    }
  }

  @Test("a weak RSA key is not used")
  func weakKey() throws {
    let folder = Scratch()
    try folder.openssl(["genrsa", "-out", "key.pem", "1024"])
    #expect(throws: KeyError.unsupported("RSA 1024")) { try KeyStore.load(folder.bytes("key.pem")) }
  }

  @Test("a file that cannot be read says why")
  func unreadable() throws {
    let folder = Scratch()
    let path = folder.path + "/none.pem"
    #expect(throws: KeyError.unreadable(path: path, reason: "no such file or directory")) {
      try KeyStore.load(path: path)
    }
    #expect(throws: KeyError.unreadable(path: folder.path, reason: "is a directory")) {
      try KeyStore.load(path: folder.path)
    }
    folder.write([UInt8](repeating: 10, count: KeyStore.maximumSize + 1), to: "big")
    #expect(throws: KeyError.self) { try KeyStore.load(path: folder.path + "/big") }
  }
}
