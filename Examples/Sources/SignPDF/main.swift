import Broadseal

let trust = try TrustStore(folder: "keys/trust")
let verifier = try Verifier(trust: trust, at: SystemClock.now)
let authority = try LocalTimeStampAuthority.load(key: "keys/tsa/authority.pem")
let signer = try Signer(
  credential: Credential.load(key: "keys/us/key.pem", certificates: "keys/us/chain.pem"),
  timeStamping: .authorities([.local(authority)], allowMissing: false),
  readBack: ReadBack(verifier))

let agency = OfficialOrigin.Agency(id: "demo.us.press-office", english: "Demo Press Office")
let label = Label(
  official: OfficialOrigin(jurisdiction: "US", agency: agency), ai: AIStatement(.none))
let result = try signer.sign(
  SigningRequest(input: "press-release.pdf", destination: .file("signed.pdf"), label: label))

let verdict = verifier.verify(result.output)
print("\(result.output): \(verdict.integrity), \(verdict.origin?.status ?? .none)")
