import BroadsealNotes

extension Format {
  /// A RIFF file of a form that is not known.
  package static let riff = riff(
    "riff", [FileType(FileType.unknown, [], "RIFF file", "RIFFファイル")],
    [Opening("RIFF", minimum: 12)], label: besideLabel)

  /// A format that is a form of RIFF.
  static func riff(
    _ kind: String, _ types: [FileType], _ openings: [Opening], label: String
  ) -> Format {
    Format(
      kind, types, recognition: .opening(openings), opener: .carrier(RIFFCarrier.self), end: [],
      holdsMarkup: false, growsInPlace: false, codes: .riff, label: label)
  }

  /// Where the label of a form stands that verifiers look into.
  static let chunkLabel = "inside, in a chunk `C2PA`"
}
