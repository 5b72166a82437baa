// What can be said about one file?
//
//     VerifyFile TRUST-FOLDER FILE
import Broadseal

let arguments = CommandLine.arguments
guard arguments.count == 3 else { fatalError("VerifyFile TRUST-FOLDER FILE") }

let trust = try TrustStore(folder: FilePath(arguments[1]))
let verifier = try Verifier(trust: trust, at: SystemClock.now)
let verdict = verifier.verify(FilePath(arguments[2]))

print("integrity:", verdict.integrity)
print("origin:", verdict.origin?.status ?? .none)
if let agency = verdict.origin?.agency { print("agency:", agency.names["en"] ?? agency.id) }
print("AI use:", verdict.ai?.status ?? .notStated)
print("C2PA:", verdict.c2pa.state.map { "\($0)" } ?? "no manifest")
for reason in verdict.origin?.reasons ?? [] { print("not official:", reason.explanation) }
for finding in verdict.findings { print("\(finding.severity):", finding.code) }
