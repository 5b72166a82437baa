package import BroadsealNotes

/// A hash for each named box (`c2pa.hash.boxes`, C2PA 2.5 §14.12.3): the form of formats whose other bytes
/// follow from the boxes.
package struct BoxCoverage: Coverage {
  /// The boxes in the order in which the assertion lists them; the store's is among them.
  package let boxes: [NamedBox]

  /// A hash for each of `boxes`.
  package init(_ boxes: [NamedBox]) { self.boxes = boxes }

  /// One hash holds as much.
  package var noteOnOneHash: Note? { nil }
}
