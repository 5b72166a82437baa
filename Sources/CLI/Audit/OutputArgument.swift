import ArgumentParser
import BroadsealBytes

/// What `-o` of an audit names: a report and where it goes, `FORMAT=PATH`, or a path alone, whose form `-f` says.
enum ReportArgument: ExpressibleByArgument, Sendable, Hashable {
  case report(OutputArgument)
  case place(PathArgument)

  init?(argument: String) {
    if let report = OutputArgument(argument: argument) {
      self = .report(report)
    } else if let path = PathArgument(argument: argument) {
      self = .place(path)
    } else {
      return nil
    }
  }

  static var defaultCompletionKind: CompletionKind { .file() }
}

/// A report and where it goes: `FORMAT=PATH`, `-` for standard output.
struct OutputArgument: Sendable, Hashable {
  /// A form of report.
  enum Format: String, ResultFormat {
    case text, json, ndjson, csv, sarif, junit, html, crjson

    /// The form that files of that name mostly have; nil for one that says none.
    init?(ofFileAt path: FilePath) {
      let name = path.display.lowercased()
      let ends: [(String, Format)] = [
        (".txt", .text), (".htm", .html), (".xml", .junit), (".jsonl", .ndjson),
      ]
      let found =
        Format.allCases.first { name.hasSuffix("." + $0.rawValue) }
        ?? ends.first { name.hasSuffix($0.0) }?.1
      guard let found, found != .crjson else { return nil }
      self = found
    }

    /// What stands before the sign of equality where a form is named, and is none; nil elsewhere.
    static func misnamed(in path: FilePath) -> String? {
      let parts = path.display.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].count <= 8, parts[0].utf8.allSatisfy(\.isASCIILetter)
      else { return nil }
      return String(parts[0])
    }
  }

  /// Every form, as the help names them.
  static let formats =
    Format.allCases.dropLast().map(\.rawValue).joined(separator: ", ")
    + " or \(Format.allCases.last?.rawValue ?? "")"

  /// The form of the report.
  let format: Format
  /// Where it goes; nil for standard output.
  let path: FilePath?

  /// A report of this form at `path`; nil where it has no place there.
  init?(_ format: Format, at path: PathArgument?) {
    let isStandard = path?.isStandardStream ?? true
    // A folder has no place on standard output.
    guard !isStandard || format != .crjson else { return nil }
    self.format = format
    self.path = isStandard ? nil : path?.path
  }

  /// `FORMAT=PATH`; nil for anything else.
  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let format = Format(rawValue: String(parts[0])),
      let path = PathArgument(argument: String(parts[1]))
    else { return nil }
    self.init(format, at: path)
  }
}

extension UInt8 {
  /// Whether it is a letter of ASCII.
  fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}
