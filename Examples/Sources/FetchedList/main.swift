// A government list that another program fetched: judged in memory, with keys that were pinned long ago.
//
//     FetchedList LIST.json KEYS.pem FILE
import Broadseal
import Foundation

let arguments = CommandLine.arguments
guard arguments.count == 4 else { fatalError("FetchedList LIST.json KEYS.pem FILE") }
var list = [UInt8](try Data(contentsOf: URL(filePath: arguments[1])))
let keys = [UInt8](try Data(contentsOf: URL(filePath: arguments[2])))
let now = SystemClock.now

func judge(_ what: String, with list: [UInt8], at time: UTCTime) {
  var trust = TrustStore()
  trust.addGovernmentList(list, name: "the fetched list", keys: keys)
  do {
    let verdict = try Verifier(trust: trust, at: time).verify(FilePath(arguments[3]))
    print("\(what): \(verdict.integrity), \(verdict.origin?.status ?? .none)")
  } catch {
    switch error.kind {
    case .stale: print("\(what): no verdict, the list is out of date")
    default: print("\(what): no verdict, the list cannot be believed")
    }
  }
}

judge("as fetched", with: list, at: now)
judge("in ten years", with: list, at: now.adding(seconds: 10 * 365 * 86_400))
list[list.count / 2] ^= 1
judge("with a byte flipped", with: list, at: now)
