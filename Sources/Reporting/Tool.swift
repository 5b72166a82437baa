import BroadsealBytes

/// This program, as its reports name it.
package enum Tool {
  /// Its name.
  package static let name = "broadseal"
  /// Its version.
  package static let version = Product.version
}
