import TestSupport
import Testing

/// One file of the corpus of sealed PDFs, with what two foreign verifiers say of it.
struct SealRow: Sendable, CustomTestStringConvertible {
  /// Where it is, from the corpus's folder.
  let path: String
  /// What pyHanko and Poppler computed, signature by signature, in their words.
  let first: [String], second: [String]
  /// Whether they agree on everything.
  let isAgreed: Bool
  /// What each signature covers, in pyHanko's words; empty where it compared nothing.
  let coverage: [String]
  /// What came after each signature, by the name of its field, in pyHanko's words.
  let changes: [(field: String, level: String)]
  /// What each signature says that it covers, by the name of its field.
  let ranges: [(field: String, numbers: [Int])]
  /// The root that each signature's chain ends at for pyHanko, by the name of its field; empty where it is
  /// not known.
  let roots: [(field: String, root: String)]
  /// Whether somebody made it to deceive.
  let isAttack: Bool

  var testDescription: String { name }

  /// Its name without folder.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// All rows; empty where the corpus is absent.
  static let all: [SealRow] = {
    let coverage = Dictionary(
      grouping: table("seals/signatures.tsv"), by: { $0["path"] ?? "" })
    return table("seals/expected.tsv").map { row in
      let path = row["path"] ?? ""
      return SealRow(
        path: "seals/" + path, first: values(row["integrity(pyhanko)"]),
        second: values(row["integrity(pdfsig)"]), isAgreed: row["agreement"] == "agreed",
        coverage: (coverage[path] ?? []).map { $0["coverage"] ?? "" },
        changes: (coverage[path] ?? []).map { ($0["field"] ?? "", $0["modification"] ?? "") },
        ranges: (coverage[path] ?? []).map { row in
          (
            row["field"] ?? "",
            (row["byterange"] ?? "").split { !$0.isNumber }.compactMap { Int($0) }
          )
        },
        roots: (coverage[path] ?? []).map { ($0["field"] ?? "", $0["root_sha256"] ?? "") },
        isAttack: row["note"]?.hasPrefix("attack") ?? false)
    }
  }()

  private static func values(_ text: String?) -> [String] {
    (text ?? "").split(separator: "|").map(String.init)
  }

  private static func table(_ path: String) -> [[String: String]] {
    guard let bytes = Corpus.bytes(of: path) else { return [] }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let head = lines.first else { return [] }
    return lines.dropFirst().map { line in
      Dictionary(zip(head, line), uniquingKeysWith: { first, _ in first })
    }
  }
}
