/// What paths paint.
extension PDFDrawing {
  /// Runs an operator of paths; false when `name` is none.
  mutating func takePath(_ name: String, _ content: PDFContent) -> Bool {
    switch name {
    case "m", "l", "c", "v", "y":
      if let numbers = content.numbers { path.add(name, numbers, through: graphics.matrix) }
    case "re":
      if let numbers = content.numbers { path.addBox(numbers, through: graphics.matrix) }
    case "h": break
    case "W", "W*": (path.clipsNext, path.clipsEvenOdd) = (true, name == "W*")
    case "n": endPath()
    case "f", "F", "b", "B": fillPath(isEvenOdd: false, strokes: name == "b" || name == "B")
    case "f*", "b*", "B*": fillPath(isEvenOdd: true, strokes: name != "f*")
    case "S", "s":
      clipping = []
      strokePath()
      endPath()
    default: return false
    }
    return true
  }

  private mutating func fillPath(isEvenOdd: Bool, strokes: Bool) {
    clipping = []
    fill(path.shape(in: graphics.clip, isEvenOdd: isEvenOdd))
    if strokes { strokePath() }
    endPath()
  }

  private mutating func fill(_ shape: PDFShape) {
    if graphics.isClipRagged { return canvas.paint(shape.whole, .ground(isPicture: false)) }
    canvas.paint(
      clipped(shape), paint(graphics.fill, graphics.opacity, graphics.fillPattern))
  }

  /// The same, cut by the clip.
  func clipped(_ shape: PDFShape) -> PDFShape {
    var shape = shape
    shape.clips = graphics.clips
    return shape
  }

  /// A thick line can be the ground of text, and can hide it.
  private mutating func strokePath() {
    let scale = max(
      abs(graphics.matrix.a) + abs(graphics.matrix.c),
      abs(graphics.matrix.b) + abs(graphics.matrix.d))
    let width = graphics.lineWidth * scale
    guard width > PDFDrawing.thinnestLine, !graphics.isClipRagged else { return }
    let paint = paint(graphics.stroke, graphics.strokeOpacity, graphics.strokePattern)
    for line in path.lines(of: width, in: graphics.clip).prefix(4_096) {
      canvas.paint(clipped(line), paint)
    }
  }

  /// Shapes of clips in force that are followed.
  private static let maximumClips = 8

  /// The thinnest line that is followed, in points: letters are seen around thinner ones.
  private static let thinnestLine = 3.0

  /// What a colour does to what is below it.
  func paint(_ colour: PDFColour, _ opacity: Double, _ pattern: PDFPattern?) -> PDFPaint {
    if graphics.isMasked || graphics.isTransferred { return .uncertain }
    switch (graphics.blend, colour) {
    case (_, .nothing): return .ground(isPicture: false)
    case (.normal, .known(let colour)): return .colour(colour, share: opacity)
    case (.darkening, .known(let colour)): return .darkening(colour, share: opacity)
    case (.normal, .unknown):
      if pattern == .tiles { return .ground(isPicture: false) }
      return opacity >= 0.99 ? .opaque(isPicture: false) : .uncertain
    case (.darkening, .unknown), (.other, _): return .uncertain
    }
  }

  private mutating func endPath() {
    if path.clipsNext {
      graphics.clip = graphics.clip.cut(path.box)
      if !path.isBox {
        let shape = path.shape(in: .everything, isEvenOdd: path.clipsEvenOdd)
        if shape.isCut || graphics.clips.count >= PDFDrawing.maximumClips {
          graphics.isClipRagged = true
        } else {
          graphics.clips.append(shape)
        }
      }
    }
    path = PDFPath()
  }
}

extension PDFShape {
  /// The box around it alone.
  fileprivate var whole: PDFShape { PDFShape(box: box) }
}
