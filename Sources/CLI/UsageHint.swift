import BroadsealBytes
import BroadsealFiles

/// What to do about a value or an option that the parser of the command line refused.
enum UsageHint {
  /// What a right value looks like, by the option as the parser's message names it.
  private static let values: [(option: String, hint: String)] = [
    ("'--at <time>'", "a date or a moment in UTC: 2026-11-20 or 2026-11-20T09:15:00Z"),
    ("'-o <format=path>'", "\(OutputArgument.formats), then = and a path: csv=report.csv"),
    ("'--output <format=path>'", "\(OutputArgument.formats), then = and a path: csv=report.csv"),
    ("'--eku <oid>'", "an object identifier: 1.3.6.1.5.5.7.3.36"),
    ("'-j <jobs>'", "a number from 1 to \(CommonOptions.maximumJobs)"),
    ("'--jobs <jobs>'", "a number from 1 to \(CommonOptions.maximumJobs)"),
  ]

  /// The parser's message without its advice, and the advice; nil where there is none.
  static func split(_ message: String) -> (message: String, hint: String?) {
    if let (said, advice) = message.parted(by: ". Please provide ") {
      return (said, advice)
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
