import BroadsealAuditing
import BroadsealBytes
import BroadsealJSON
import BroadsealReporting

extension HistoryRun {
  /// The names of the columns of `line`.
  static func heading(in wording: Wording) -> String {
    row(
      [
        wording.say("run", "回"), wording.say("began", "開始"), wording.filesName,
        wording.say("errors", "エラー"), wording.say("warnings", "警告"), wording.say("ended", "状態"),
      ], wording.say("looked at", "対象"))
  }

  /// The run in a line.
  ///
  /// - Parameter mayWork: whether a run that is open may be at work: nobody could keep it from writing meanwhile.
  func line(in wording: Wording, mayWork: Bool) -> String {
    let state =
      switch state {
      case .done: wording.say("yes", "完了")
      case .accepted: wording.say("losses accepted", "完了(消失を了承)")
      case .open where mayWork: wording.say("not yet", "未完了")
      case .open: wording.say("broken off", "中断")
      case .left: wording.say("broken off", "中断")
      }
    let counts = isDone ? [files, found("error"), found("warning")] : [nil, nil, nil]
    let roots = told?["roots"]?.array?.compactMap(\.string) ?? []
    return HistoryRun.row(
      [String(number), UTCTime(secondsSinceEpoch: Int64(started)).display]
        + counts.map { $0.map(String.init) ?? "-" } + [state],
      Untrusted.line(roots.joined(separator: " ")))
  }

  private static func row(_ cells: [String], _ last: String) -> String {
    let widths = [5, 21, 10, 8, 9, 17]
    return zip(cells, widths).map { $0.padded(to: $1) }.joined(separator: " ") + " \(last)\n"
  }

  /// Findings of a severity that no waiver covers.
  private func found(_ severity: String) -> Int? {
    let value = try? JSON.Reader.parse(Array(summary.utf8))
    return value?["findings"]?[severity]?.integer.map(Int.init)
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
    if isDone {
      for severity in ["error", "warning"] {
        guard let count = found(severity) else { continue }
        members.append((severity + "s", .integer(Int64(count))))
      }
    }
    if let bytes = told?["rootsBytes"] { members.append(("rootsBytes", bytes)) }
    return .object(JSON.Object(members))
  }

  /// What its reports said of it, as the schema `broadseal.run/1` has it.
  private var told: JSON.Value? { try? JSON.Reader.parse(Array(header.utf8)) }
}
