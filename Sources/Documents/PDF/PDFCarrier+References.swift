import BroadsealBytes

extension PDFCarrier {
  /// What the metadata of the catalog says.
  package func references() throws(DocumentError) -> [String] {
    do throws(DocumentError) {
      var resolver = document.resolver()
      let catalog = try document.catalog(in: &resolver)
      guard let reference = catalog["Metadata"]?.object.reference,
        let object = try resolver.object(reference), let data = object.data
      else { return [] }
      return StoreReference.elsewhere(
        XMPProvenance.addresses(
          in: try resolver.decoded(object, data, limit: XMPProvenance.maximumSize)))
    } catch {
      // Metadata that cannot be read names no place; the document is judged without it.
      if case .source = error { throw error }
      return []
    }
  }
}
