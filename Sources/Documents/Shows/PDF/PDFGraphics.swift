/// What decides how the next text is drawn (ISO 32000-2 §8.4, §9.3).
struct PDFGraphics {
  var matrix = PDFMatrix.identity
  var clip = PDFBox.everything
  var fill = PDFColour.black
  var stroke = PDFColour.black
  var fillSpace = PDFColour.Space.light
  var strokeSpace = PDFColour.Space.light
  /// How much of what is filled is seen, from 0 to 1.
  var opacity = 1.0
  /// Whether colours are mixed with what is below them, and whether a mask decides what is seen.
  var isBlended = false
  var isMasked = false
  /// Whether the clip is less than its box.
  var isClipRagged = false

  /// Whether it cannot be told what is seen of what is painted.
  var isMixed: Bool { isBlended || isMasked }
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
