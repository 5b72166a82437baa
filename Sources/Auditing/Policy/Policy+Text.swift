package import BroadsealFolders
package import BroadsealReporting
import BroadsealVerifying

extension Policy {
  /// What is built in, as a policy has it, with remarks in `language`.
  package static func builtInText(in language: Language) -> String {
    let wording = Wording(language)
    let kinds = AuditFinding.Kind.allCases.filter { usual[$0] != nil }
    let rows = kinds.map { kind in
      let row = "\(kind.rawValue) = \"\(usual[kind]?.rawValue ?? "off")\""
      let blanks = String(repeating: " ", count: max(1, 26 - row.utf8.count))
      return "\(row)\(blanks)# \(wording.sentence(for: kind))"
    }
    let head = wording.say(
      "What an audit asks without --policy. With a policy these apply too, unless its [builtin] says otherwise.",
      "--policy を指定しない監査の規則。ポリシーを指定した場合も、その [builtin] で変更しない限り適用される。")
    let name = wording.say("Built in", "組み込みの規則")
    let choices = wording.say("error, warning, note, or off", "error、warning、note、off のいずれか")
    return """
      # \(head)
      policy_version = 1
      name = "\(name)"
      default = "allow"

      [builtin]                 # \(choices)
      \(rows.joined(separator: "\n"))

      """
  }

  /// The rules that are about something that a walk met, by their place in `rules`.
  package func rules(about entry: WalkEntry) -> [Int] {
    let place = PolicyPlace(entry.path, rootLength: entry.rootLength)
    return rules.indices.filter { rules[$0].isAbout(place) }
  }
}
