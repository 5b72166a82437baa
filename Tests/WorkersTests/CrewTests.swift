import Synchronization
import Testing

@testable import BroadsealWorkers

@Suite("A crew delivers in order and stays within its bounds")
struct CrewTests {
  @Test("the products come in the order of the jobs", arguments: [1, 2, 7, 64])
  func order(workers: Int) {
    var next = 0
    var delivered: [Int] = []
    let isComplete = Crew(workers: workers).run(
      draw: { (_: Bool) -> Crew.Draw<Int> in
        guard next < 2_000 else { return .end }
        next += 1
        return .job(next - 1)
      },
      context: { 0 },
      work: { job, done in
        done += 1
        let effort = (0..<(job % 17 * 100)).reduce(job) { ($0 &* 31 &+ $1) & 0xFFFF }
        return (job: job, effort: effort)
      },
      deliver: { delivered.append($0.job) })
    #expect(isComplete)
    #expect(delivered.elementsEqual(0..<2_000))
  }

  @Test("no worker runs far ahead of the slowest")
  func lookAhead() {
    let drawn = Atomic(0)
    var farthest = 0
    var next = 0
    _ = Crew(workers: 4).run(
      draw: { (_: Bool) -> Crew.Draw<Int> in
        guard next < 5_000 else { return .end }
        next += 1
        drawn.store(next, ordering: .relaxed)
        return .job(next - 1)
      },
      context: {},
      work: { (job: Int, _: inout Void) in job },
      deliver: { farthest = max(farthest, drawn.load(ordering: .relaxed) - $0) })
    #expect(farthest <= 4 * Crew.lookAhead)
  }

  @Test("an interrupted run says so and delivers a prefix")
  func interrupted() {
    var delivered: [Int] = []
    var next = 0
    let isComplete = Crew(workers: 3).run(
      draw: { (_: Bool) -> Crew.Draw<Int> in
        next += 1
        return .job(next - 1)
      },
      isInterrupted: { delivered.count >= 10 },
      context: {},
      work: { (job: Int, _: inout Void) in job },
      deliver: { delivered.append($0) })
    #expect(!isComplete)
    #expect(delivered == Array(0..<10))
  }

  @Test("an answer does not wait for the next question")
  func conversation() {
    var asked = 0
    var answered = 0
    _ = Crew(workers: 2).run(
      draw: { (_: Bool) -> Crew.Draw<Int> in
        guard asked < 20 else { return .end }
        guard answered == asked else { return .notYet }
        asked += 1
        return .job(asked)
      },
      context: {},
      work: { (job: Int, _: inout Void) in job },
      deliver: { answered = $0 })
    #expect(answered == 20)
  }

  @Test("what the taker throws ends the run")
  func failure() {
    struct Full: Error {}
    #expect(throws: Full.self) {
      _ = try Crew(workers: 2).run(
        draw: { (_: Bool) -> Crew.Draw<Int> in .job(1) },
        context: {},
        work: { (job: Int, _: inout Void) in job },
        deliver: { (_: Int) throws(Full) in throw Full() })
    }
  }
}
