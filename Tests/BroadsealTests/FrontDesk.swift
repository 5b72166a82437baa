import Broadseal
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport

/// Keys, trust and a folder of one test, as a program has them that knows only the front door.
struct FrontDesk {
  let pki: TestPKI
  let scratch = Scratch()
  let verifier: Verifier

  /// A minute after everything was issued.
  static let time = TestPKI.now.adding(seconds: 60)

  init() throws {
    pki = try TestPKI.shared()
    verifier = try Verifier(trust: pki.material, at: FrontDesk.time)
  }

  /// The agency's key and certificates, from memory.
  func credential() throws -> Credential {
    let pem = try pem()
    return try Credential.load(key: pem.key, certificates: pem.chain)
  }

  /// The files of the agency's key and certificates, and of another agency's certificates.
  func pem() throws -> (key: [UInt8], chain: [UInt8], foreign: [UInt8]) {
    let (us, jp) = (pki.demo.us.signer, pki.demo.jp.signer)
    return (try us.key.pem(), us.chain.flatMap(\.pem), jp.chain.flatMap(\.pem))
  }

  /// The demonstration's authority, from memory.
  func stamping() throws -> TimeStamping {
    .authorities(
      [.local(try LocalTimeStampAuthority.load(key: pki.authorityPEM()))], allowMissing: false)
  }

  /// A signer whose output is read back by `readBack`.
  func signer(_ readBack: ReadBack?) throws -> Signer {
    try Signer(
      credential: credential(), timeStamping: stamping(), readBack: readBack,
      environment: Environment(now: { FrontDesk.time }))
  }

  /// A request to sign a sample as official, under another name if one is given.
  func request(_ sample: String, as name: String? = nil, agency: String = "demo.us.press-office")
    -> SigningRequest
  {
    let input = scratch.write(
      Scratch.bytes(of: Corpus.packageFolder + "/Samples/" + sample) ?? [], to: name ?? sample)
    let origin = OfficialOrigin(
      jurisdiction: "US",
      agency: OfficialOrigin.Agency(id: agency, english: "Demo Press Office (invented)"))
    return SigningRequest(
      input: FilePath(input), destination: .file(FilePath(scratch("signed-" + sample))),
      label: Label(official: origin, ai: AIStatement(.none)))
  }
}
