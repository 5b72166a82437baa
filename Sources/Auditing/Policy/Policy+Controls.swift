extension Policy {
  /// Every control that a rule serves, each once, in the order of the rules.
  package var controls: [String] {
    var seen: Set<String> = []
    return rules.flatMap(\.controls).filter { seen.insert($0).inserted }
  }

  /// The policy with the rules alone that serve one of `controls`; nil where none does. Of what is built in, the
  /// errors stay: a file that is altered, or that nobody looked into, is evidence for no control.
  ///
  /// A control is named whole, or by its beginning up to a space: `NIST AI RMF` are all of that framework.
  package func serving(_ controls: [String]) -> Policy? {
    let served = rules.filter { rule in
      rule.controls.contains { control in
        controls.contains { control == $0 || control.hasPrefix($0 + " ") }
      }
    }
    guard !served.isEmpty else { return nil }
    let errors = builtIn.filter { $0.value == .error }
    let ids = Set(served.map(\.id) + errors.keys.map(\.rule))
    return Policy(
      name: name, rules: served, waivers: waivers.filter { ids.contains($0.rule) },
      builtIn: errors, source: source, served: controls)
  }
}
