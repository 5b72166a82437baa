import BroadsealAuditing
import BroadsealBytes
import BroadsealJSON
import BroadsealReporting

extension HistoryRun {
  /// The run in a line.
  func line(in wording: Wording) -> String {
    let began = UTCTime(secondsSinceEpoch: Int64(started)).display
    let state =
      switch state {
      case .done: wording.say("\(files) files", "\(files)ファイル")
      case .accepted:
        wording.say("\(files) files, losses accepted", "\(files)ファイル(消失を了承)")
      case .open: wording.say("not ended yet", "実行中")
      case .left: wording.say("broken off", "中断")
      }
    let roots = told?["roots"]?.array?.compactMap(\.string) ?? []
    return "\(String(number).padded(to: 5)) \(began)  \(state.padded(to: 16)) "
      + Untrusted.line(roots.joined(separator: " ")) + "\n"
  }

  /// The same in JSON.
  var json: JSON.Value {
    let state =
      switch state {
      case .done: "done"
      case .accepted: "accepted"
      case .open: "open"
      case .left: "broken-off"
      }
    var members: [(String, JSON.Value)] = [
      ("number", .integer(Int64(number))),
      ("started", .string(UTCTime(secondsSinceEpoch: Int64(started)).rfc3339)),
      ("state", .string(state)), ("files", .integer(Int64(files))),
      ("roots", told?["roots"] ?? .array([])),
    ]
    if let bytes = told?["rootsBytes"] { members.append(("rootsBytes", bytes)) }
    return .object(JSON.Object(members))
  }

  /// What its reports said of it, as the schema `broadseal.run/1` has it.
  private var told: JSON.Value? { try? JSON.Reader.parse(Array(header.utf8)) }
}

/// What the commands of a history write for machines.
enum HistoryJSON {
  /// What `value` holds, a line each: the names that lead to it, and it. Counts of nothing are left out.
  static func lines(of value: JSON.Value, below names: [String] = []) -> String {
    switch value {
    case .object(let object):
      object.members.map { lines(of: $0.value, below: names + [$0.key]) }.joined()
    case .array(let elements):
      elements.enumerated().map { lines(of: $1, below: names + ["\($0 + 1)"]) }.joined()
    case .integer(0): ""
    case .string(let text): line(names, text)
    default: line(names, JSON.Writer.write(value))
    }
  }

  private static func line(_ names: [String], _ text: String) -> String {
    "\(names.joined(separator: " ").padded(to: 32)) \(Untrusted.line(text))\n"
  }
}
