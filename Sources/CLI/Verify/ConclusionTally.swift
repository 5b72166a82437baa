import BroadsealVerifying

/// How many files of a run of `verify` came to what, and how the run ends.
struct ConclusionTally: Sendable {
  /// How the run ends.
  var code = ExitCode.success
  private var counts: [Conclusion: Int] = [:]

  /// Counts a file.
  mutating func add(_ conclusion: Conclusion) { counts[conclusion, default: 0] += 1 }

  /// How many files came to `conclusion`.
  func count(of conclusion: Conclusion) -> Int { counts[conclusion] ?? 0 }

  /// Files that were judged.
  var files: Int { counts.values.reduce(0, +) }

  /// The last line of `ndjson`.
  var line: [UInt8] {
    let counts = Conclusion.allCases.map { (name: $0.rawValue, count: count(of: $0)) }
    return RunTally(counts: counts, code: code).line
  }
}
