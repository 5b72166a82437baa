/// What decides how the next text is drawn (ISO 32000-2 §8.4, §9.3).
struct PDFGraphics {
  var matrix = PDFMatrix.identity
  var clip = PDFBox.everything
  var fill = PDFColour.black
  var stroke = PDFColour.black
  var fillSpace = PDFColourSpace.grey
  var strokeSpace = PDFColourSpace.grey
  /// Patterns in the place of colours; nil where there is none.
  var fillPattern: PDFPattern?
  var strokePattern: PDFPattern?
  /// How much of what is filled and of what is stroked is seen, from 0 to 1.
  var opacity = 1.0
  var strokeOpacity = 1.0
  /// How colours are mixed with what is below them.
  var blend = PDFBlend.normal
  /// Whether a mask decides what is seen, and whether a function changes colours on their way to the paper.
  var isMasked = false
  var isTransferred = false
  /// Shapes that cut what is painted, besides that box.
  var clips: [PDFShape] = []
  /// Whether the clip is less than what is known of it.
  var isClipRagged = false

  var lineWidth = 1.0

  var font = PDFFont()
  var size = 0.0
  var scale = 1.0
  var leading = 0.0
  var rise = 0.0
  var characterSpace = 0.0
  var wordSpace = 0.0
  var mode = 0
}

/// How a colour is mixed with what is below it (ISO 32000-2 §11.3.5).
enum PDFBlend {
  case normal
  /// Text that is dark stays dark below it.
  case darkening
  case other

  init(_ name: PDFName?) {
    switch name {
    case nil, "Normal", "Compatible": self = .normal
    case "Multiply", "Darken": self = .darkening
    default: self = .other
    }
  }
}

/// What is painted in the place of a colour (ISO 32000-2 §8.7).
enum PDFPattern {
  /// A drawing that is repeated.
  case tiles
  /// Colours that change from place to place, each of which is seen on white.
  case darkShades
  /// The same, where some are not, or cannot be told.
  case shades
}
