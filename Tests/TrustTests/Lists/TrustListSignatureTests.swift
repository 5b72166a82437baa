import BroadsealBytes
import BroadsealJSON
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport
import Testing

/// T-76: who signed a list, and how many of them.
struct TrustListSignatureTests {
  /// A list and the keys it is held against.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let expected: TrustError.Kind?
    let make: @Sendable (TestPKI) throws -> (list: [UInt8], keys: ListKeys)
    var testDescription: String { name }

    init(
      _ name: String, _ expected: TrustError.Kind?,
      _ make: @escaping @Sendable (TestPKI) throws -> (list: [UInt8], keys: ListKeys)
    ) {
      self.name = name
      self.expected = expected
      self.make = make
    }
  }

  static let cases: [Case] = [
    Case("two of three pinned keys", nil) { ($0.demo.usList, $0.demo.us.pinned) },
    Case("all three pinned keys", nil) {
      (try signed($0, by: $0.demo.us.listKeys), $0.demo.us.pinned)
    },
    Case("one signature below the threshold", .notEnoughSignatures) {
      (try signed($0, by: [$0.demo.us.listKeys[1]]), $0.demo.us.pinned)
    },
    Case("the same key twice", .notEnoughSignatures) {
      let once = try signed($0, by: [$0.demo.us.listKeys[0]])
      return (try edited(once) { [$0[0], $0[0]] }, $0.demo.us.pinned)
    },
    Case("one pinned key and one foreign key", .notEnoughSignatures) {
      (
        try signed($0, by: [$0.demo.us.listKeys[0], $0.impostor.listKeys[1]]), $0.demo.us.pinned
      )
    },
    Case("keys of an impostor", .notEnoughSignatures) {
      (try signed($0, by: $0.impostor.listKeys), $0.demo.us.pinned)
    },
    Case("no signature", .unsigned) {
      (try ListMaker().content().json, $0.demo.us.pinned)
    },
    Case("an empty list of signatures", .malformed) {
      (try edited($0.demo.usList) { _ in [] }, $0.demo.us.pinned)
    },
    Case("the other country's list", .notEnoughSignatures) {
      ($0.demo.jpList, $0.demo.us.pinned)
    },
    Case("the other country's list with the same signers", .wrongScheme) {
      let content = $0.demo.jp.listContent(
        issued: $0.demo.start, nextUpdate: $0.demo.nextUpdate, tsa: $0.demo.tsaRoot.certificate)
      let list = try TrustListSigner.sign(content, keys: $0.demo.us.listKeys, name: "us.json")
      return (list, $0.demo.us.pinned)
    },
    Case("a changed payload", .notEnoughSignatures) {
      let other = try JSON.Reader.parse(signed($0, by: $0.demo.us.listKeys, sequence: 9))
      let payload = other["payload"] ?? .null
      let signatures = try JSON.Reader.parse($0.demo.usList)["signatures"] ?? .null
      let value: JSON.Value = ["payload": payload, "signatures": signatures]
      return (Array(JSON.Writer.write(value).utf8), $0.demo.us.pinned)
    },
    Case("an algorithm that is not the key's", .notEnoughSignatures) {
      (try withHeader($0, ["alg": "EdDSA"]), $0.demo.us.pinned)
    },
    Case("no algorithm at all", .notEnoughSignatures) {
      (try withHeader($0, ["alg": "none"]), $0.demo.us.pinned)
    },
    Case("a critical header that nobody knows", .malformed) {
      (try withHeader($0, ["alg": "ES256", "crit": ["exp"], "exp": 1]), $0.demo.us.pinned)
    },
    Case("a payload that claims not to be encoded", .malformed) {
      (try withHeader($0, ["alg": "ES256", "b64": false]), $0.demo.us.pinned)
    },
    Case("an algorithm outside the protected header", .malformed) {
      let list = try edited($0.demo.usList) {
        [.object(JSON.Object($0[0].members + [("header", ["alg": "ES256"])]))]
      }
      return (list, $0.demo.us.pinned)
    },
    Case("the flattened serialisation", .malformed) {
      let parts = try JSON.Reader.parse($0.demo.usList)
      let first = parts["signatures"]?.array?.first ?? .null
      let flat: JSON.Value = [
        "payload": parts["payload"] ?? .null, "protected": first["protected"] ?? .null,
        "signature": first["signature"] ?? .null,
      ]
      return (Array(JSON.Writer.write(flat).utf8), $0.demo.us.pinned)
    },
    Case("padding in Base64url", .malformed) {
      let parts = try JSON.Reader.parse($0.demo.usList)
      let value: JSON.Value = [
        "payload": .string((parts["payload"]?.string ?? "") + "="),
        "signatures": parts["signatures"] ?? .null,
      ]
      return (Array(JSON.Writer.write(value).utf8), $0.demo.us.pinned)
    },
    Case("seventeen signatures", .malformed) {
      (try edited($0.demo.usList) { Array(repeating: $0[0], count: 17) }, $0.demo.us.pinned)
    },
  ]

  @Test("Only a list that enough different pinned keys signed is believed", arguments: cases)
  func signatures(_ item: Case) throws {
    let (list, keys) = try item.make(try TestPKI.shared())
    #expect(
      kind {
        _ = try ParsedTrustList(parsing: list, name: "us.json")
          .verified(keys: keys, at: TestPKI.now)
      } == item.expected)
  }

  @Test("Each holder of a key signs on his own, and what was signed stays as it was")
  func oneByOne() throws {
    let pki = try TestPKI.shared()
    let first = try Self.signed(pki, by: [pki.demo.us.listKeys[2]])
    let second = try TrustListSigner.sign(first, keys: [pki.demo.us.listKeys[0]], name: "us.json")
    let list = try ParsedTrustList(parsing: second, name: "us.json")
      .verified(keys: pki.demo.us.pinned, at: TestPKI.now)
    #expect(Set(list.signers) == Set([0, 2].map { pki.demo.us.listKeys[$0].publicKey.spkiSHA256 }))
    #expect(try JSON.Reader.parse(first)["payload"] == JSON.Reader.parse(second)["payload"])
    #expect(
      kind {
        _ = try TrustListSigner.sign(second, keys: [pki.demo.us.listKeys[0]], name: "us.json")
      } == .malformed)
  }

  @Test("A list signed by the old and the new keys is believed by those who pinned either")
  func rotation() throws {
    let pki = try TestPKI.shared()
    let list = try Self.signed(
      pki, by: Array(pki.demo.us.listKeys.prefix(2) + pki.impostor.listKeys.prefix(2)))
    for keys in [pki.demo.us.pinned, pki.impostor.pinned] {
      let proved = try ParsedTrustList(parsing: list, name: "us.json")
        .verified(keys: keys, at: TestPKI.now)
      #expect(proved.signers.count == 2)
    }
  }

  /// The list of the United States signed by `keys`.
  static func signed(
    _ pki: TestPKI, by keys: [PrivateKey], sequence: Int64 = 1
  ) throws -> [UInt8] {
    try TrustListSigner.sign(
      try ListMaker().content(sequence: sequence), keys: keys, name: "us.json")
  }

  /// `list` with its signatures changed.
  static func edited(
    _ list: [UInt8], _ change: ([JSON.Value]) -> [JSON.Value]
  ) throws -> [UInt8] {
    let parts = try JSON.Reader.parse(list)
    let value: JSON.Value = [
      "payload": parts["payload"] ?? .null,
      "signatures": .array(change(parts["signatures"]?.array ?? [])),
    ]
    return Array(JSON.Writer.write(value).utf8)
  }

  /// The demonstration's list whose first signature is a good one of its first key, over `header`.
  static func withHeader(_ pki: TestPKI, _ header: JSON.Value) throws -> [UInt8] {
    let payload = try JSON.Reader.parse(pki.demo.usList)["payload"]?.string ?? ""
    let protected = Base64.encode(Array(JSON.Writer.write(header).utf8), alphabet: .url)
    let signature = try pki.demo.us.listKeys[0].sign(
      Array("\(protected).\(payload)".utf8), with: .es256)
    return try edited(pki.demo.usList) { signatures in
      [
        [
          "protected": .string(protected),
          "signature": .string(Base64.encode(signature, alphabet: .url)),
        ], signatures[1],
      ]
    }
  }
}

extension JSON.Value {
  /// The members of an object as pairs.
  var members: [(String, JSON.Value)] { object?.members.map { ($0.key, $0.value) } ?? [] }
}
