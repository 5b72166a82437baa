import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles

extension VerifierSession {
  /// Looks at the revision that a label was made for, where later ones follow it.
  ///
  /// By the standard such a file no longer matches its label, and that stays said. Where the revision
  /// alone is intact and what came after it changes nothing, or is evidence, the document still says what
  /// was labelled:
  /// then the file cut at the end of that revision is judged, as it was when it was labelled.
  func addRevision(
    to draft: inout VerdictDraft, of asset: AssetValidation
  ) throws(DocumentError) {
    let document = asset.document
    guard let extent = asset.found.located?.extent,
      let end = document.revisionEnds.first(where: { $0 >= extent.end }),
      end != document.revisionEnds.last, let changes = try document.changes(after: end)
    else { return }
    let later = LaterRevisions(changes)
      .judged(by: asset.pdfSignatures, beside: try unjudged(of: asset), after: end)
    draft.add(later: later)
    guard later.change.keepsContent, draft.integrity == .altered else { return }
    for end in try ends(of: document, before: end) {
      if let verdict = try intact(document, upTo: end, store: extent) {
        draft.take(revision: verdict)
        return
      }
    }
  }

  /// Where the signatures stand that are more than are judged; none where nobody can tell, and then
  /// nothing is compared.
  private func unjudged(of asset: AssetValidation) throws(DocumentError) -> [Int] {
    let judged = Set(asset.pdfSignatures.map(\.offset))
    do throws(DocumentError) {
      return try asset.document.signatures().map(\.offset).filter { !judged.contains($0) }
    } catch {
      if case .source = error { throw error }
      return []
    }
  }

  /// Where the labelled file may have ended: whoever adds to a file may first add the line end after
  /// its `%%EOF`.
  private func ends(of document: Document, before end: Int) throws(DocumentError) -> [Int] {
    do throws(SourceError) {
      guard let tail = ByteRange(start: max(0, end - 2), length: min(2, end)) else { return [end] }
      let blanks = try document.source.read(tail).reversed().prefix { $0 == 10 || $0 == 13 }.count
      return (0...blanks).map { end - $0 }
    } catch { throw .source(error) }
  }

  /// What is said of the first `end` bytes alone; nil unless they are intact in every respect.
  private func intact(
    _ document: Document, upTo end: Int, store: ByteRange
  ) throws(DocumentError) -> Verdict? {
    let revision: Document
    do throws(SourceError) {
      revision = try Document(try document.source.beginning(end), path: document.path)
    } catch { throw .source(error) }
    guard
      case .embedded(let located) = try FoundStore.find(
        in: revision, sidecar: nil, looksBeside: false), located.extent == store
    else { return nil }
    let verdict = try judge(revision, .embedded(located), hasSidecar: false).verdict
    guard verdict.integrity == .intact, verdict.isJudgedToTheEnd, !verdict.hasFailedLabel,
      !verdict.isBoundInPart
    else { return nil }
    return verdict
  }
}
