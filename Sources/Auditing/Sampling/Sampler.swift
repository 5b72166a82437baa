import BroadsealBytes
package import BroadsealFolders
import BroadsealOpenSSL
import Glibc

/// What a sample was drawn from, and how.
package struct SampleFrame: Sendable, Hashable {
  /// Files that there are.
  package let population: Int
  /// Files that were drawn.
  package let drawn: Int
  /// The number that decides which ones: the same gives the same.
  package let seed: Int
  /// Whether whoever ran the audit named that number: then somebody could know it who named the files, and choose
  /// names that are not drawn.
  package let isSeedNamed: Bool
  /// Parts that were drawn from, each in proportion: the first folder and the extension.
  package let strata: Int

  /// How sure the statement of a sample is.
  package static let confidence = 0.95

  /// The share of all files that are like `count` of the drawn ones at the most, with 95 % confidence: the upper
  /// limit of Clopper and Pearson, for every file has the same chance. It leaves out that the strata make it better,
  /// and that files are few.
  package func atMost(_ count: Int) -> Double {
    guard drawn > 0, count < drawn else { return 1 }
    if drawn == population { return Double(count) / Double(drawn) }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if SampleFrame.chance(ofAtMost: count, drawn, middle) > 1 - SampleFrame.confidence {
        low = middle
      } else {
        high = middle
      }
    }
    return high
  }

  /// The chance of at most `count` hits among `tries`, each with the chance `share`.
  private static func chance(ofAtMost count: Int, _ tries: Int, _ share: Double) -> Double {
    guard share > 0 else { return 1 }
    guard share < 1 else { return 0 }
    // Each term from the one before it, as a logarithm: the first may be smaller than a number can be.
    var term = Double(tries) * log1p(-share)
    var sum = exp(term)
    for hits in 0..<count {
      term += log(Double(tries - hits) / Double(hits + 1)) + log(share) - log1p(-share)
      sum += exp(term)
    }
    return sum
  }
}

/// Draws a sample of the files of a walk: from each stratum in proportion, and from each the same ones for the same
/// seed, whatever the order of the walk.
package struct Sampler {
  /// Which part a file belongs to: the first folder below the one that was named, and the extension.
  fileprivate struct Stratum: Hashable {
    let folder: [UInt8]
    let kind: [UInt8]
  }

  /// Most strata that are told apart; files of others share one.
  static let maximumStrata = 4_096
  /// Most files that are drawn.
  package static let maximumSize = 100_000

  private let size: Int
  private let seed: Int

  private let isSeedNamed: Bool

  /// Seeds to draw from where none was named: every reader of JSON has such a number whole.
  package static let seeds = 1...((1 << 53) - 1)

  /// A sample of `size` files.
  ///
  /// - Parameter isSeedNamed: whether the seed is anything but a number that nobody could know before.
  package init(size: Int, seed: Int, isSeedNamed: Bool) {
    self.size = size
    self.seed = seed
    self.isSeedNamed = isSeedNamed
  }

  /// Draws from what `walk` gives, each time anew: once to count, once to draw.
  ///
  /// - Parameter isLeftOut: whether the file at a path is none that an audit judges.
  /// - Returns: the entries in path order, and what they were drawn from.
  package func draw<Failure: Error>(
    leavingOut isLeftOut: (FilePath) -> Bool = { _ in false },
    from walk: () throws(Failure) -> OrderedWalk
  ) throws -> (entries: [WalkEntry], frame: SampleFrame) {
    var counts: [Stratum: Int] = [:]
    var entries = try walk()
    while let entry = try entries.next() {
      guard !(entry.kind == .file && isLeftOut(entry.path)) else { continue }
      if let stratum = stratum(of: entry, known: counts) { counts[stratum, default: 0] += 1 }
    }
    let shares = try shares(counts)
    var drawn: [Stratum: [(rank: [UInt8], entry: WalkEntry)]] = [:]
    entries = try walk()
    while let entry = try entries.next() {
      guard let stratum = stratum(of: entry, known: counts), let share = shares[stratum], share > 0,
        !(entry.kind == .file && isLeftOut(entry.path))
      else { continue }
      let rank = try Digest.of(Array("\(seed)\0".utf8) + entry.path.bytes, .sha256).bytes
      var held = drawn[stratum] ?? []
      if held.count == share, let worst = held.last, !rank.lexicographicallyPrecedes(worst.rank) {
        continue
      }
      let place = held.firstIndex { rank.lexicographicallyPrecedes($0.rank) } ?? held.count
      held.insert((rank, entry), at: place)
      if held.count > share { held.removeLast() }
      drawn[stratum] = held
    }
    let chosen = drawn.values.flatMap { $0.map(\.entry) }.sorted { $0.path < $1.path }
    let frame = SampleFrame(
      population: counts.values.reduce(0, +), drawn: chosen.count, seed: seed,
      isSeedNamed: isSeedNamed, strata: counts.count)
    return (chosen, frame)
  }

  /// The stratum of a file; nil for what is left out by rule.
  private func stratum(of entry: WalkEntry, known: [Stratum: Int]) -> Stratum? {
    if case .skipped = entry.kind { return nil }
    let below = entry.path.bytes[entry.rootLength...]
    let folder = below.firstIndex(of: 0x2F).map { Array(below[..<$0]) } ?? []
    let name = entry.path.name
    let dot = name.lastIndex(of: 0x2E)
    let kind = dot.map {
      name[($0 + 1)...].prefix(8).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
    let stratum = Stratum(folder: folder, kind: kind ?? [])
    let isNew = known[stratum] == nil
    return isNew && known.count >= Sampler.maximumStrata
      ? Stratum(folder: [0x2F], kind: []) : stratum
  }

  /// How many files each stratum gives: in proportion, and `size` together.
  ///
  /// Strata lie behind each other on a line of all files, and every so many files one is drawn, from a start that the
  /// seed decides. So each gives its share, rounded up or down, and every file has the same chance, also one that is
  /// alone in its stratum: otherwise the share that is said of all files would not hold.
  private func shares(_ counts: [Stratum: Int]) throws(OpenSSLError) -> [Stratum: Int] {
    let population = counts.values.reduce(0, +)
    guard population > size else { return counts }
    let start = try Digest.of(Array("start\0\(seed)".utf8), .sha256).bytes
    let share = Double(start.prefix(3).reduce(0) { $0 << 8 | Int($1) }) / Double(1 << 24)
    var shares: [Stratum: Int] = [:]
    var (end, drawn) = (0, 0)
    for (stratum, count) in counts.sorted(by: { $0.key.precedes($1.key) }) {
      end += count
      var given = 0
      while drawn < size,
        (Double(drawn) + share) * Double(population) / Double(size) < Double(end)
      {
        (given, drawn) = (given + 1, drawn + 1)
      }
      shares[stratum] = min(given, count)
    }
    return shares
  }
}

extension Sampler.Stratum {
  fileprivate func precedes(_ other: Self) -> Bool {
    folder != other.folder
      ? folder.lexicographicallyPrecedes(other.folder) : kind.lexicographicallyPrecedes(other.kind)
  }
}
