public import BroadsealBytes
public import BroadsealNotes

/// What signing a document produced.
public struct SigningResult: Sendable, Hashable {
  /// Where the manifest store ended up.
  public enum Form: Sendable, Hashable {
    /// In the document.
    case embedded
    /// In a file of its own; `because` says why when that was not asked for.
    case sidecar(because: Note?)
  }

  /// The trusted time, as the authority stated it.
  public struct Stamp: Sendable, Hashable {
    /// The time in the token.
    public let time: UTCTime
    /// Address of the authority, or `local`.
    public let authority: String
  }

  /// Path of the document that was asked to be signed.
  public let input: FilePath
  /// Path that was written: the labelled document, or the sidecar.
  public let output: FilePath
  /// Path of the copy that was made of the document beside its sidecar; nil when none was.
  public let copy: FilePath?
  /// Where the store is.
  public let form: Form
  /// Label of the new, active manifest: a `urn:c2pa:` name.
  public let manifest: String
  /// Label of the parent's active manifest, when credentials were kept.
  public let parent: String?
  /// Size of the store in bytes.
  public let storeSize: Int
  /// Media type of the document.
  public let mediaType: String
  /// The time stamp; nil when the signature has none.
  public let stamp: Stamp?
  /// The PDF signature that was made together with the label; nil when there is none.
  public let pdfSignature: PDFSignature?
  /// Whether a list found the output official before it got its name; nil where none was asked.
  public let isOfficial: Bool?
  /// Paths of the segments that were written beside the first file of a film, in order; empty for others.
  public internal(set) var segments: [FilePath] = []
  /// What the user should know.
  public internal(set) var notes: [Note]
}

/// A PDF signature that was made together with a label.
public struct PDFSignature: Sendable, Hashable {
  /// How far it goes (EN 319 142-1): `B-B`, `B-T` with a time stamp, `B-LT` with what judges it when nobody
  /// answers any more.
  public let level: String
  /// Name of its field in the document's form.
  public let field: String
}
