import BroadsealBytes
import BroadsealProvenance
import BroadsealSigning
import BroadsealTrust
import BroadsealVerifying
import TestSupport
import Testing

/// A signer of the demonstration PKI with time stamps, and the folder it writes to.
struct SignedByUs {
  let pki: TestPKI
  let scratch = Scratch()
  let signer: Signer

  /// A signer whose verifier validates what a document has already and reads every output back.
  ///
  /// - Parameter identity: the order in which the agency's identity assertion is written; nil: none.
  init(identity: OrganisationIdentity.Encoding? = nil) throws {
    pki = try TestPKI.shared()
    let time = TestPKI.now.adding(seconds: 60)
    let verifier = Verifier(trust: try pki.context(at: time), at: time)
    let agency = pki.demo.us.signer
    let authority = try LocalTimeStampAuthority(
      key: pki.demo.tsa.key, certificates: pki.demo.tsa.chain)
    let credential = try Credential(key: agency.key, certificates: agency.chain)
    let holder = try identity.map { encoding in
      try OrganisationIdentity(credential: credential, encoding: encoding, at: time)
    }
    signer = try Signer(
      credential: credential,
      timeStamping: .authorities([.local(authority)], allowMissing: false), identity: holder,
      inspection: SignedByUs.inspection(by: verifier),
      environment: Environment(now: { time }))
  }

  /// Signs `input` as official and free of AI; the output is called `name`.
  func sign(
    _ input: String, as name: String, form: SigningRequest.Form = .automatic,
    label: Label = official, piecewiseMinimum: Int? = nil
  ) throws(SigningError) -> SigningResult {
    var request = SigningRequest(
      input: FilePath(input), destination: .file(FilePath(scratch(name))), label: label)
    request.form = form
    request.piecewiseMinimum = piecewiseMinimum
    return try signer.sign(request)
  }

  /// Signs the film that begins with `input`; all of it goes into the folder `name`.
  func sign(
    _ input: String, segments: [String], into name: String
  ) throws(SigningError) -> SigningResult {
    var request = SigningRequest(
      input: FilePath(input), destination: .folder(FilePath(scratch(name))),
      label: SignedByUs.official)
    request.segments = segments.map { FilePath($0) }
    return try signer.sign(request)
  }

  static func inspection(by verifier: Verifier) -> Inspection {
    var inspection = Inspection(
      existing: { document, sidecar in
        let verdict = verifier.session().verify(document, sidecar: sidecar)
        let found = verdict.c2pa
        return RecordedValidation(
          success: found.success, informational: found.informational,
          failure: found.failure, agency: verdict.origin?.agency?.id)
      },
      fresh: { document, sidecar throws(Inspection.Failure) in
        let verdict = verifier.session().verify(document, sidecar: sidecar)
        guard verdict.integrity == .intact, verdict.c2pa.state == .trusted else {
          throw Inspection.Failure("\(verdict.c2pa.failure)")
        }
        return nil
      })
    inspection.wider.fresh = { subject throws(Inspection.Failure) in
      let verdict = verifier.session().prove(subject.path, segments: subject.segments).verdict
      guard verdict.origin?.status == .official else {
        throw Inspection.Failure("\(verdict.c2pa.failure)")
      }
      return true
    }
    return inspection
  }

  /// What both verifiers say of `jobs`.
  func judge(_ jobs: [Witness.Job]) throws -> [[Witness.Verifier: Witness.Verdict]] {
    try Witness.judge(jobs, anchors: pki.demo.claimAnchors, stamps: pki.demo.tsaAnchors)
  }

  /// Expects that every verifier trusts every file, its time stamp and its bytes.
  func expectTrust(in jobs: [Witness.Job]) throws {
    #expect(!jobs.isEmpty)
    for (job, verdicts) in zip(jobs, try judge(jobs)) {
      for (verifier, verdict) in verdicts {
        #expect(verdict.isTrusted && verdict.isStamped, "\(job.path) \(verifier): \(verdict)")
      }
    }
  }

  static let official = Label(
    official: OfficialOrigin(
      jurisdiction: "US",
      agency: OfficialOrigin.Agency(
        id: "demo.us.press-office", english: "Demo Press Office (invented)")),
    ai: AIStatement(.none))
}
