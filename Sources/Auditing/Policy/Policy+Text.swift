package import BroadsealFolders
import BroadsealReporting
import BroadsealVerifying

extension Policy {
  /// What is built in, as a policy has it.
  package static var builtInText: String {
    let wording = Wording(.english)
    let kinds = AuditFinding.Kind.allCases.filter { usual[$0] != nil }
    let rows = kinds.map { kind in
      let row = "\(kind.rawValue) = \"\(usual[kind]?.rawValue ?? "off")\""
      let blanks = String(repeating: " ", count: max(1, 26 - row.utf8.count))
      return "\(row)\(blanks)# \(wording.sentence(for: kind))"
    }
    return """
      # What an audit asks without --policy. With a policy these apply too, unless its [builtin] says otherwise.
      policy_version = 1
      name = "Built in"
      default = "allow"

      [builtin]                 # error, warning, note, or off
      \(rows.joined(separator: "\n"))

      """
  }

  /// The rules that are about something that a walk met, by their place in `rules`.
  package func rules(about entry: WalkEntry) -> [Int] {
    let place = PolicyPlace(entry.path, rootLength: entry.rootLength)
    return rules.indices.filter { rules[$0].isAbout(place) }
  }
}
