/// Actions of a PDF (ISO 32000-2 §12.6): what each of them stands for, and what may run by itself.
enum PDFActions {
  /// What an action of this type does, however it is begun; nil for one that turns a page or follows a
  /// link, which a reader begins by hand.
  static func kind(of type: PDFName) -> ShowCode? {
    switch type {
    case "JavaScript": .pdfScripts
    case "Launch": .pdfLaunch
    case "SubmitForm", "ImportData": .pdfExternal
    case "Rendition", "Movie", "Sound", "RichMediaExecute", "GoTo3DView": .pdfMedia
    case "Hide", "SetOCGState", "Trans": .pdfAction
    case "GoToE": .pdfFiles
    default: nil
    }
  }

  /// What such an action does when nobody begins it: it is run when the document or a page is opened.
  static func kindByItself(of type: PDFName) -> ShowCode? {
    switch type {
    case "URI", "GoToR", "Thread", "GoToDp": .pdfExternal
    case "GoTo": nil
    default: kind(of: type) ?? .pdfAction
    }
  }

  /// Actions in one chain that are followed.
  static let maximumChain = 64
}
