import BroadsealJSON
import BroadsealReporting

/// How many documents of a run came out how: the last line of `ndjson`, always. A run that was broken off has none.
struct RunTally: Sendable {
  /// How the run ends.
  var code = ExitCode.success
  /// What was left out of folders by rule, where folders were named.
  var leftOut: [(name: String, count: Int)] = []
  private var counts: [(name: String, count: Int)]

  /// Nothing was looked at yet.
  ///
  /// - Parameter outcomes: what can come of a document, in the order in which it is told.
  init(_ outcomes: [String]) {
    counts = outcomes.map { ($0, 0) }
  }

  /// Counts what came of documents.
  mutating func add(_ outcome: String, _ count: Int = 1) {
    guard let place = counts.firstIndex(where: { $0.name == outcome }) else { return }
    counts[place].count += count
  }

  /// Documents that were counted.
  var files: Int { counts.reduce(0) { $0 + $1.count } }

  /// How many came to `outcome`.
  func count(of outcome: String) -> Int { counts.first { $0.name == outcome }?.count ?? 0 }

  /// The line, as its schema `broadseal.tally/1` has it.
  var line: [UInt8] {
    var members: [(String, JSON.Value)] = [
      ("schema", "broadseal.tally/1"),
      ("files", .integer(Int64(files))),
      ("counts", RunTally.json(of: counts)),
    ]
    if !leftOut.isEmpty { members.append(("leftOut", RunTally.json(of: leftOut))) }
    members += [("exit", .integer(Int64(code.rawValue))), ("tool", Tool.json)]
    return JSON.Writer.bytes(of: .object(JSON.Object(members))) + [UInt8(ascii: "\n")]
  }

  private static func json(of counts: [(name: String, count: Int)]) -> JSON.Value {
    .object(JSON.Object(counts.map { ($0.name, .integer(Int64($0.count))) }))
  }
}
