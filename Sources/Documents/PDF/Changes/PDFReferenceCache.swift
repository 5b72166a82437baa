/// Which references each object of a file holds, by the place where it stands: an object at one place
/// is the same in every revision that finds it there, and is read once for all of them.
struct PDFReferenceCache {
  private var known: [PDFSnapshot.Place: [PDFReference]?] = [:]

  /// The references of the object at `place`; nil when it could not be read, or nobody looked.
  func references(at place: PDFSnapshot.Place) -> [PDFReference]? { known[place] ?? nil }

  /// Reads what is not known yet of the objects of `snapshot`, in the order of the file, so that each
  /// object stream is inflated once. What cannot be read matters only where something leads to it.
  mutating func read(_ snapshot: PDFSnapshot) throws(DocumentError) {
    var resolver = snapshot.document.resolver()
    for (place, reference) in snapshot.places() where known[place] == nil {
      do throws(DocumentError) {
        let object = try resolver.object(reference)
        var found: [PDFReference] = []
        object?.value.collectReferences(into: &found)
        known[place] = .some(found)
      } catch {
        if case .source = error { throw error }
        guard resolver.work >= 0 else { throw error }
        known[place] = .some(nil)
      }
    }
  }
}

extension PDFValue {
  /// Adds every reference in the value, as often as it stands there.
  func collectReferences(into found: inout [PDFReference]) {
    switch object {
    case .reference(let reference): found.append(reference)
    case .array(let items): for item in items { item.collectReferences(into: &found) }
    case .dictionary(let dictionary):
      for entry in dictionary.entries { entry.value.collectReferences(into: &found) }
    default: break
    }
  }
}
