// What can be said about one file, and what does it amount to?
//
//     VerifyFile TRUST-FOLDER FILE
import Broadseal

let arguments = CommandLine.arguments
guard arguments.count == 3 else { fatalError("VerifyFile TRUST-FOLDER FILE") }

let trust = try TrustStore(folder: FilePath(arguments[1]))
let verifier = try Verifier(trust: trust)
let verdict = verifier.verify(FilePath(arguments[2]))

switch verdict.conclusion(for: .official) {
case .satisfied: print("official: publish it")
case .failed: print("altered, or its label does not hold: get it again")
case .unlabelled where verdict.unjudged != nil: print("no label found, and not looked through")
case .unlabelled: print("no label: that says nothing")
case .unrecognised: print("signed, and not official")
case .incomplete: print("nobody can say: it could not be judged to the end")
case .staleTrust: print("nobody can say: a trust list is out of date")
}

// The three axes are for people; what to do with the file they do not say.
print("integrity:", verdict.integrity)
if let origin = verdict.origin {
  print("origin, by \(origin.speaker):", origin.status)
  if let agency = origin.agency { print("agency:", agency.names["en"] ?? agency.id) }
}
print("AI use:", verdict.ai?.status ?? .notStated)
print("C2PA:", verdict.c2pa.state.map { "\($0)" } ?? "no manifest")
for reason in verdict.origin?.reasons ?? [] { print("not official:", reason.explanation) }
for finding in verdict.findings { print("\(finding.severity):", finding.code) }
