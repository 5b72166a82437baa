package import BroadsealBytes
package import BroadsealFiles

extension Document {
  /// Where the file keeps metadata that anyone may write: a bounded list of ranges, in file order,
  /// without the bytes of the manifest store at `store`.
  package func metadata(outside store: ByteRange?) throws(SourceError) -> [ByteRange] {
    var left = MetadataLimits.maximumSize
    let ranges = try format.opener.metadata(of: source)
    return ranges.flatMap { $0.without(store) }.compactMap { range in
      let length = min(range.length, left)
      left -= length
      return length > 0 ? ByteRange(start: range.start, length: length) : nil
    }
  }
}

extension Document {
  /// The texts of metadata that the file holds deflated, bounded in number and size.
  package func unpackedMetadata() throws(SourceError) -> [[UInt8]] {
    try format.opener.unpackedMetadata(of: source)
  }
}

extension Document {
  /// The places outside the document that it names for its manifest store, each once, in order.
  ///
  /// Where the structure is not read, there is no carrier to ask, and metadata that is found all the
  /// same speaks: a picture that breaks off after its XMP still says where its label is.
  package func references() throws(DocumentError) -> [String] {
    if let carrier { return try carrier.references() }
    let ranges: [ByteRange]
    do throws(SourceError) { ranges = try metadata(outside: nil) } catch { throw .source(error) }
    var addresses: [String] = []
    for range in ranges {
      addresses += XMPProvenance.addresses(in: try source.bytes(range))
    }
    return StoreReference.elsewhere(addresses)
  }
}

extension ByteRange {
  /// What is left of it outside `hole`.
  fileprivate func without(_ hole: ByteRange?) -> [ByteRange] {
    guard let hole, bounds.overlaps(hole.bounds) else { return [self] }
    return [start..<max(start, hole.start), min(end, hole.end)..<end]
      .filter { !$0.isEmpty }.compactMap(ByteRange.init)
  }
}
