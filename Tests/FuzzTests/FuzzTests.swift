import FuzzTargets
import TestSupport
import Testing

@Suite("Parsers under damage")
struct FuzzTests {
  /// Damaged copies of each target's seeds: seconds for all targets together. `make fuzz` runs for minutes.
  private static let count = 40

  @Test("Every parser answers damaged bytes and keeps its promises", arguments: FuzzTarget.allCases)
  func damage(_ target: FuzzTarget) throws {
    var damage = Damage(seed: UInt64(target.rawValue.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) }))
    let seeds = try FuzzSeeds.of(target)
    try #require(!seeds.isEmpty && seeds.allSatisfy { !$0.isEmpty })
    // Large seeds are for minutes, not for seconds.
    let small = seeds.filter { $0.count < 1 << 15 }
    try #require(!small.isEmpty)
    for seed in small {
      try target.run(seed)
      for _ in 0..<max(1, FuzzTests.count / small.count) { try target.run(damage.strike(seed)) }
    }
    try target.run([])
  }

  @Test("What fuzzing found stays mended", arguments: Finding.all)
  func finding(_ finding: Finding) throws { try finding.target.run(finding.bytes) }
}
