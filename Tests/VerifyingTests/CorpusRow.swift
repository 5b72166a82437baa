import TestSupport

/// One row of the corpus table: a foreign file and what two foreign verifiers say of it.
struct CorpusRow: Sendable, CustomStringConvertible {
  /// Path below the corpus folder.
  let path: String
  /// Short name of the format: `pdf`, `png`, `jpg`, `c2pa`.
  let format: String
  /// Verdict of c2pa-rs with the test roots: `Trusted`, `Valid`, `Invalid`, or `ERROR` for a file
  /// that it refuses to read.
  let state: String
  /// Verdict of encypher-c2pa; `None` when it finds no store.
  let second: String
  /// `agreed`, `disputed`, or `sidecar-without-asset`.
  let agreement: String
  /// Failure codes of c2pa-rs with the test roots; its own code for an expired certificate under the
  /// standard's name.
  let failures: Set<String>

  var description: String { path }

  /// Whether the file is a ZIP archive.
  var isArchive: Bool {
    ["docx", "xlsx", "pptx", "odt", "ods", "odp", "epub", "zip"].contains(format)
  }

  /// Whether c2pa-rs reads the file, so that it has codes for it.
  var hasCodes: Bool { ["Trusted", "Valid", "Invalid"].contains(state) }

  /// Whether it is accepted: by c2pa-rs, or where that reads no such file, by the second verifier.
  var isAccepted: Bool {
    let state = state.hasPrefix("unsupported") ? second : state
    return state == "Trusted" || state == "Valid"
  }

  /// Path below the folder of files with manifests.
  var name: String { String(path.dropFirst("c2pa/".count)) }

  /// Every row of the table; empty when the corpus is not there.
  static let all: [CorpusRow] = {
    guard let bytes = Corpus.bytes(of: "expected.tsv") else {
      return []
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: true)
    let columns = fields(of: lines[0])
    return lines.dropFirst().map { line in
      let values = fields(of: line)
      func value(_ name: String) -> String {
        columns.firstIndex(of: name).flatMap { $0 < values.count ? values[$0] : nil } ?? ""
      }
      return CorpusRow(
        path: value("path"), format: value("format"), state: value("state_testtrust"),
        second: value("encypher_state"), agreement: value("agreement"),
        failures: Set(value("fail_test").split(separator: ",").map(standardCode)))
    }
  }()

  private static func standardCode(_ code: Substring) -> String {
    code == "signingCredential.expired" ? "claimSignature.outsideValidity" : String(code)
  }

  private static func fields(of line: Substring) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }
}
