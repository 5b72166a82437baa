import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealTrust
import BroadsealVerifying
import TestSupport
import Testing

@Suite(
  "Attacks on sealed PDFs by others",
  .enabled(if: !SealRow.all.isEmpty, "the shared corpus is absent"))
struct SealAttackTests {
  /// A context in which every signer of the file is on a list: its key, its CA, its stamps, without a word
  /// about time.
  static func context(recognising path: FilePath) throws -> TrustContext {
    let document = try Document(ByteSource(path), path: path)
    let signatures = (try? document.signatures()) ?? []
    let data = ((try? document.validationData()) ?? ValidationData()).certificates
      .compactMap { try? Certificate(der: $0) }
    var services: [TrustedService] = []
    for message in signatures.compactMap({ $0.value.flatMap { try? ReceivedMessage($0) } }) {
      guard let leaf = message.signer(among: data) else { continue }
      let digest = leaf.publicKey.spkiSHA256
      let country = leaf.subject.country.flatMap { Jurisdiction($0) } ?? .international
      let seal = SealScope(
        scope: Scope(
          jurisdiction: country.country == "BE" ? country : .international,
          agency: Agency(id: "test.office", names: ["en": "Test entry"]), subject: SubjectRule(),
          labels: [], pins: [digest], requiresTimeStamp: false),
        keys: [
          SealKey(
            digest, from: UTCTime(secondsSinceEpoch: 0),
            to: UTCTime(secondsSinceEpoch: 4_000_000_000))
        ], purposes: leaf.extendedKeyUsage, kinds: SealKind.allCases)
      let isData = message.contentType == "1.2.840.113549.1.7.1"
      services.append(isData ? SealLists.service(leaf, seal) : SealLists.authority([leaf]))
      let stampers = message.tokens.compactMap { token in
        (try? ReceivedStamp(token))?.message.signer(among: data + message.certificates)
      }
      if !stampers.isEmpty { services.append(SealLists.authority(stampers)) }
    }
    let list = services.isEmpty ? [] : [try SealLists.proved(services, territory: "BE")]
    return try TrustContext(anchors: TrustAnchors(), government: list)
  }

  @Test(
    "are never official, whoever is listed",
    arguments: SealRow.all.filter(\.isAttack))
  func attacks(_ row: SealRow) throws {
    let path = FilePath((Corpus.folder ?? "") + "/" + row.path)
    let time = UTCTime(secondsSinceEpoch: 1_795_824_000)
    let verdict = Verifier(trust: try Self.context(recognising: path), at: time).session()
      .verify(path)
    #expect(verdict.origin?.status != .official, "\(verdict.pdfSignatures)")
    #expect(verdict.conclusion(for: .sealed) != .satisfied)
  }

  @Test("are told from files that nobody attacked, which such lists do make official")
  func control() throws {
    #expect(SealRow.all.count(where: \.isAttack) == 36)
    let time = UTCTime(secondsSinceEpoch: 1_795_824_000)
    let official = try SealRow.all.filter { !$0.isAttack }.filter { row in
      let path = FilePath((Corpus.folder ?? "") + "/" + row.path)
      let verdict = Verifier(trust: try Self.context(recognising: path), at: time).session()
        .verify(path)
      return verdict.origin?.status == .official
    }
    // Not pdfcpu's testPAdES_BLTA: MuPDF draws something over the field of its time stamp (SealLater).
    #expect(official.count == 76, "\(official.count)")
  }
}
