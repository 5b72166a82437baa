import BroadsealBytes

extension SVGCarrier {
  /// What the XMP near the start says.
  package func references() throws(DocumentError) -> [String] {
    StoreReference.elsewhere(
      XMPProvenance.addresses(in: try source.opening(XMPProvenance.maximumSize)))
  }
}
