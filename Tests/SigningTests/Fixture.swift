import Bytes
import OpenSSL
import Signing
import TestSupport
import Trust

/// What most tests of signing need: a signer of the demonstration PKI and a folder.
struct Fixture {
  let pki: TestPKI
  let scratch = Scratch()

  init() throws {
    pki = try TestPKI.shared()
  }

  /// The clock of the tests: a minute after everything was issued.
  static let environment = Environment(now: { TestPKI.now.adding(seconds: 60) })

  func credential(_ algorithm: SignatureAlgorithm = .es256) throws -> Credential {
    let signer = try algorithm == .es256 ? pki.demo.us.signer : pki.signer(algorithm: algorithm)
    return try Credential(key: signer.key, certificates: signer.chain)
  }

  func stamping() throws -> TimeStamping {
    .authorities(
      [
        .local(try LocalTimeStampAuthority(key: pki.demo.tsa.key, certificates: pki.demo.tsa.chain))
      ],
      allowMissing: false)
  }

  func signer(
    _ algorithm: SignatureAlgorithm = .es256, stamping: TimeStamping = .none,
    inspection: Inspection = .none, environment: Environment = Fixture.environment
  ) throws -> Signer {
    try Signer(
      credential: credential(algorithm), timeStamping: stamping, inspection: inspection,
      environment: environment)
  }

  /// A request to sign a sample of the package, as official and free of AI.
  func request(_ sample: String, to output: String) -> SigningRequest {
    SigningRequest(
      input: FilePath(Corpus.packageFolder + "/Samples/" + sample),
      destination: .file(FilePath(scratch(output))), label: Fixture.official)
  }

  static let official = Label(
    official: OfficialOrigin(
      jurisdiction: "US",
      agency: OfficialOrigin.Agency(
        id: "demo.us.press-office", english: "Demo Press Office (invented)")),
    ai: AIStatement(.none))

  static var generated: Label {
    var ai = AIStatement(.generated)
    ai.system = "Demo Model"
    ai.version = "3"
    return Label(ai: ai)
  }

  static var altered: Label {
    var ai = AIStatement(.altered)
    ai.system = "Demo Model"
    ai.scope = "summary"
    return Label(official: official.official, ai: ai)
  }
}
