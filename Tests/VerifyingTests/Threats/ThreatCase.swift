import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealOpenSSL
import BroadsealTrust
import BroadsealVerifying
import TestSupport

/// One file as an attacker, or an agency, hands it over, and how it is judged.
struct ThreatCase: Sendable {
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

  /// The content of `OfficialTests` and a label on it.
  init(_ manifest: TestManifest, trust: ThreatTrust, at time: UTCTime = TestPKI.now) throws {
    self.init(
      store: try manifest.sidecar(for: OfficialTests.content), trust: trust, at: time)
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
    let context: TrustContext
    do throws(TrustError) { context = try TrustContext(trust.material, at: time) } catch {
      return .refused(error.kind)
    }
    let verifier = Verifier(
      trust: context, at: time, options: VerifierOptions(isStrict: isStrict),
      evidence: RevocationEvidence(responses: try responses.map { try OCSPResponse(der: $0) }))
    let document = try Document(ByteSource(bytes: content), path: FilePath(name))
    return ThreatOutcome(verifier.session().verify(document, sidecar: sidecar))
  }

  /// What the program says, in JSON, and how it ends.
  func run() -> Command.Outcome {
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
    return Command.run(words)
  }
}
