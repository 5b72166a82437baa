import BroadsealDocuments
package import BroadsealNotes
import BroadsealProvenance
import BroadsealSigning
import BroadsealTrust
import BroadsealVerifying

extension Code {
  /// Every code that this program can make, family by family.
  package static var all: [Code] { Family.allCases.flatMap { all(of: $0) } }

  /// The codes of a family, in the order of its table.
  package static func all(of family: Family) -> [Code] {
    switch family {
    case .official: codes(OfficialCode.self)
    case .officialScope: codes(OfficialScopeCode.self)
    case .scope: codes(ScopeCode.self)
    case .file: codes(FileCode.self)
    case .place: codes(PlaceCode.self)
    case .remark: codes(RemarkCode.self)
    case .hint: codes(HintCode.self)
    case .pdf: codes(PDFCode.self)
    case .pdfSignature: codes(PDFSignatureCode.self)
    case .seal: codes(SealCode.self)
    case .jpeg: codes(JPEGCode.self)
    case .png: codes(PNGCode.self)
    case .riff: codes(RIFFCode.self)
    case .id3: codes(ID3Code.self)
    case .ogg: codes(OGGCode.self)
    case .bmff: codes(BMFFCode.self)
    case .tiff: codes(TIFFCode.self)
    case .gif: codes(GIFCode.self)
    case .jxl: codes(JXLCode.self)
    case .font: codes(FontCode.self)
    case .zip: codes(ZIPCode.self)
    case .html: codes(HTMLCode.self)
    case .svg: codes(SVGCode.self)
    case .text: codes(TextCode.self)
    case .shows: codes(ShowCode.self)
    case .signing: codes(SigningCode.self)
    case .standard: codes(StatusCode.self)
    }
  }

  private static func codes<Member: CodeFamily>(_: Member.Type) -> [Code] {
    Member.allCases.map(\.code)
  }
}
