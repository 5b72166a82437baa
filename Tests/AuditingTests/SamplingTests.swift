import BroadsealBytes
import BroadsealFolders
import TestSupport
import Testing

@testable import BroadsealAuditing

@Suite("A sample is drawn from every part, the same for the same seed, and says what it is worth")
struct SamplingTests {
  private let scratch = Scratch()

  private func draw(_ size: Int, seed: Int) throws -> (entries: [WalkEntry], frame: SampleFrame) {
    try Sampler(size: size, seed: seed, isSeedNamed: true).draw {
      OrderedWalk([FilePath(scratch.path)])
    }
  }

  @Test("each folder and kind gives its share, and no file has less of a chance than another")
  func strata() throws {
    for number in 0..<90 { scratch.write([], to: "a/\(number).PDF") }
    for number in 0..<9 { scratch.write([], to: "a/x/\(number).txt") }
    scratch.write([], to: "b/only.pdf")
    let (entries, frame) = try draw(20, seed: 7)
    #expect(frame == SampleFrame(population: 100, drawn: 20, seed: 7, isSeedNamed: true, strata: 3))
    let names = entries.map(\.path.display)
    #expect(names.count { $0.hasSuffix(".PDF") } == 18)
    #expect((1...2).contains(names.count { $0.hasSuffix(".txt") }))
    let alone = try (1...40).count { seed in
      try draw(20, seed: seed).entries.contains { $0.path.display.hasSuffix("only.pdf") }
    }
    #expect((1...20).contains(alone), "one in five, by the seed")
    #expect(entries.map(\.path) == entries.map(\.path).sorted())
    #expect(try draw(20, seed: 7).entries == entries)
    #expect(try draw(20, seed: 8).entries != entries)
    #expect(try draw(500, seed: 7).entries.count == 100)
  }

  @Test("as many files are drawn as were asked for, however many kinds there are")
  func kinds() throws {
    for number in 0..<60 { scratch.write([], to: "\(number % 29)/\(number).e\(number % 7)") }
    for size in [1, 10, 40, 59] { #expect(try draw(size, seed: size).entries.count == size) }
  }

  @Test("the upper limit is that of Clopper and Pearson")
  func limit() {
    func atMost(_ count: Int, _ drawn: Int, _ population: Int = 1_000_000) -> Double {
      SampleFrame(
        population: population, drawn: drawn, seed: 1, isSeedNamed: false, strata: 1
      ).atMost(count)
    }
    // One sided, 95 %: 1 - 0.05^(1/400), and the tables of the binomial distribution.
    #expect(abs(atMost(0, 400) - 0.007461) < 0.00001)
    #expect(abs(atMost(1, 10) - 0.394163) < 0.00001)
    #expect(abs(atMost(5, 100) - 0.102253) < 0.00001)
    #expect(atMost(10, 10) == 1)
    #expect(atMost(2, 10, 10) == 0.2)
  }
}
