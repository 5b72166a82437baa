import BroadsealBytes
import BroadsealJSON
import BroadsealReporting
import BroadsealVerifying

/// Verdicts on the files that were named, in the format that was asked for.
struct VerdictReport: Sendable {
  /// The format.
  let format: VerdictFormat
  /// Whether one file was named: then JSON is one object, not an array.
  let isSingle: Bool
  /// Whether text is held back.
  let isQuiet: Bool
  /// How text is written.
  let text: VerdictText

  /// What comes before the first entry.
  var header: [UInt8] { format == .json && !isSingle ? Array("[\n".utf8) : [] }

  /// What comes between two entries.
  var separator: [UInt8] {
    switch format {
    case .json: Array(",\n".utf8)
    case .ndjson: []
    case .text: isQuiet ? [] : [0x0A]
    }
  }

  /// What comes after the last entry.
  var footer: [UInt8] {
    switch format {
    case .json: Array((isSingle ? "\n" : "\n]\n").utf8)
    case .ndjson: []
    case .text: isQuiet ? [] : Array(((isSingle ? "" : "\n") + text.footer).utf8)
    }
  }

  /// One verdict.
  func entry(_ verdict: Verdict, at path: FilePath) -> [UInt8] {
    switch format {
    case .json: JSON.Writer.bytes(of: verdict.json(at: path), pretty: true)
    case .ndjson: JSON.Writer.bytes(of: verdict.json(at: path)) + [UInt8(ascii: "\n")]
    case .text: isQuiet ? [] : Array(text.block(verdict, at: path).utf8)
    }
  }
}
