import BroadsealDocuments

extension Carrier {
  /// Whether the length of a store in the file depends on its bytes.
  var isFitted: Bool { length(of: []) != nil }
}
