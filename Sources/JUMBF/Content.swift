/// A box inside a superbox.
package enum Content: Hashable, Sendable {
  /// A box with boxes of its own.
  case superbox(Superbox)
  /// Any other box.
  case box(Box)
}
