import BroadsealOpenSSL
import BroadsealSQLite

/// A run as the history remembers it.
package struct HistoryRun: Sendable, Hashable {
  /// How far it came.
  package enum State: String, Sendable, Hashable {
    /// It works, or was broken off: the next run over the same files goes on where it stopped.
    case open
    /// It came to its end.
    case done
    /// It came to its end, and somebody accepted the losses of labels that it told.
    case accepted
    /// It was broken off, and another one began anew.
    case left
  }

  /// Its number, which no other run ever has.
  package let number: Int
  /// What it looked at.
  let scope: Int
  /// How far it came.
  package var state: State
  /// When it began, in seconds; the moment of judgement where no clock was read.
  package let started: Int
  /// The moment that it judged by, in seconds.
  package let judged: Int
  /// When it ended.
  package var ended: Int?
  /// What its verdicts rest on beside the files.
  let basis: [UInt8]
  /// What its reports say of it: `broadseal.run/1`; empty as long as it works.
  package var header: String
  /// What it found: `broadseal.summary/1`; empty as long as it works.
  package var summary: String
  /// Files that it found.
  package var files: Int
  /// The sum of the codes of its files.
  var members: [UInt8]
  /// The code of the run before; none for the first one.
  var previous: [UInt8]
  /// What shows that nobody else wrote it.
  var code: [UInt8] = []

  /// Whether its verdicts rest on just this beside the files.
  package func rests(on basis: [UInt8]) -> Bool { self.basis == basis }

  /// Whether it came to its end.
  package var isDone: Bool { state == .done || state == .accepted }

  /// A run that begins.
  init(
    number: Int, scope: Int, started: Int, judged: Int, basis: [UInt8], header: String,
    previous: [UInt8]
  ) {
    self.number = number
    self.scope = scope
    self.started = started
    self.judged = judged
    self.basis = basis
    self.header = header
    self.previous = previous
    state = .open
    summary = ""
    files = 0
    members = MemberSum().bytes
  }

  /// A row of the table, in the order of its columns.
  init(_ row: Statement) {
    number = row.integer(0)
    scope = row.integer(1)
    state = State(rawValue: row.text(2)) ?? .left
    started = row.integer(3)
    judged = row.integer(4)
    ended = row.isNull(5) ? nil : row.integer(5)
    basis = row.blob(6)
    header = row.text(7)
    summary = row.text(8)
    files = row.integer(9)
    members = row.blob(10)
    previous = row.blob(11)
    code = row.blob(12)
  }

  /// The same run at its end.
  func ending(
    header: String, summary: String, files: Int, members: [UInt8], at time: Int
  ) -> HistoryRun {
    var run = self
    run.state = .done
    run.header = header
    run.summary = summary
    run.files = files
    run.members = members
    run.ended = time
    return run
  }

  /// The bytes that the code is made over.
  var message: [UInt8] {
    let parts: [[UInt8]] = [
      Array("run \(number) \(scope) \(state.rawValue) \(started) \(judged) \(files)".utf8),
      Array("\(ended ?? -1)".utf8), basis, Array(header.utf8), Array(summary.utf8), members,
      previous,
    ]
    return parts.flatMap { Array("\($0.count):".utf8) + $0 }
  }

  /// Whether it is as it was written.
  func isGenuine(by key: MessageKey) -> Bool { (try? key.code(of: message)) == code }
}

/// The codes of the files of a run, added up: in any order, one missing or one too many is noticed.
struct MemberSum: Sendable {
  private var lanes: [UInt64] = [0, 0, 0, 0]

  /// The sum of nothing.
  init() {}

  /// Adds a code.
  mutating func add(_ code: [UInt8]) {
    for lane in 0..<4 {
      var word: UInt64 = 0
      for byte in code.dropFirst(lane * 8).prefix(8) { word = word << 8 | UInt64(byte) }
      lanes[lane] &+= word
    }
  }

  /// The sum.
  var bytes: [UInt8] {
    lanes.flatMap { lane in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: lane >> UInt64($0)) }
    }
  }
}

/// Small numbers, a bit each.
struct NumberSet: Sendable {
  private var words: [UInt64] = []

  /// Adds a number; false when it was in it.
  mutating func insert(_ number: Int) -> Bool {
    guard number >= 0 else { return false }
    let (word, bit) = (number >> 6, UInt64(1) << UInt64(number & 63))
    if word >= words.count {
      words += repeatElement(0, count: max(word + 1 - words.count, words.count))
    }
    defer { words[word] |= bit }
    return words[word] & bit == 0
  }

  /// Every run of numbers in it that follow each other, in order.
  func eachRange<Failure: Error>(
    _ body: (ClosedRange<Int>) throws(Failure) -> Void
  ) throws(Failure) {
    var run: ClosedRange<Int>?
    for (index, word) in words.enumerated() where word != 0 {
      for bit in 0..<64 where word >> UInt64(bit) & 1 == 1 {
        let number = (index << 6) + bit
        if let open = run, open.upperBound + 1 == number {
          run = open.lowerBound...number
        } else {
          if let open = run { try body(open) }
          run = number...number
        }
      }
    }
    if let run { try body(run) }
  }
}
