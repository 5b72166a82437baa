// A government list that another program fetched: judged with keys that were pinned long ago, and never by
// a list that is older than one seen before.
//
//     FetchedList LIST.json KEYS.pem FILE
import Broadseal
import Foundation

let arguments = CommandLine.arguments
guard arguments.count == 4 else { fatalError("FetchedList LIST.json KEYS.pem FILE") }
var list = [UInt8](try Data(contentsOf: URL(filePath: arguments[1])))
let keys = [UInt8](try Data(contentsOf: URL(filePath: arguments[2])))
let now = SystemClock.now

func judge(
  _ what: String, with list: [UInt8], at time: UTCTime, seen: SeenLists? = SeenLists(in: "seen")
) {
  var trust = TrustStore()
  trust.addGovernmentList(list, name: "the fetched list", keys: keys)
  do {
    let verifier = try Verifier(trust: trust, at: time, seen: seen)
    for note in verifier.notes { print("\(what): \(note.kind)") }
    let verdict = verifier.verify(FilePath(arguments[3]))
    print("\(what): \(verdict.integrity), \(verdict.conclusion(for: .official))")
    for finding in verdict.findings where finding.severity == .warning { print(" ", finding.code) }
  } catch {
    switch error.kind {
    case .rolledBack: print("\(what): no verdict, a newer list was seen before")
    case .stale: print("\(what): no verdict, the list is out of date")
    default: print("\(what): no verdict, the list cannot be believed")
    }
  }
}

judge("as fetched", with: list, at: now)
judge("where nothing can be remembered", with: list, at: now, seen: SeenLists(in: nil))
judge("in ten years", with: list, at: now.adding(seconds: 10 * 365 * 86_400))
list[list.count / 2] ^= 1
judge("with a byte flipped", with: list, at: now)
