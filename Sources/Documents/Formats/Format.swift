import BroadsealBytes
package import BroadsealFiles
package import BroadsealNotes

/// One format of files: what it is called, how it is recognised, and how it carries a manifest store.
///
/// A value stands beside its carrier, in the folder of the format (`PNG/PNGFormat.swift`), and in
/// `Formats.all`, which is the only list. A format that is recognised and not read has its place there
/// too. Nothing here has a default: whoever adds a format decides each point.
package struct Format: Sendable {
  /// Short name for machines: the `format` of a verdict.
  package let kind: String
  /// Media types, names and extensions; the first holds when no more is known.
  package let types: [FileType]
  /// What in a file shows that it is of this format.
  let recognition: Recognition
  /// How a file of it is opened.
  package let opener: Opener
  /// Bytes that end its content, so that what follows is something else; empty when there are none.
  let end: [UInt8]
  /// Whether text that a browser would take for a page is nothing odd in it.
  let holdsMarkup: Bool
  /// By what its store shows itself in a file that cannot be read.
  let storeMark: StoreMark
  /// Whether nothing else of the file moves when the store becomes longer, and other verifiers take an
  /// update manifest in it (C2PA 2.4 §11.2.3).
  package let growsInPlace: Bool
  /// The family of codes that its carrier has for what can be the matter with a file (`Code.all(of:)`);
  /// `file` where nobody looks inside.
  package let codes: Family
  /// Where its label stands, as the table of formats in README.md says it; a type may differ.
  package let label: String

  init(
    _ kind: String, _ types: [FileType], recognition: Recognition, opener: Opener, end: [UInt8],
    holdsMarkup: Bool, storeMark: StoreMark, growsInPlace: Bool, codes: Family, label: String
  ) {
    self.kind = kind
    self.types = types
    self.recognition = recognition
    self.opener = opener
    self.end = end
    self.holdsMarkup = holdsMarkup
    self.storeMark = storeMark
    self.growsInPlace = growsInPlace
    self.codes = codes
    self.label = label
  }

  /// A format that is recognised by its first bytes, and not looked into.
  static func unread(_ kind: String, _ types: [FileType], _ openings: [Opening]) -> Format {
    Format(
      kind, types, recognition: .opening(openings), opener: .none, end: [], holdsMarkup: false,
      storeMark: .none, growsInPlace: false, codes: .file, label: besideLabel)
  }

  /// Where a label stands that cannot be inside.
  package static let besideLabel = "beside, as `FILE.EXT.c2pa`; the file itself is never touched"
}

extension Format: Equatable, CustomStringConvertible {
  /// A format goes by its name.
  package static func == (left: Format, right: Format) -> Bool { left.kind == right.kind }

  /// Its short name.
  package var description: String { kind }
}

extension Format {
  /// Media type of a file of which no more is known.
  package var mediaType: String { types.first?.mediaType ?? FileType.unknown }

  /// What people call a file of `mediaType`.
  package func name(of mediaType: String) -> FileType.Name {
    let type = types.first { $0.mediaType.isExactly(mediaType) } ?? types.first
    return (type ?? .ofUnknownKind).name
  }

  /// What people call a file of it of which no more is known.
  package var name: FileType.Name { name(of: mediaType) }

  /// Whether files of this format are searched for a store.
  package var isRead: Bool {
    switch opener {
    case .carrier, .chosen, .archive: true
    case .none, .isStore: false
    }
  }

  /// Whether a file of it is a manifest store, and no document.
  package var isStore: Bool { if case .isStore = opener { true } else { false } }

  /// Whether files of it are ZIP archives.
  package var isArchive: Bool { if case .entries = recognition { true } else { false } }

  /// Whether files of it are compound files.
  var isCompound: Bool { if case .streams = recognition { true } else { false } }

  /// Whether very many kinds of document are files of it, so that a name that is not known says nothing
  /// against one.
  var isContainer: Bool { isArchive || isCompound }

  /// Whether the content itself proves the format, so that a name can contradict it.
  package var isProvedByContent: Bool {
    switch recognition {
    case .opening, .entries, .streams: true
    case .text(let sign): sign.proves
    case .nothing, .rest: false
    }
  }

  /// Whether a file of it is text, so that it may quote what other formats begin with.
  package var isText: Bool { if case .text = recognition { true } else { false } }

  /// Whether a file of this format by content may be called what `named` stands for.
  package func agrees(with named: Format) -> Bool {
    if self == named { return true }
    // Text of every kind shares its content with the others; unknown content contradicts nothing.
    // So does what Word and Excel wrote before there were compound files, or write as text under those names.
    if !isProvedByContent, !named.isProvedByContent || named.isCompound { return true }
    return mayLookLike(named) || named.mayLookLike(self)
  }

  private func mayLookLike(_ other: Format) -> Bool {
    switch recognition {
    case .text(let sign): sign.others.contains(other.kind)
    case .streams(_, let kinds): kinds.contains(other.kind)
    case .opening, .entries, .nothing, .rest: false
    }
  }
}

/// How a file of a format is opened.
package enum Opener: Sendable {
  /// By a carrier of this type.
  case carrier(any Carrier.Type)
  /// By a carrier that depends on what kind of text it is.
  case chosen(@Sendable (ByteSource, NamedType) throws(DocumentError) -> any Carrier)
  /// As an archive: what its entries make it is known once it is read, so that it is open already.
  case archive
  /// It is a manifest store itself.
  case isStore
  /// Not at all: its label is a file of its own.
  case none

  /// The media type of a file, and whether a known extension gave it.
  package struct NamedType: Sendable {
    let mediaType: String
    let isNamed: Bool
  }

  /// The carrier of `source`; nil when the format has none, and for an archive.
  func open(_ source: ByteSource, _ type: NamedType) throws(DocumentError) -> (any Carrier)? {
    switch self {
    case .carrier(let carrier): try carrier.init(source)
    case .chosen(let choose): try choose(source, type)
    case .archive, .isStore, .none: nil
    }
  }
}

extension Opener {
  /// The ranges of metadata in `source`; none for a format that is not read.
  func metadata(of source: ByteSource) throws(SourceError) -> [ByteRange] {
    guard case .carrier(let carrier) = self else { return [] }
    do throws(DocumentError) {
      return try carrier.metadata(of: source)
    } catch {
      if case .source(let fault) = error { throw fault }
      return []
    }
  }

  /// The texts of metadata that stands in `source` deflated.
  func unpackedMetadata(of source: ByteSource) throws(SourceError) -> [[UInt8]] {
    guard case .carrier(let carrier) = self else { return [] }
    do throws(DocumentError) {
      return try carrier.unpackedMetadata(of: source)
    } catch {
      if case .source(let fault) = error { throw fault }
      return []
    }
  }
}
