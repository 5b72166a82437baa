import BroadsealBytes
import BroadsealNotes
import BroadsealOpenSSL
import BroadsealSQLite
import BroadsealVerifying

/// What the history holds of one file: how it was found, and the verdict on it.
package struct KeptFile: Sendable {
  /// Number of its row.
  let row: Int
  /// First and last run that found it so.
  let runs: ClosedRange<Int>
  /// How it was known; nil where it changed while it was read.
  let state: FileState?
  /// What the verdict rests on beside the file.
  let basis: [UInt8]
  /// The moment that it was judged by.
  let judged: Int
  /// The verdict, and the label that the file had, as `KeptVerdict` writes them.
  let packed: [UInt8]
  /// What shows that nobody else wrote the row.
  let code: [UInt8]

  /// A row of the table: number, first, last, state, basis, judged, code, verdict.
  init(_ row: Statement) {
    self.row = row.integer(0)
    let first = row.integer(1)
    runs = first...max(first, row.integer(2))
    state = FileState(packed: row.blob(3))
    basis = row.blob(4)
    judged = row.integer(5)
    code = row.blob(6)
    packed = row.blob(7)
  }

  /// What the row says.
  var kept: KeptVerdict { KeptVerdict(packed) }

  /// The verdict; nil for one of another version.
  func verdict(at path: String, codes: [String: Code]) -> Verdict? {
    Verdict(packed: Array(kept.packed), at: path, codes: codes)
  }

  /// The bytes that the row's code is made over.
  static func message(
    scope: Int, path: FilePath, first: Int, state: FileState?, basis: [UInt8], judged: Int,
    packed: [UInt8]
  ) -> [UInt8] {
    var message: [UInt8] = []
    message.reserveCapacity(256 + basis.count + path.bytes.count + packed.count)
    let numbers = [scope, first, judged, path.bytes.count] + (state?.numbers ?? [])
    for number in [numbers.count] + numbers {
      for shift in stride(from: 0, to: 64, by: 8) {
        message.append(UInt8(truncatingIfNeeded: number >> shift))
      }
    }
    message += basis
    message += path.bytes
    message += packed
    return message
  }

  /// Whether the row is as it was written.
  func isGenuine(scope: Int, path: FilePath, by key: MessageKey) -> Bool {
    let message = KeptFile.message(
      scope: scope, path: path, first: runs.lowerBound, state: state, basis: basis, judged: judged,
      packed: packed)
    return (try? key.code(of: message)) == code
  }
}

/// How far kept verdicts are relied on.
package enum Recall: Sendable, Hashable {
  /// Every file is hashed again.
  case careful
  /// Every file is known by its state.
  case trustingTimes
  /// Nothing is relied on: others are asked, and may answer differently.
  case never
}

extension Verdict {
  /// Whether nothing but the file and what is believed made this verdict, so that the same would be found
  /// at `now`.
  ///
  /// What was signed is judged by its time stamp; without a trusted one it is judged by the clock, and so
  /// is what was not judged to the end. What lists and given answers say at `now` is not asked here: the row bears
  /// it in its basis.
  func holds(at now: UTCTime, judged: UTCTime) -> Bool {
    guard unjudged == nil, pdfSignatures.isEmpty else { return false }
    if isUnsigned { return true }
    // Before `judged` a stamp may be of the future.
    guard time?.trusted != nil, !restsOnClock, judged <= now else { return false }
    guard let basis = origin?.basis else { return true }
    var ends = [basis.list.from, basis.list.to, basis.signer.from, basis.signer.to]
    if let authority = basis.authority { ends += [authority.from, authority.to] }
    ends += basis.answers.flatMap { [$0.thisUpdate, $0.nextUpdate].compactMap(\.self) }
    // No end of a period lies between the two moments.
    return ends.allSatisfy { ($0 <= judged) == ($0 <= now) }
  }

  /// Whether nothing in it is signed, as far as anybody looked.
  var isUnsigned: Bool { c2pa.state == nil && origin == nil && pdfSignatures.isEmpty }
}
