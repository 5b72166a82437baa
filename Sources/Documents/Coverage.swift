/// How a hard binding covers the bytes of a file outside its store: the form that the standard asks
/// for in this format.
package enum Coverage: Hashable, Sendable {
  /// One hash over every byte outside the store's extent (`c2pa.hash.data`).
  case rest
  /// A hash for each member, and one for the directory (`c2pa.hash.collection.data`).
  case collection(FileCollection)
}
