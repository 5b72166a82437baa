import Broadseal

let issuer = try Issuer(profile: "keys/us/ISSUER.toml")
let label = try issuer.officialLabel(ai: AIStatement(.none))
let result = try issuer.signer.sign(
  SigningRequest(input: "press-release.pdf", destination: .file("signed.pdf"), label: label))

let verdict = issuer.verifier.verify(result.output)
print("\(result.output): \(verdict.isOfficial ? "official" : "not official")")
