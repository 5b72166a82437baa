import BroadsealBytes
import BroadsealFiles
import BroadsealNotes

/// A text that carries a store as another kind of text than its name says would.
package struct OtherText: Sendable {
  /// The document, read as that kind; it notes that name and content are of different types.
  package let document: Document
  /// The store that it carries so.
  package let store: LocatedStore
}

extension Document {
  /// The readings of a text without a store as text of other kinds under which it carries one: Markdown
  /// that was saved as `.txt`, say, or a page saved as `.php`.
  ///
  /// Text of every kind shares its content with the others, so that only its name says where a store would
  /// stand. Several readings at once are returned all: no order decides between them.
  package func asOtherText() throws(DocumentError) -> [OtherText] {
    guard format.isText, !format.isProvedByContent, let carrier else { return [] }
    var found: [OtherText] = []
    for kind in [StructuredTextCarrier.self, HTMLCarrier.self, PlainTextCarrier.self]
      as [any Carrier.Type]
    where type(of: carrier) != kind {
      if let (other, store) = try located(as: kind) {
        found.append(OtherText(document: Document(self, readBy: other), store: store))
      }
    }
    return found
  }

  /// The carrier of that kind and the store that it finds; nil where it finds none that can be used.
  private func located(
    as kind: any Carrier.Type
  ) throws(DocumentError) -> (any Carrier, LocatedStore)? {
    do throws(DocumentError) {
      let other = try kind.init(source)
      guard case .found(let store) = try other.locate() else { return nil }
      return (other, store)
    } catch {
      if case .source = error { throw error }
      return nil
    }
  }
}
