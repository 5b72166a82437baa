import TestSupport

/// The page on where the peers say something else, from the verdicts and the table of rules.
enum PeerPage {
  static let path = Corpus.packageFolder + "/Documentation/Peers.md"

  static func text() throws -> String {
    let all = try CorpusComparison.rows.map { row in try CorpusComparison.all.get()[row.path] }
      .compactMap(\.self)
    let compared = all.filter { $0.difference != nil }
    let equal = compared.count { $0.difference.map { $0.more.isEmpty && $0.less.isEmpty } ?? false }
    let accepted = all.count { $0.accepts == $0.row.isAccepted }
    return """
      # Foreign files, and where the peers say something else

      c2pa-rs 0.91.3 (by c2pa-python 0.38.1) and encypher-c2pa 1.7.1 agree on \(all.count) foreign files in formats that are read
      here. **This page is written by the tests** (`make docs`, where the corpus is there): with the test roots, and the
      authorities that stamped the old files, as of 2026-11-23.

      | | rows | equal |
      |---|---|---|
      | accepted or rejected | \(all.count) | \(accepted) |
      | set of failure codes of the active manifest, where c2pa-rs reads the file | \(compared.count) | \(equal) (\(equal * 100 / max(1, compared.count)) %) |

      One file more is not counted, which both accept and we do not: `TrustNXT/c2pa-ts trustnxt-icon-signed-v2-bmff.heic`. Its
      signer's certificate has expired, and the authority of its stamp is on no list of the corpus: nothing tells then when it was
      signed (C2PA 2.5 §14.7). The peers believe any authority where they are given none.

      `signingCredential.expired`, which only c2pa-rs knows, counts as the standard's `claimSignature.outsideValidity`. What
      decides the rest:

      | file | ours | theirs | rule |
      |---|---|---|---|
      \(compared.compactMap(row).joined(separator: "\n"))

      The state differs, and both accept the file:

      | file | ours | theirs | rule |
      |---|---|---|---|
      \(all.compactMap(stateRow).joined(separator: "\n"))

      """
  }

  private static func row(_ comparison: CorpusComparison) -> String? {
    guard let miss = CorpusMisses.codes[comparison.row.name],
      let difference = comparison.difference
    else { return nil }
    return "| \(name(comparison)) | \(list(difference.more)) | \(list(difference.less)) | "
      + "\(miss.rule) |"
  }

  private static func stateRow(_ comparison: CorpusComparison) -> String? {
    CorpusMisses.states[comparison.row.name].map {
      "| \(name(comparison)) | \(comparison.state) | \(comparison.row.state) | \($0.reason) |"
    }
  }

  private static func name(_ comparison: CorpusComparison) -> String {
    let file = comparison.row.name.split(separator: "/").last.map(String.init) ?? ""
    return "`"
      + file.split(separator: "_", maxSplits: 1).joined(separator: " ")
      .replacing("+", with: "/").replacing(" _", with: " ") + "`"
  }

  private static func list(_ codes: Set<String>) -> String {
    codes.isEmpty ? "" : codes.sorted().map { "`\($0)`" }.joined(separator: ", ")
  }
}
