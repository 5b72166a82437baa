extension PDFXRefChain {
  /// The number of an object that a later section leads back to an older one; nil where none does.
  ///
  ///     4 0 obj (in force)    4 0 obj (void)    a section that gives 4 its first place again
  ///
  /// Readers that search the file for objects take the last of a number, and others what the section says.
  var returnedObject: Int? {
    var latest = PDFNumberTable<Int>()
    latest.reserve(sections.compactMap(\.entries.last?.number).max() ?? 0, count: 0)
    for section in sections.reversed() {
      for entry in section.entries {
        let place: Int? =
          switch entry.location {
          case .plain(let offset, _): offset
          case .compressed(let container, _):
            section.entry(container)?.offset ?? latest[container]
          case .free: nil
          }
        guard let place else { continue }
        if let known = latest[entry.number], place < known { return entry.number }
        latest[entry.number] = place
      }
    }
    return nil
  }
}
