import BroadsealNotes

extension Format {
  /// A RIFF file of a form that is not known.
  package static let riff = riff(
    "riff", [FileType(FileType.unknown, [], "RIFF file", "RIFFファイル")],
    [Opening("RIFF", minimum: 12)], growsInPlace: false, label: besideLabel)

  /// A format that is a form of RIFF.
  ///
  /// - Parameter growsInPlace: whether verifiers look into the form for a label. The store then stands last,
  ///   and the size of the form, which grows with it, is left out of the hash (C2PA 2.5 §16.3.1.6).
  static func riff(
    _ kind: String, _ types: [FileType], _ openings: [Opening], growsInPlace: Bool = true,
    label: String
  ) -> Format {
    Format(
      kind, types, recognition: .opening(openings), opener: .carrier(RIFFCarrier.self), end: [],
      holdsMarkup: false, storeMark: StoreMark(.inside([StoreMark.Frame("C2PA", 8)])),
      growsInPlace: growsInPlace, codes: .riff, label: label)
  }

  /// Where the label of a form stands that verifiers look into.
  static let chunkLabel = "inside, in a chunk `C2PA`"
}
