import BroadsealBytes
import BroadsealFiles

/// What to do about a value or an option that the parser of the command line refused.
enum UsageHint {
  /// What a right value looks like, by the option as the parser's message names it.
  private static let values: [(option: String, hint: String)] = [
    ("'--reviewed-at <time>'", "a date or a moment in UTC: 2026-11-20 or 2026-11-20T09:15:00Z"),
    (
      "--reviewed-at is a moment that has not come yet",
      "a date is a day in UTC; where it has only begun here, say when, with the zone: 2026-11-20T08:15:00+09:00"
    ),
    ("'--since <time>'", "a date or a moment in UTC: 2026-11-20 or 2026-11-20T09:15:00Z"),
    ("'--from <time>'", "a date or a moment in UTC: 2026-11-20 or 2026-11-20T09:15:00Z"),
    ("'--granted-since <time>'", "a date or a moment in UTC: 2026-11-20 or 2026-11-20T09:15:00Z"),
    ("'--at <time>'", "a date or a moment in UTC: 2026-11-20 or 2026-11-20T09:15:00Z"),
    ("'--eku <oid>'", "an object identifier: 1.3.6.1.5.5.7.3.36"),
    ("'-j <jobs>'", "a number from 1 to \(CommonOptions.maximumJobs)"),
    ("'--jobs <jobs>'", "a number from 1 to \(CommonOptions.maximumJobs)"),
  ]

  /// How messages begin that say what `sign` still needs: one thing at a time, so that the hint shows all.
  private static let unfinished = [
    "Missing expected argument '--profile", "--official needs --ai", "say what the label states",
    "say where the result goes",
  ]

  /// `argument` up to its value, where it is one hyphen and a word, as the name of a long option is behind two; nil for
  /// any other.
  static func longName(_ argument: String) -> Substring? {
    let name = argument.prefix { $0 != "=" }
    let word = name.dropFirst()
    guard name.first == "-", word.count > 1, word.first != "-",
      word.allSatisfy({ $0.isASCII && $0.isLowercase || $0 == "-" })
    else { return nil }
    return name
  }

  /// The parser's advice, where it names a few values, as it names many: each as it is typed, with commas between. Values
  /// that hold commas themselves keep their quotation marks.
  private static func listing(_ advice: String) -> String {
    let start = "one of '"
    guard advice.hasPrefix(start), advice.hasSuffix("'") else { return advice }
    let parts = advice.dropFirst(start.count - 1).split(
      separator: "'", omittingEmptySubsequences: false)
    let values = stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
    let shown =
      values.contains { $0.contains(",") } ? values.map { "'\($0)'" } : values.map(String.init)
    return "one of the following: " + shown.joined(separator: ", ")
  }

  /// The parser's message without its advice, and the advice; nil where there is none.
  ///
  /// - Parameter command: the whole name of the command.
  static func split(_ message: String, of command: String) -> (message: String, hint: String?) {
    let stray = "Unexpected argument '"
    if ["broadseal trust show", "broadseal trust export"].contains(command),
      message.hasPrefix(stray), message.hasSuffix("'")
    {
      let name = message.dropFirst(stray.count).dropLast()
      return (message, "--government \(name) names a list; trust check shows what one says")
    }
    if command == "broadseal sign", unfinished.contains(where: message.hasPrefix) {
      return (
        message,
        "all of it: broadseal sign FILE --official --ai none --profile ISSUER.toml -o SIGNED-FILE"
      )
    }
    if let (said, advice) = message.parted(by: ". Please provide ") {
      return (said, listing(advice))
    }
    if let known = values.first(where: { message.hasSuffix($0.option) }) {
      return (message, known.hint)
    }
    let start = "Unknown option '"
    if message.hasPrefix(start), message.hasSuffix("'") {
      let name = String(message.dropFirst(start.count).dropLast())
      if FileNode(FilePath(bytes: ArgumentText.decode(name)) ?? FilePath("")) != nil {
        return (message, "a file whose name begins with a dash is written ./\(name)")
      }
    }
    return (message, nil)
  }
}

extension String {
  /// What stands before and after `separator`; nil when it does not occur.
  fileprivate func parted(by separator: String) -> (String, String)? {
    let parts = split(separator: separator, maxSplits: 1)
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
  }
}
