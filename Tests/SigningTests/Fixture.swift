import BroadsealBytes
import BroadsealDocuments
import BroadsealOpenSSL
import BroadsealProvenance
import BroadsealSigning
import BroadsealTrust
import BroadsealVerifying
import Glibc
import TestSupport
import Testing

/// What most tests of signing need: signers of the demonstration PKI, a verifier that believes in
/// it, and a folder.
struct Fixture {
  let pki: TestPKI
  let verifier: Verifier
  let scratch = Scratch()

  init() throws {
    pki = try TestPKI.shared()
    verifier = Verifier(trust: try pki.context(at: Fixture.time), at: Fixture.time)
  }

  /// A minute after everything was issued.
  static let time = TestPKI.now.adding(seconds: 60)

  /// The clock of the tests.
  static let environment = Environment(now: { time })

  func credential(_ algorithm: SignatureAlgorithm = .es256) throws -> Credential {
    let signer = try algorithm == .es256 ? pki.demo.us.signer : pki.signer(algorithm: algorithm)
    return try Credential(key: signer.key, certificates: signer.chain)
  }

  /// The demonstration's own authority, which never fails.
  func stamping() throws -> TimeStamping {
    let tsa = pki.demo.tsa
    return .authorities(
      [.local(try LocalTimeStampAuthority(key: tsa.key, certificates: tsa.chain))],
      allowMissing: false)
  }

  /// The two questions of signing, answered by the verifier as the command answers them.
  var inspection: Inspection {
    Inspection(
      existing: { [verifier] document, sidecar in
        let found = verifier.session().verify(document, sidecar: sidecar).c2pa
        return RecordedValidation(
          success: found.success, informational: found.informational,
          failure: found.failure)
      },
      fresh: { [verifier] document, sidecar throws(Inspection.Failure) in
        let verdict = verifier.session().verify(document, sidecar: sidecar)
        guard verdict.integrity == .intact else {
          throw Inspection.Failure("\(verdict.c2pa.failure)")
        }
        return nil
      })
  }

  /// A signer with time stamps whose output is read back.
  func signer(
    _ algorithm: SignatureAlgorithm = .es256, stamping: TimeStamping? = nil,
    inspection: Inspection? = nil, environment: Environment = Fixture.environment
  ) throws -> Signer {
    try Signer(
      credential: credential(algorithm), timeStamping: stamping ?? self.stamping(),
      inspection: inspection ?? self.inspection, environment: environment)
  }

  /// A request to sign a sample of the package.
  func request(_ sample: String, to output: String, _ label: Label = .issued(.none))
    -> SigningRequest
  {
    SigningRequest(
      input: Fixture.sample(sample), destination: .file(FilePath(scratch(output))), label: label)
  }

  /// The verdict on a file of the folder.
  func verdict(_ name: String) -> Verdict { verifier.session().verify(FilePath(scratch(name))) }

  /// The store in a file of the folder, or in the sidecar of that name.
  func store(_ name: String) throws -> ManifestStore {
    let path = FilePath(scratch(name))
    if Sidecar.isSidecar(path) { return try ManifestStore(parsing: Sidecar.read(path)) }
    guard case .found(let located) = try Document.open(path).carrier?.locate() else {
      throw SigningError(.internal, "no store in \(name)")
    }
    return try ManifestStore(parsing: located.bytes)
  }

  /// Path of a sample.
  static func sample(_ name: String) -> FilePath {
    FilePath(Corpus.packageFolder + "/Samples/" + name)
  }

  /// The samples that can carry a store.
  static let carriers = [
    "press-release.pdf", "river-levels.png", "river.jpg", "press-release.docx",
    "press-release.html",
  ]
}

extension Label {
  private static let issuer = OfficialOrigin(
    jurisdiction: "US",
    agency: OfficialOrigin.Agency(
      id: "demo.us.press-office", english: "Demo Press Office (invented)"))

  /// A plain statement about AI, with a system where one took part.
  static func plain(_ use: AIStatement.Use) -> Label {
    var ai = AIStatement(use)
    if use != .none { (ai.system, ai.version) = ("Demo Model", "3") }
    return Label(ai: ai)
  }

  /// Official, with that use of AI.
  static func issued(_ use: AIStatement.Use) -> Label {
    var label = plain(use)
    label.official = issuer
    return label
  }
}
