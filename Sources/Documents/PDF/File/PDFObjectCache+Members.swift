extension PDFObjectStream {
  /// Object `number`, which the cross-reference says is the one at `position`.
  ///
  /// - Parameter cache: where it may have been kept, and will be.
  func object(
    _ number: Int, at position: Int, keptIn cache: PDFObjectCache?
  ) throws(DocumentError) -> PDFIndirectObject {
    guard let cache, let place else { return try object(number, at: position) }
    try require(number, at: position)
    if let known = cache.object(at: position, in: place) { return known }
    let object = try object(number, at: position)
    cache.keep(object, at: position, in: place)
    return object
  }
}
