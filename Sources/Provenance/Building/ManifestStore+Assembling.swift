import BroadsealJUMBF

extension ManifestStore {
  /// A store of earlier superboxes, byte for byte, and a new manifest, which becomes the active one.
  ///
  /// - Parameters:
  ///   - earlier: complete superboxes of earlier stores, oldest first; no two of one label.
  ///   - new: what `ManifestBuilder.manifest` gave.
  package static func assemble(earlier: [ArraySlice<UInt8>] = [], new: [UInt8]) -> [UInt8] {
    JUMBF.Writer.superbox(.manifestStore, label: label, earlier.map { Array($0) } + [new])
  }
}
