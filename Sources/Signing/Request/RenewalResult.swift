package import BroadsealBytes
package import BroadsealNotes

/// What renewing a document without its label produced.
package struct RenewalResult: Sendable, Hashable {
  /// Path of the document that was asked to be renewed.
  package let input: FilePath
  /// Path that was written.
  package let output: FilePath
  /// Media type of the document.
  package let mediaType: String
  /// The time stamp of the document.
  package let stamp: SigningResult.Stamp
  /// How far its signatures go now, and the field that the stamp is in.
  package let pdfSignature: PDFSignature
  /// What the user should know.
  package let notes: [Note]
}
