import BroadsealNotes

extension Format {
  /// TrueType and OpenType (ISO/IEC 14496-22): one font in a file.
  package static let font = Format(
    "font",
    [
      FileType("font/ttf", ["ttf"], "TrueType font", "TrueTypeフォント"),
      FileType("font/otf", ["otf"], "OpenType font", "OpenTypeフォント"),
    ],
    recognition: .opening([
      Opening([0, 1, 0, 0], minimum: FontDirectory.headerLength, test: FontDirectory.opens),
      Opening(
        [(0, Array("OTTO".utf8))], minimum: FontDirectory.headerLength, shows: "font/otf",
        test: FontDirectory.opens),
      Opening(
        Array("true".utf8), minimum: FontDirectory.headerLength, test: FontDirectory.opens),
    ]),
    opener: .carrier(FontCarrier.self), end: [], holdsMarkup: false, storeMark: .bare,
    growsInPlace: false,
    codes: .font, label: "inside, in a `C2PA` table")
}
