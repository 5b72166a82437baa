// Which files of a folder are not official?
//
//     AuditFolder TRUST-FOLDER FOLDER
import Broadseal
import BroadsealAuditing

let arguments = CommandLine.arguments
guard arguments.count == 3 else { fatalError("AuditFolder TRUST-FOLDER FOLDER") }

let trust = try TrustStore(folder: FilePath(arguments[1]))
let audit = FolderAudit(try Verifier(trust: trust))
let verdicts: [Verdict] = audit.verdicts(in: FilePath(arguments[2]))

let official = verdicts.filter(\.isOfficial)
print("\(official.count) of \(verdicts.count) files are official")
for verdict in verdicts where !verdict.isOfficial {
  print("\(verdict.path): \(verdict.conclusion(for: .official))")
}
