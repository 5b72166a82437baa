import BroadsealBytes
import BroadsealDocuments
import BroadsealNotes

/// Refuses documents that can show more, less or other than their bytes say (T-44, T-58).
enum ContentCheck {
  /// Throws when the document at `path` holds such a thing, and names each.
  static func run(_ document: Document, at path: FilePath) throws(SigningError) {
    let found: [Note]
    do throws(DocumentError) {
      found = try document.carrier?.risks() ?? []
    } catch { throw .document(error, path: path) }
    // Where no carrier could read the structure nobody looked.
    if let problem = document.problem { throw .document(problem, path: path) }
    guard !found.isEmpty else { return }
    let listed = found.map { "\($0.explanation) (\($0.code))" }.joined(separator: "; ")
    throw SigningError(
      refused: SigningCode.contentRisk, listed, path: path.display,
      hint: "without --strict-content such a document is signed as it is")
  }
}
