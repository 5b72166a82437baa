/// Notes on what makes a document show more, less or other than its own bytes say (T-44, T-58, T-59).
///
/// They decide nothing when a document is judged: its bytes are those that were signed. A signer may
/// refuse to label such a document.
package enum ContentRisk {
  /// Whether a note under `code` is one of them.
  package static func isCode(_ code: String) -> Bool { Formats.risks.contains(code) }
}
