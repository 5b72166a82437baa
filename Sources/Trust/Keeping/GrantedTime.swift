import BroadsealBytes

/// The times in which a list believed in a service.
struct GrantedTime {
  /// Where what holds may change, in order, and whether the service is granted from there on.
  private let steps: [(start: Int64, isGranted: Bool)]

  init(_ service: TrustedService) {
    guard !service.isNeverGranted else {
      steps = [(.min, false)]
      return
    }
    // Of two that start together, any that is not granted wins.
    var starts: [Int64: Bool] = [:]
    for period in service.periods {
      let start = period.start?.secondsSinceEpoch ?? .min
      starts[start] = (starts[start] ?? true) && period.status == .granted
    }
    steps = starts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Whether `service` has lost a time in which it was granted: one before its own end, one for which the list
  /// of before had vouched already, or all of it.
  ///
  /// That it ends loses nothing: what was signed until then stays official. An end that is dated back before that
  /// list was issued does.
  ///
  /// - Parameter issued: when the list of before was issued.
  func isLost(by service: TrustedService, since issued: UTCTime) -> Bool {
    let after = GrantedTime(service)
    let end =
      service.current.status == .granted
      ? Int64.max
      : max(service.current.start?.secondsSinceEpoch ?? .min, issued.secondsSinceEpoch)
    var hadSome = false
    var keepsSome = false
    let moments = Set(steps.map(\.start) + after.steps.map(\.start)).sorted()
    var (mine, its) = (0, 0)
    for moment in moments {
      while mine + 1 < steps.count, steps[mine + 1].start <= moment { mine += 1 }
      while its + 1 < after.steps.count, after.steps[its + 1].start <= moment { its += 1 }
      guard steps[mine].start <= moment, steps[mine].isGranted else { continue }
      hadSome = true
      if after.steps[its].start <= moment, after.steps[its].isGranted {
        keepsSome = true
      } else if moment < end {
        return true
      }
    }
    return hadSome && !keepsSome
  }
}

extension TrustedService {
  /// The status now and those before.
  var periods: [StatusPeriod] { [current] + history }
}
