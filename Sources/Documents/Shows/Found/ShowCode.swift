package import BroadsealNotes

/// What a document shows or does beside its own bytes, and what could not be looked through.
///
/// The bytes stay what was signed; two readers may see different things all the same. None of this
/// decides anything of a label (T-44, T-50, T-58, T-59).
package enum ShowCode: UInt8, CodeFamily {
  case pdfAction
  case pdfAlternates
  case pdfExternal
  case pdfFiles
  case pdfForm
  case pdfHidden
  case pdfHiddenText
  case pdfLaunch
  case pdfLayers
  case pdfMedia
  case pdfOneMedium
  case pdfOtherText
  case pdfScripts
  case pdfTextLayer
  case pdfUnread

  case officeAlternates
  case officeChunk
  case officeExternal
  case officeFields
  case officeFormula
  case officeFormulaUnread
  case officeHidden
  case officeMacros
  case officeObjects
  case officeRelationships
  case officeRevisions
  case officeUnread

  case htmlConditional
  case htmlExternal
  case htmlForm
  case htmlHidden
  case htmlScript
  case htmlUnread

  case svgAnimation
  case svgConditional
  case svgExternal
  case svgForeign
  case svgHidden
  case svgScript
  case svgUnread

  case xmlConditional
  case xmlExternal
  case xmlHidden
  case xmlScript
  case xmlStylesheet
  case xmlUnread

  case epubConditional
  case epubExternal
  case epubHidden
  case epubScript
  case epubUnread

  case rtfExternal
  case rtfFields
  case rtfHidden
  case rtfObjects
  case rtfUnread

  case textBidirectional
  case textConditional
  case textExternal
  case textFormula
  case textHidden
  case textInvisible
  case textModel
  case textScript
  case textUnread

  case labelSeen
  case mediaExternal
  case unread
  case encrypted

  /// The family.
  package static var family: Family { .shows }

  /// Spelling, nature and words of each.
  package var row: CodeRow {
    switch self {
    case .textModel:
      CodeRow(
        "TEXT-MODEL", .remark,
        "The text holds phrases that address a language model and not a reader.",
        "読者ではなく言語モデルに向けた言い回しが含まれています。")
    default: CodeRow(spelling, .risk, sentence)
    }
  }
}
