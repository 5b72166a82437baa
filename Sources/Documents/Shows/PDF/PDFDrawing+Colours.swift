import BroadsealBytes

/// Colours of a content stream (ISO 32000-2 §8.6.8).
extension PDFDrawing {
  mutating func takeColour(
    _ name: String, _ content: PDFContent, _ resources: PDFPart?
  ) -> Bool {
    let numbers = content.numbers ?? []
    switch name {
    case "g": setFill(.grey, "DefaultGray", numbers, resources)
    case "rg": setFill(.rgb, "DefaultRGB", numbers, resources)
    case "k": setFill(.cmyk, "DefaultCMYK", numbers, resources)
    case "G": setStroke(.grey, "DefaultGray", numbers, resources)
    case "RG": setStroke(.rgb, "DefaultRGB", numbers, resources)
    case "K": setStroke(.cmyk, "DefaultCMYK", numbers, resources)
    case "cs":
      graphics.fillSpace = space(content, resources)
      (graphics.fill, graphics.fillPattern) = (graphics.fillSpace.first, nil)
    case "CS":
      graphics.strokeSpace = space(content, resources)
      (graphics.stroke, graphics.strokePattern) = (graphics.strokeSpace.first, nil)
    case "sc", "scn":
      graphics.fillPattern = pattern(content, resources)
      graphics.fill =
        content.numbers == nil ? .unknown : graphics.fillSpace.colour(numbers)
    case "SC", "SCN":
      graphics.strokePattern = pattern(content, resources)
      graphics.stroke =
        content.numbers == nil ? .unknown : graphics.strokeSpace.colour(numbers)
    default: return false
    }
    return true
  }

  private mutating func setFill(
    _ space: PDFColourSpace, _ standard: PDFName, _ numbers: [Double], _ resources: PDFPart?
  ) {
    graphics.fillSpace = device(space, standard, resources)
    graphics.fill = graphics.fillSpace.colour(numbers)
    graphics.fillPattern = nil
  }

  private mutating func setStroke(
    _ space: PDFColourSpace, _ standard: PDFName, _ numbers: [Double], _ resources: PDFPart?
  ) {
    graphics.strokeSpace = device(space, standard, resources)
    graphics.stroke = graphics.strokeSpace.colour(numbers)
    graphics.strokePattern = nil
  }

  /// The space of a device, or what the resources put in its place (§8.6.5.6).
  private mutating func device(
    _ space: PDFColourSpace, _ standard: PDFName, _ resources: PDFPart?
  ) -> PDFColourSpace {
    do throws(DocumentError) {
      guard let all = try resolver.resolve(resources?["ColorSpace"]), all[standard] != nil else {
        return space
      }
      return try PDFColourSpace.read(all[standard], through: &resolver, &budget)
    } catch {
      isUnread = true
      return .unknown
    }
  }

  private mutating func space(_ content: PDFContent, _ resources: PDFPart?) -> PDFColourSpace {
    guard case .name(let written)? = content.operands.last else { return .unknown }
    let name = PDFContent.name(written)
    do throws(DocumentError) {
      switch name {
      case "DeviceGray", "G": return device(.grey, "DefaultGray", resources)
      case "DeviceRGB", "RGB": return device(.rgb, "DefaultRGB", resources)
      case "DeviceCMYK", "CMYK": return device(.cmyk, "DefaultCMYK", resources)
      case "Pattern": return .pattern
      default:
        let all = try resolver.resolve(resources?["ColorSpace"])
        return try PDFColourSpace.read(all?[name], through: &resolver, &budget)
      }
    } catch { return .unknown }
  }

  /// The pattern that an operator names; nil where it names none.
  private mutating func pattern(_ content: PDFContent, _ resources: PDFPart?) -> PDFPattern? {
    guard case .name(let name)? = content.operands.last else { return nil }
    guard let found = resource("Pattern", name, resources) else { return .shades }
    do throws(DocumentError) {
      guard try resolver.resolve(found.part["PatternType"])?.object.integer == 2 else {
        if let reference = found.reference { try lookIntoTiles(reference) }
        return .tiles
      }
      guard let shading = try resolver.resolve(found.part["Shading"]),
        let function = try PDFFunction.read(shading["Function"], through: &resolver, &budget)
      else { return .shades }
      let space = try PDFColourSpace.read(shading["ColorSpace"], through: &resolver, &budget)
      let domain = try resolver.numbers(shading["Domain"])
      let (low, high) = domain.count == 2 ? (domain[0], domain[1]) : (0, 1)
      let isDark = [0, 0.25, 0.5, 0.75, 1].allSatisfy { share in
        guard
          case .known(let colour) = space.colour(function.values(at: low + share * (high - low)))
        else { return false }
        return !colour.isPale()
      }
      return isDark ? .darkShades : .shades
    } catch { return .shades }
  }

  /// Text in a drawing that is repeated is not followed.
  private mutating func lookIntoTiles(_ reference: PDFReference) throws(DocumentError) {
    guard tiles.insert(reference).inserted, let stream = try resolver.object(reference),
      let data = stream.data
    else { return }
    var content = PDFContent(
      try budget.decoded(stream, data, limit: ShowLimits.content - open, through: resolver))
    while content.next(), budget.operators > 0 {
      budget.operators -= 1
      if content.operatorName.elementsEqual("Tj".utf8)
        || content.operatorName.elementsEqual("TJ".utf8)
      {
        isUnread = true
        return
      }
    }
  }
}
