extension Policy {
  /// Every control that a rule serves, each once, in the order of the rules.
  package var controls: [String] {
    var seen: Set<String> = []
    return rules.flatMap(\.controls).filter { seen.insert($0).inserted }
  }

  /// The policy with the rules alone that serve one of `controls`, and nothing that is built in; nil
  /// where none does.
  ///
  /// A control is named whole, or by its beginning up to a space: `NIST AI RMF` are all of that framework.
  package func serving(_ controls: [String]) -> Policy? {
    let served = rules.filter { rule in
      rule.controls.contains { control in
        controls.contains { control == $0 || control.hasPrefix($0 + " ") }
      }
    }
    guard !served.isEmpty else { return nil }
    let ids = Set(served.map(\.id))
    return Policy(
      name: name, rules: served, waivers: waivers.filter { ids.contains($0.rule) }, builtIn: [:],
      source: source)
  }
}
