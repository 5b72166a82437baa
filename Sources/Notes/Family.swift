/// The families of codes, in the order in which pages list them.
///
/// The number is part of a code, so that every family has its own. `Code.all(of:)` in the command
/// line says which enum a family is, by one exhaustive `switch`: a new family does not compile
/// before its codes are among all codes.
package enum Family: UInt8, CaseIterable, Sendable {
  /// Why a document is not official: `OfficialCode`.
  case official
  /// A rule of a list's scope that keeps a document from being official: `OfficialScopeCode`.
  case officialScope
  /// A rule of a list's scope: `ScopeCode`.
  case scope
  /// A file as such: `FileCode`.
  case file
  /// Where a label is, beside its file or elsewhere: `PlaceCode`.
  case place
  /// What the signed label leaves open: `RemarkCode`.
  case remark
  /// What unsigned metadata says of AI: `HintCode`.
  case hint
  /// PDF documents: `PDFCode`.
  case pdf
  /// PDF signatures: `PDFSignatureCode`.
  case pdfSignature
  /// Why a PDF signature makes no document official: `SealCode`.
  case seal
  /// JPEG pictures: `JPEGCode`.
  case jpeg
  /// PNG pictures: `PNGCode`.
  case png
  /// WebP pictures, WAV sound and AVI video: `RIFFCode`.
  case riff
  /// MP3 and FLAC sound: `ID3Code`.
  case id3
  /// Ogg sound and video: `OGGCode`.
  case ogg
  /// Video, sound and pictures in ISO base media boxes: `BMFFCode`.
  case bmff
  /// TIFF pictures and DNG photographs: `TIFFCode`.
  case tiff
  /// GIF pictures: `GIFCode`.
  case gif
  /// JPEG XL pictures: `JXLCode`.
  case jxl
  /// Fonts: `FontCode`.
  case font
  /// Archives and office documents: `ZIPCode`.
  case zip
  /// Web pages: `HTMLCode`.
  case html
  /// Drawings: `SVGCode`.
  case svg
  /// Text of any kind: `TextCode`.
  case text
  /// What a document shows beside its bytes: `ShowCode`.
  case shows
  /// Signing: `SigningCode`.
  case signing
  /// The codes of C2PA and CAWG: `StatusCode`.
  case standard
}
