/// Limits on what is read into memory for a manifest store.
package enum StoreLimits {
  /// Largest store that is read or reserved, in bytes: 64 MiB.
  package static let maximumSize = 64 << 20
}
