import Broadseal
import BroadsealBytes
import BroadsealReporting
import BroadsealTrust

/// The differences between two editions of a list, for people.
struct ListDiffText {
  let wording: Wording
  let terminal: Terminal
  /// The moment by which a withdrawal is said to begin later.
  var time = SystemClock.now

  /// Heading, every difference, and what is lost.
  func text(of diff: ListDiff) -> String {
    var text = heading(of: diff) + "\n"
    text += changes(diff.changes, named: diff.name)
    if diff.changes.isEmpty {
      text +=
        wording.say(
          "  Nothing else is different: it says what number \(diff.old.number) says.",
          "  そのほかに違いはなく、内容は第\(diff.old.number)号と同じです。") + "\n"
    }
    return text + remark(on: diff.losses)
  }

  /// The differences alone.
  ///
  /// - Parameter name: what accepts a loss.
  func changes(
    _ changes: [ListChange], named name: (ListChange) -> String? = \.qualifiedID
  ) -> String {
    changes.map { change in
      var text = terminal.folded("\(mark(change)) \(wording.sentence(for: change))", hanging: 2)
      let id = change.isLoss ? name(change) : change.id
      for detail in wording.details(of: change, id: id, at: time) {
        text += "\n" + terminal.folded("    " + detail, hanging: 15)
      }
      return text + "\n"
    }.joined()
  }

  /// The services that went from one state of a draft to the next.
  func removals(_ old: TrustListContent, _ new: TrustListContent) -> String {
    let left = Set(new.services.map(\.service))
    return old.services.map(\.service).filter { !left.contains($0) }.map { service in
      let name = Untrusted.quoted(service.names.preferred, in: wording.language)
      let agency = service.agency.map { " (\(Untrusted.clean($0.id)))" } ?? ""
      return terminal.folded(
        wording.say(
          "− Taken off the draft: \(name)\(agency)", "− 下書きから削除しました: \(name)\(agency)"),
        hanging: 2) + "\n"
    }.joined()
  }

  /// How losses are accepted, where there are any.
  func remark(on losses: [ListChange]) -> String {
    guard !losses.isEmpty else { return "" }
    let count = losses.count
    return terminal.folded(
      wording.say(
        (count == 1 ? "1 difference loses" : "\(count) differences lose")
          + " something (✗). A list with it is signed and taken only when each is named: "
          + "--accept-loss ID.",
        "\(count)件の違いで失われるものがあります(✗)。--accept-loss ID で一つずつ指定しない限り、"
          + "このリストは署名も取り込みもされません。"), hanging: 0) + "\n"
  }

  private func heading(of diff: ListDiff) -> String {
    let name = Untrusted.clean(diff.new.scheme ?? diff.new.name)
    var lines = [
      wording.say(
        "\(name): number \(diff.old.number) → \(diff.new.number)",
        "\(name): 第\(diff.old.number)号 → 第\(diff.new.number)号")
    ]
    if diff.new.number <= diff.old.number {
      lines[0] += wording.say(", which is not above it", "(前の号より後の号ではありません)")
    }
    lines.append(
      wording.say(
        "  issued       \(diff.new.issued.display)", "  発行         \(diff.new.issued.display)"))
    lines.append(
      wording.say(
        "  next update  \(diff.new.nextUpdate.display)",
        "  次回更新     \(diff.new.nextUpdate.display)"))
    return lines.joined(separator: "\n")
  }

  private func mark(_ change: ListChange) -> String {
    switch change.kind {
    case _ where change.isLoss: terminal.styled("✗", .red)
    case .agencyNew, .serviceNew, .certificateNew, .recognitionNew, .granted, .withdrawalNew: "+"
    case .recognitionGone, .ended: "−"
    default: "~"
    }
  }
}
