import Bytes
import Signing
import TestSupport
import Trust

/// A signer of the demonstration PKI with time stamps, and the folder it writes to.
struct SignedByUs {
  let pki: TestPKI
  let scratch = Scratch()
  let signer: Signer

  init() throws {
    pki = try TestPKI.shared()
    let agency = pki.demo.us.signer
    let authority = try LocalTimeStampAuthority(
      key: pki.demo.tsa.key, certificates: pki.demo.tsa.chain)
    signer = try Signer(
      credential: Credential(key: agency.key, certificates: agency.chain),
      timeStamping: .authorities([.local(authority)], allowMissing: false), inspection: .none,
      environment: Environment(now: { TestPKI.now.adding(seconds: 60) }))
  }

  /// Signs `input` as official and free of AI; the output is called `name`.
  func sign(
    _ input: String, as name: String, form: SigningRequest.Form = .automatic,
    label: Label = official
  ) throws(SigningError) -> SigningResult {
    var request = SigningRequest(
      input: FilePath(input), destination: .file(FilePath(scratch(name))), label: label)
    request.form = form
    return try signer.sign(request)
  }

  /// What both verifiers say of `jobs`.
  func judge(_ jobs: [Witness.Job]) throws -> [[Witness.Verifier: Witness.Verdict]] {
    try Witness.judge(jobs, anchors: pki.demo.claimAnchors, stamps: pki.demo.tsaAnchors)
  }

  static let official = Label(
    official: OfficialOrigin(
      jurisdiction: "US",
      agency: OfficialOrigin.Agency(
        id: "demo.us.press-office", english: "Demo Press Office (invented)")),
    ai: AIStatement(.none))
}
