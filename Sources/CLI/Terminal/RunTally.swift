import BroadsealJSON
import BroadsealReporting

/// How many documents of a run came out how: the last line of `ndjson`, always. A run that was broken off has none.
struct RunTally: Sendable {
  /// What can come of a document, and of how many it came, in the order in which it is told.
  let counts: [(name: String, count: Int)]
  /// What was left out of folders by rule; empty where no folder was named.
  var leftOut: [(name: String, count: Int)] = []
  /// How the run ends.
  let code: ExitCode

  /// The line, as its schema `broadseal.tally/1` has it.
  var line: [UInt8] {
    let files = counts.reduce(0) { $0 + $1.count }
    var members: [(String, JSON.Value)] = [
      ("files", .integer(Int64(files))), ("counts", RunTally.json(of: counts)),
    ]
    if !leftOut.isEmpty { members.append(("leftOut", RunTally.json(of: leftOut))) }
    members.append(("exit", .integer(Int64(code.rawValue))))
    return JSON.Writer.bytes(of: Tool.document(.tally, members)) + [UInt8(ascii: "\n")]
  }

  private static func json(of counts: [(name: String, count: Int)]) -> JSON.Value {
    .object(JSON.Object(counts.map { ($0.name, .integer(Int64($0.count))) }))
  }
}
