/// What the contract of the command line names and this version does not have: asked for, it is
/// refused in these words rather than as a misspelling.
enum LaterFeature {
  private static let options: Set<String> = [
    "--crjson"
  ]

  private static let commands: [[String]] = [
    ["serve"]
  ]

  /// The failure of a command line that asks for such a thing; nil for any other.
  static func failure(in arguments: [String]) -> Failure? {
    for command in commands where arguments.starts(with: command) {
      return .usage("the command \(command.joined(separator: " ")) is not in this version")
    }
    for argument in arguments.prefix(while: { $0 != "--" }) {
      let name = argument.split(separator: "=", maxSplits: 1).first.map(String.init) ?? argument
      if options.contains(name) { return .usage("\(name) is not in this version") }
    }
    return nil
  }
}
