/// This product, as the claims that it signs and its reports name it: the one place of its version.
package enum Product {
  /// Its name.
  package static let name = "Broadseal"
  /// Its version.
  package static let version = "0.1.0"
}
