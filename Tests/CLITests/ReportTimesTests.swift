import BroadsealBytes
import Testing

@testable import BroadsealCLI

@Suite("The time of signed reports is the first that a stamp proves, whatever stamp came later")
struct ReportTimesTests {
  private static func times(_ list: [Int64], _ labels: [Int64]) -> ReportTimes {
    ReportTimes(
      list: list.map { UTCTime(secondsSinceEpoch: $0) },
      labels: labels.map { UTCTime(secondsSinceEpoch: $0) })
  }

  @Test(
    "stamps of the list and of the labels",
    arguments: [
      ([10_000], [9_990, 9_995], 9_990, nil), ([90_000], [9_990, 9_995], 9_990, 90_000),
      ([90_000, 10_000], [9_990], 9_990, nil), ([90_000], [], 90_000, nil),
      ([], [9_990], 9_990, nil), ([], [], nil, nil),
    ] as [([Int64], [Int64], Int64?, Int64?)])
  func stamps(list: [Int64], labels: [Int64], signed: Int64?, later: Int64?) {
    let times = ReportTimesTests.times(list, labels)
    #expect(times.signed?.secondsSinceEpoch == signed)
    #expect(times.later?.secondsSinceEpoch == later)
  }
}
