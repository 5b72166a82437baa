import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport
import Testing

struct ListKeysTests {
  /// A keys file of the demonstration with one text replaced.
  struct Edit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let other: String

    init(_ name: String, _ text: String, _ other: String) {
      testDescription = name
      self.text = text
      self.other = other
    }
  }

  static let refused: [Edit] = [
    Edit("no threshold", "threshold: 2\n", ""),
    Edit("no scheme", "scheme:", "#"),
    Edit("a threshold of zero", "threshold: 2", "threshold: 0"),
    Edit("a threshold beyond the keys", "threshold: 2", "threshold: 4"),
    Edit("a threshold that is no number", "threshold: 2", "threshold: two"),
    Edit("the threshold twice", "threshold: 2", "threshold: 2\nthreshold: 1"),
    Edit("an unknown line", "threshold: 2", "threshold: 2\nmaximum: 3"),
    Edit("a private key", "BEGIN PUBLIC KEY", "BEGIN PRIVATE KEY"),
    Edit("a broken key", "-----BEGIN PUBLIC KEY-----\nM", "-----BEGIN PUBLIC KEY-----\nA"),
  ]

  @Test("A keys file that says anything unclear is an error", arguments: refused)
  func refuses(_ edit: Edit) throws {
    let pki = try TestPKI.shared()
    let text = String(decoding: pki.demo.us.pinned.pem, as: UTF8.self)
    let changed = text.replacing(edit.text, with: edit.other, maxReplacements: 1)
    try #require(changed != text)
    #expect(kind { _ = try ListKeys(pem: Array(changed.utf8), name: "keys") } == .malformed)
  }

  @Test("A keys file is read as it was written, comments aside")
  func roundTrip() throws {
    let pinned = try TestPKI.shared().demo.us.pinned
    let text = Array("# of the demonstration\n\n".utf8) + pinned.pem
    #expect(try ListKeys(pem: text, name: "keys") == pinned)
  }

  @Test("A key may stand once, in the form that all use, and only of a kind that signs lists")
  func kinds() throws {
    let pki = try TestPKI.shared()
    let key = pki.demo.us.listKeys[0].publicKey
    let other = try PrivateKey.generate(.es512).publicKey
    // The point compressed: the same key under another digest.
    let (algorithm, point) = (key.spki[2..<23], key.spki.suffix(64))
    let sign = 2 + (point.last ?? 0) & 1
    let form = try PublicKey(
      spki: [0x30, 0x39] + algorithm + [0x03, 0x22, 0, sign] + point.prefix(32))
    for keys in [[key, key], [key, other], [key, form], []] {
      #expect(
        kind { _ = try ListKeys(scheme: "x", threshold: 1, keys: keys, name: "keys") }
          == .malformed)
    }
  }
}
