import BroadsealNotes

extension Format {
  /// A file of no bytes, whose name does not say that it is a text.
  package static let empty = Format(
    "empty", [FileType(FileType.unknown, [], "empty file", "空のファイル")], recognition: .nothing,
    opener: .none, end: [], holdsMarkup: true, growsInPlace: false, codes: .file, label: besideLabel
  )
}
