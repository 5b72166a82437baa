import Broadseal

let issuer = try Issuer(profile: "keys/us/ISSUER.toml")
let label = try issuer.officialLabel(ai: AIStatement(.none))
var request = SigningRequest(
  input: "press-release.pdf", destination: .file("signed.pdf"), label: label)
request.overwrites = true
let result = try issuer.signer.sign(request)

let verdict = issuer.verifier.verify(result.output)
print("\(result.output): \(verdict.isOfficial ? "official" : "not official")")
