import BroadsealBytes
package import BroadsealDocuments
import BroadsealNotes
import BroadsealProvenance

/// A label that was made for one kind of text and is found in a file whose name says another.
package enum MisnamedText {
  /// The document as the text that it was labelled as, and its store; nil where there is none, and where
  /// it is a text of several kinds at once.
  ///
  /// What merely looks like a store is none: a page about labels may show one. Nothing found here is ever
  /// official, since name and content are of different types.
  package static func find(in document: Document) throws(DocumentError) -> OtherText? {
    let readings = try document.asOtherText().filter { reading in
      (try? ManifestStore(
        parsing: reading.store.bytes, allowTrailingZeros: reading.store.mayBePadded)) != nil
    }
    return readings.count == 1 ? readings.first : nil
  }
}

extension FoundStore {
  /// Whether nothing of a store is there in the form that the file's name says, so that it may be a text of
  /// another kind. The wrapper of plain text in a text with comments is one.
  var mayBeMisnamed: Bool {
    switch self {
    case .none: true
    case .unusable(let note): note.code == TextCode.wrapperMisplaced
    case .embedded, .detached, .unread, .unsearched: false
    }
  }
}
