// Signs every document of a folder, and in a second run only what is new: as official, with what AI did in it, who
// reviewed it and its reference number, PDF documents with a PDF signature too.
//
//     SignFolder ISSUER.toml FOLDER RESULTS
import Broadseal
import Foundation

let arguments = CommandLine.arguments
guard arguments.count == 4 else { fatalError("SignFolder ISSUER.toml FOLDER RESULTS") }
let (folder, results) = (arguments[2], arguments[3])
let issuer = try Issuer(profile: FilePath(arguments[1]))
for note in issuer.verifier.notes { print("warning: \(note)") }

var ai = AIStatement(.altered)
ai.scope = "summary on page 1"
ai.system = "Demo Text Model"
ai.humanReview = true
ai.review = HumanReview(
  role: "editor in chief", time: UTCTime(rfc3339: "2026-11-20T09:15:00Z"), version: "3")
var label = try issuer.officialLabel(ai: ai)
label.official?.reference = "PR-2026-17"
label.official?.url = "https://www.example.org/press/17"

/// Signs one document, unless its label says the same already.
func sign(_ name: String, as label: Label) throws(SigningError) {
  var request = SigningRequest(
    input: FilePath("\(folder)/\(name)"), destination: .folder(FilePath(results)), label: label)
  request.pades = true
  request.takesOtherTypes = true  // what is no PDF is labelled all the same
  request.copiesDocument = true  // beside a label that is a file of its own
  let result: SigningResult
  switch try issuer.signer.earlier(request) {
  case .current(let own): return print("\(own.output) says so already")
  case .none: result = try issuer.signer.sign(request)
  case .outdated(let version): result = try issuer.signer.sign(version)
  }
  let signature = result.pdfSignature.map { ", PAdES \($0.level)" } ?? ""
  print("\(result.output): \(result.isOfficial == true ? "official" : "not official")\(signature)")
  for note in result.notes { print(" ", note.code) }
}

for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
  do { try sign(name, as: label) } catch { print("\(name): \(error)") }
}
