/// Which references each object of a file holds, by its name and the place where it stands: an object at
/// one place is the same in every revision that finds it there, and is read once for all of them.
struct PDFReferenceCache {
  /// An object as a cross-reference names it: a place can be given to two, and is one's alone.
  private struct Key: Hashable {
    let place: PDFSnapshot.Place
    let reference: PDFReference
  }

  private struct Known {
    let key: Key
    /// Nil when the object could not be read.
    let references: [PDFReference]?
  }

  /// Of each number the object that was read last, which is nearly always the one that is asked for.
  private var latest = PDFNumberTable<Known>()
  /// Those that were read before it.
  private var earlier: [Key: Known] = [:]

  /// The references of an object at `place`; nil when it could not be read, or nobody looked.
  func references(of reference: PDFReference, at place: PDFSnapshot.Place) -> [PDFReference]? {
    known(Key(place: place, reference: reference))?.references
  }

  private func known(_ key: Key) -> Known? {
    if let known = latest[key.reference.number], known.key == key { return known }
    return earlier.isEmpty ? nil : earlier[key]
  }

  private mutating func note(_ known: Known) {
    let number = known.key.reference.number
    if let other = latest[number] { earlier[other.key] = other }
    latest[number] = known
  }

  /// Reads what is not known yet of the objects of `snapshot`, in the order of the file, so that each
  /// object stream is inflated once. What cannot be read matters only where something leads to it.
  mutating func read(_ snapshot: PDFSnapshot) throws(DocumentError) {
    var resolver = snapshot.document.resolver()
    var snapshot = snapshot
    // What is in a stream of another length may be another object at the same place.
    let unsure = try PDFStreamMembers(of: &snapshot).measuredElsewhere
    latest.reserve(snapshot.entries.room)
    let unknown = snapshot.places {
      known(Key(place: $0, reference: $1)) == nil || unsure.contains($1.number)
    }
    for (place, reference) in unknown {
      let key = Key(place: place, reference: reference)
      do throws(DocumentError) {
        let object = try resolver.object(reference)
        var found: [PDFReference] = []
        object?.value.collectReferences(into: &found)
        note(Known(key: key, references: found))
      } catch {
        if case .source = error { throw error }
        guard resolver.work >= 0 else { throw error }
        note(Known(key: key, references: nil))
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
