import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// One file as an attacker, or an agency, hands it over, and how it is judged.
struct ThreatCase {
  /// Its name.
  var name = "release.txt"
  /// Its bytes.
  var content: [UInt8]
  /// The label in a file of its own, if that is where it is.
  var sidecar: [UInt8]?
  /// Whom the judge believes.
  var trust: ThreatTrust
  /// The moment of judgement.
  var time = TestPKI.now
  /// Whether revocation must be known good.
  var isStrict = false
  /// OCSP responses that are given to the run.
  var responses: [[UInt8]] = []
  /// Revocation lists that are given to the run.
  var lists: [[UInt8]] = []
  /// What the label was made from, where it can be made anew.
  var manifest: TestManifest?
  /// Lists that evidence brings, which was kept with the file; nil: there is none.
  var kept: [EvidenceBundle.List]?

  /// The content of `OfficialTests` and a label on it.
  init(_ manifest: TestManifest, trust: ThreatTrust, at time: UTCTime = TestPKI.now) throws {
    self.init(
      store: try manifest.sidecar(for: OfficialTests.content), trust: trust, at: time)
    self.manifest = manifest
  }

  /// The content of `OfficialTests` and a store beside it.
  init(store: [UInt8], trust: ThreatTrust, at time: UTCTime = TestPKI.now) {
    content = OfficialTests.content
    sidecar = store
    self.trust = trust
    self.time = time
  }

  /// A file that carries its label.
  init(
    _ name: String, _ content: [UInt8], trust: ThreatTrust, at time: UTCTime = TestPKI.now
  ) {
    self.name = name
    self.content = content
    self.trust = trust
    self.time = time
  }

  /// What the library says.
  func judged() throws -> ThreatOutcome {
    switch try verdict() {
    case .success(let verdict): ThreatOutcome(verdict)
    case .failure(let error): .refused(error.kind)
    }
  }

  /// The whole verdict, or why no file was judged.
  func verdict() throws -> Result<Verdict, TrustError> {
    let context: TrustContext
    let bundle = try bundle()
    do throws(TrustError) {
      context =
        if let bundle {
          try TrustContext(trust.material, evidence: bundle, named: "evidence", at: time)
        } else { try TrustContext(trust.material, at: time) }
    } catch { return .failure(error) }
    let verifier = Verifier(
      trust: context, at: time, options: VerifierOptions(isStrict: isStrict),
      evidence: RevocationEvidence(
        responses: try responses.map { try OCSPResponse(der: $0) },
        lists: try lists.map { try RevocationList(der: $0) },
        subject: bundle.map {
          RevocationEvidence.Subject(sha256: $0.document, manifest: $0.manifest)
        }))
    let document = try Document(ByteSource(bytes: content), path: FilePath(name))
    return .success(verifier.session().verify(document, sidecar: sidecar))
  }

  /// The evidence that was kept with the file.
  private func bundle() throws -> EvidenceBundle? {
    guard let kept, let sidecar else { return nil }
    return EvidenceBundle(
      document: try Digest.of(content, .sha256).hex,
      manifest: try ManifestStore(parsing: sidecar).active.label, created: time,
      certificates: [], authorities: [], lists: kept)
  }

  /// What the program says, in JSON, and how it ends.
  func run() throws -> Command.Outcome {
    let folder = Scratch()
    folder.write(content, to: name)
    trust.write(to: folder)
    var words = ["verify", folder(name), "-f", "json", "--at", time.rfc3339]
    words += ["--trust-dir", folder("trust")]
    if let sidecar {
      words += ["--sidecar", folder.write(sidecar, to: "label.c2pa")]
    }
    if isStrict { words.append("--strict") }
    for (index, response) in responses.enumerated() {
      words += ["--ocsp", folder.write(response, to: "\(index).ocsp")]
    }
    for (index, list) in lists.enumerated() {
      words += ["--crl", folder.write(list, to: "\(index).crl")]
    }
    if let bundle = try bundle() {
      words += ["--evidence", folder.write(try bundle.text(), to: "kept.evidence.json")]
    }
    return Command.run(words)
  }
}
