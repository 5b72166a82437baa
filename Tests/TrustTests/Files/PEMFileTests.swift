import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport
import Testing

struct PEMFileTests {
  /// What is wrong with a PEM file.
  enum Fault: String, CaseIterable, Sendable {
    case empty, onlyText, cutAtEnd, brokenBoundary, misspeltBoundary, brokenBase64, otherLabel
    case privateKey, notACertificate, trailingByte, secondBlockBroken, publicKey

    func bytes(_ pki: TestPKI) throws -> [UInt8] {
      let good = pki.demo.us.root.certificate.pem
      let text = String(decoding: good, as: UTF8.self)
      let bad: String =
        switch self {
        case .empty: ""
        case .onlyText: "anchors of the demonstration\n"
        case .cutAtEnd: String(text.dropLast(30))
        case .brokenBoundary: text + text.replacing("-----END", with: "----END")
        case .misspeltBoundary: text + text.replacing("-----BEGIN", with: "----BEGIN")
        case .brokenBase64: text.replacing("MII", with: "M!I")
        case .otherLabel: text.replacing("CERTIFICATE", with: "TRUSTED CERTIFICATE")
        case .privateKey: String(decoding: try pki.demo.us.root.key.pem(), as: UTF8.self) + text
        case .notACertificate:
          String(decoding: PEM.text("CERTIFICATE", [0x30, 0x00]), as: UTF8.self)
        case .trailingByte:
          String(
            decoding: PEM.text("CERTIFICATE", pki.demo.us.root.certificate.der + [0x00]),
            as: UTF8.self)
        case .secondBlockBroken: text + text.replacing("MII", with: "AAA")
        case .publicKey: String(decoding: pki.demo.us.root.key.publicKey.pem, as: UTF8.self)
        }
      return Array(bad.utf8)
    }
  }

  @Test("A PEM file with any fault is an error, wherever it is given", arguments: Fault.allCases)
  func faults(_ fault: Fault) throws {
    let bytes = try fault.bytes(try TestPKI.shared())
    let give: [(inout TrustStore) -> Void] = [
      { $0.addClaimAnchors(bytes, name: "bad.pem") },
      { $0.addTimeStampAnchors(bytes, name: "bad.pem") },
      { $0.addAllowed(bytes, name: "bad.pem") },
    ]
    for add in give {
      var material = TrustStore()
      add(&material)
      #expect(kind { _ = try TrustContext(material, at: TestPKI.now) } == .malformed)
    }
  }

  @Test("Text between certificates, and either line ending, is allowed")
  func explanations() throws {
    let pki = try TestPKI.shared()
    let roots = [pki.demo.us.root, pki.demo.jp.root].map(\.certificate)
    let text = roots.map { "subject: demo\n" + String(decoding: $0.pem, as: UTF8.self) }.joined()
    for text in [text, text.replacing("\n", with: "\r\n")] {
      var material = TrustStore()
      material.addClaimAnchors(Array(text.utf8), name: "anchors.pem")
      #expect(try TrustContext(material, at: TestPKI.now).claimAnchors?.certificates == roots)
    }
  }

  @Test(
    "The anchors of the corpus are read whole",
    .enabled(if: Corpus.folder != nil, "the shared corpus is absent"),
    arguments: [
      ("C2PA-TRUST-LIST.pem", 30), ("C2PA-TSA-TRUST-LIST.pem", 22), ("itl_anchors.pem", 27),
      ("itl_allowed.pem", 117), ("test_cert_root_bundle.pem", 8), ("cli_anchors.pem", 3),
      ("allowed_list.pem", 7),
    ])
  func corpus(_ name: String, _ count: Int) throws {
    let folder = try #require(Corpus.folder)
    var material = TrustStore()
    try material.addClaimAnchors(FilePath("\(folder)/trust/\(name)"))
    let context = try TrustContext(material, at: TestPKI.now)
    // A bundle may hold a certificate twice; the store keeps it once.
    let found = try #require(context.claimAnchors?.certificates.count)
    #expect(found <= count && found > 0)
  }
}
