import BroadsealBytes

extension PDFCarrier {
  /// Whether each of `ranges` lies inside the data of one stream, in whatever revision.
  ///
  /// What stands there is a file that the document attaches, and no second reading of the document.
  func holdsInStreams(_ ranges: [ByteRange]) -> Bool {
    ranges.allSatisfy { range in
      guard let (section, reference) = objectBefore(range.start) else { return false }
      var resolver = PDFResolver(
        file: document.file, sections: document.chain.sections[section...],
        security: document.security)
      guard let data = try? resolver.object(reference)?.data else { return false }
      return data.start <= range.start && range.end <= data.end
    }
  }

  /// The last object that begins before `offset`, and the section that names it.
  private func objectBefore(_ offset: Int) -> (section: Int, reference: PDFReference)? {
    var nearest = -1
    var found: (section: Int, reference: PDFReference)?
    for (index, section) in document.chain.sections.enumerated() {
      for entry in section.entries {
        guard case .plain(let place, let generation) = entry.location,
          place > nearest, place + document.file.origin <= offset
        else { continue }
        nearest = place
        found = (index, PDFReference(number: entry.number, generation: generation))
      }
    }
    return found
  }
}
