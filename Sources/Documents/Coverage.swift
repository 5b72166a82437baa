package import BroadsealNotes

/// How a hard binding covers the bytes of a file outside its store: the form that the standard asks for
/// in this format. Each form is a type of its own, beside the carriers that have it, and `HardBinding` in
/// the floor above knows which assertion it stands for.
package protocol Coverage: Sendable {
  /// What is to be said of one hash over the whole rest of the file in its place: it holds as much, and is
  /// not what the standard asks for. Nil where it is.
  var noteOnOneHash: Note? { get }
}

/// One hash over every byte outside the store's extent (`c2pa.hash.data`): the form of most formats.
package struct RestOfFile: Coverage {
  /// The form.
  package init() {}

  /// It is that hash.
  package var noteOnOneHash: Note? { nil }
}
