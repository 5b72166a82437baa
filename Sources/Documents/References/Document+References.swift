import BroadsealBytes
import BroadsealFiles

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
