import ArgumentParser
import BroadsealBytes

/// A report and where it goes: `FORMAT=PATH`, `-` for standard output.
struct OutputArgument: ExpressibleByArgument, Sendable, Hashable {
  /// A form of report.
  enum Format: String, CaseIterable, Sendable {
    case text, json, ndjson, csv, sarif, junit, html, crjson
  }

  /// Every form, as the help names them.
  static let formats =
    Format.allCases.dropLast().map(\.rawValue).joined(separator: ", ")
    + " or \(Format.allCases.last?.rawValue ?? "")"

  /// The form of the report.
  let format: Format
  /// Where it goes; nil for standard output.
  let path: FilePath?

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let format = Format(rawValue: String(parts[0])), !parts[1].isEmpty
    else {
      return nil
    }
    self.format = format
    guard parts[1] != "-" else {
      // A folder has no place on standard output.
      guard format != .crjson else { return nil }
      path = nil
      return
    }
    guard let path = PathArgument(argument: String(parts[1]))?.path else { return nil }
    self.path = path
  }
}
