// Bytes that came over the network: judged in memory, once as they are and once with a byte flipped.
//
//     VerifyBytes TRUST-FOLDER FILE
import Broadseal
import Foundation

let arguments = CommandLine.arguments
guard arguments.count == 3 else { fatalError("VerifyBytes TRUST-FOLDER FILE") }
var upload = [UInt8](try Data(contentsOf: URL(filePath: arguments[2])))
let name = URL(filePath: arguments[2]).lastPathComponent

let trust = try TrustStore(folder: FilePath(arguments[1]))
let verifier = try Verifier(trust: trust)

func tell(_ what: String, _ verdict: Verdict) {
  print("\(what): \(verdict.integrity), \(verdict.conclusion(for: .official))")
}

tell("as it came", verifier.verify(bytes: upload, named: name))
tell("under another name", verifier.verify(bytes: upload, named: "picture.png"))
upload[2_000] ^= 1
tell("with one byte flipped", verifier.verify(bytes: upload, named: name))
tell("nothing at all", verifier.verify(bytes: [], named: name))
