package import BroadsealBytes

/// What a PDF brings along to judge one of its signatures when nobody answers any more.
///
/// It tells what is there, and not whom to believe: whether a root is anybody's anchor is another matter.
package struct SignatureEvidence: Sendable, Hashable {
  /// One party of a signature.
  package struct Party: Sendable, Hashable {
    /// Its name, from its certificate.
    package let name: String
    /// What it attests, where it is a time-stamp authority.
    package let time: UTCTime?
    /// Certificates in the chain that the document holds.
    package let certificates: Int
    /// The name at the end of the chain; nil where the chain does not end at a root.
    package let root: String?
    /// Certificates of the chain, without its root, of which an answer says that they were not revoked.
    package let answered: Int
    /// How many there are.
    package let asked: Int
    /// When the newest of these answers was made.
    package let newest: UTCTime?

    /// Whether nothing is missing.
    package var isComplete: Bool { root != nil && answered == asked }
  }

  /// Name of its field.
  package let field: String
  /// Whether it is a time stamp of the document.
  package let isDocumentStamp: Bool
  /// Who signed, or stamped the document.
  package let signer: Party
  /// Who stamped the signature; nil where nobody did.
  package let stamp: Party?
  /// How far it goes (EN 319 142-1) by what was found; nil for signatures of other forms.
  package let level: String?
}
