import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// A signature of a government's office, or one that stands where a seal would, and a list that names
/// its signer as that government could.
struct RealSeal: Sendable {
  /// How the page calls it.
  let name: String
  /// The file in the corpus.
  let file: String
  /// Which of its signatures the list is made for.
  var index = 0
  /// The country of the list, or `INT`.
  let country: String
  /// Whether the list names the very key; else it names the certificate's own words, as for anybody whom
  /// the CA knows.
  var namesKey = true
  /// What its CA let the certificate be used for, where that is not for documents.
  var purposes: [String]?
  /// Kinds of signature that the list allows beside the usual ones.
  var kinds = SealKind.usual

  private static let mailAndClient = ["1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.4"]

  /// All that the corpus has.
  static let all: [RealSeal] = [
    RealSeal(
      name: "US Publishing Office, a report, 2022", file: "usgpo+uslm__CRPT-108hrpt150.pdf",
      country: "US"),
    RealSeal(
      name: "US Publishing Office, a report, 9 November 2024",
      file: "usgpo+uslm__CRPT-113srpt310.pdf", country: "US"),
    RealSeal(
      name: "US Publishing Office, a report, 14 November 2024",
      file: "usgpo+uslm__CRPT-118hrpt728.pdf", country: "US"),
    RealSeal(
      name: "US Federal Register, 2020", file: "jsvine+pdfplumber__federal-register-2020-17221.pdf",
      country: "US"),
    RealSeal(
      name: "the same document, damaged", file: "pdfminer+pdfminer.six__pr-00530-ml-lines.pdf",
      country: "US"),
    RealSeal(
      name: "Spanish official gazette, 2009", file: "esig+dss__pkcs7_sha1.pdf", country: "ES",
      purposes: mailAndClient, kinds: SealKind.allCases),
    RealSeal(
      name: "Slovak security office, 2017", file: "esig+dss__fieldmdp-include.pdf", country: "SK"),
    RealSeal(
      name: "Slovak security office, the first of six signatures, 2011",
      file: "esig+dss__Signature-P-SK-1_HASH_FAILURE_.pdf", country: "SK", namesKey: false),
    RealSeal(name: "Czech cadastral office, 2018", file: "esig+dss__encrypted.pdf", country: "CZ"),
    RealSeal(
      name: "Hungarian government service, 2023", file: "esig+dss__DSS-3298.pdf", country: "HU"),
    RealSeal(
      name: "European Commission, a directorate, 2012",
      file: "esig+dss__certified-no-change-permitted.pdf",
      country: "INT"),
    RealSeal(
      name: "European Commission, a test key, 2017", file: "esig+dss__dss-2058-QC-LTA-test.pdf",
      country: "INT", purposes: mailAndClient),
    RealSeal(
      name: "Czech city, an official's key, 2025",
      file: "esig+dss__pades-ocsp-archiveCutOff-invalid.pdf",
      country: "CZ", namesKey: false, purposes: mailAndClient),
  ]

  /// Where it is.
  var path: FilePath { FilePath((Corpus.folder ?? "") + "/seals/files/" + file) }

  /// What is said of the file under the list.
  ///
  /// - Parameter requiresTimeStamp: whether the list asks for a stamp; else it vouches for the period of
  ///   the certificate.
  func verdict(requiresTimeStamp: Bool) throws -> Verdict {
    let list = try list(requiresTimeStamp: requiresTimeStamp)
    let now = UTCTime(secondsSinceEpoch: 1_795_824_000)
    let context = try TrustContext(anchors: TrustAnchors(), government: list.map { [$0] } ?? [])
    return Verifier(trust: context, at: now).session().verify(path)
  }

  /// The list; nil where nobody can be named, because the message cannot be read.
  private func list(requiresTimeStamp: Bool) throws -> GovernmentTrustList? {
    let document = try Document(ByteSource(path), path: path)
    let data = try document.validationData().certificates.compactMap { try? Certificate(der: $0) }
    let signatures = try document.signatures()
    let messages = signatures.compactMap { signature in
      signature.value.flatMap { try? ReceivedMessage($0) }
    }
    guard messages.indices.contains(index), let leaf = messages[index].signer(among: data) else {
      return nil
    }
    let known = messages[index].certificates + data + SealRoots.all
    let authority = known.first { $0 != leaf && leaf.isIssued(by: $0) } ?? leaf
    let territory = country == "INT" ? "BE" : country
    let pins = namesKey ? [leaf.publicKey.spkiSHA256] : []
    let scope = Scope(
      jurisdiction: Jurisdiction(country) ?? .international,
      agency: Agency(id: "test.office", names: ["en": "Test entry: the office"]),
      subject: namesKey
        ? SubjectRule()
        : SubjectRule(commonNames: leaf.subject.values(of: NameAttribute.commonName)),
      labels: [], pins: pins, requiresTimeStamp: requiresTimeStamp || !namesKey)
    let keys = pins.map { SealKey($0, from: leaf.notBefore, to: leaf.notAfter.adding(seconds: 1)) }
    let stamps =
      signatures.filter { $0.kind == .timeStamp }.compactMap(\.value)
      + messages.flatMap(\.tokens)
    let stampers = stamps.compactMap { token in
      (try? ReceivedStamp(token))?.message.signer(among: data + messages[index].certificates)
    }
    var services = [
      SealLists.service(
        authority,
        SealScope(scope: scope, keys: keys, purposes: purposes, kinds: kinds))
    ]
    if !stampers.isEmpty { services.append(SealLists.authority(Array(Set(stampers)))) }
    return try SealLists.proved(services, territory: territory)
  }
}

/// The roots of the corpus: test fixtures, and nobody's trust list.
enum SealRoots {
  static let all: [Certificate] =
    Corpus.bytes(of: "seals/roots.pem").flatMap { try? Certificate.list(pem: $0) } ?? []
}
