/// Which objects of one state of a document its trailer leads to, and how often each is referred to.
struct PDFObjectGraph {
  /// How many references lead to each object that is reachable, from objects that are.
  private(set) var uses = PDFNumberTable<Int>()
  /// Numbers that something reachable refers to, and that name nothing.
  private(set) var undefined: Set<Int> = []

  /// Walks everything from the trailer on.
  ///
  /// Throws where something reachable cannot be read: nobody knows then what it leads to.
  init(
    _ snapshot: inout PDFSnapshot, references cache: inout PDFReferenceCache
  ) throws(DocumentError) {
    try cache.read(snapshot)
    uses.reserve(snapshot.entries.room)
    var open: [PDFReference] = []
    snapshot.trailer.value.collectReferences(into: &open)
    // Every update writes the trailer anew, so that it is compared by what it says.
    open.removeAll { snapshot.reference($0.number) != $0 }
    while let reference = open.popLast() {
      let number = reference.number
      if let count = uses[number] {
        uses[number] = count + 1
        continue
      }
      guard snapshot.reference(number) == reference, let place = snapshot.place(number) else {
        undefined.insert(number)
        continue
      }
      uses[number] = 1
      guard let references = cache.references(of: reference, at: place) else {
        // Says why.
        _ = try snapshot.object(number)
        throw .pdf(.syntax, "an object that cannot be read", at: 0)
      }
      open += references
    }
  }

  /// Whether the trailer leads to the object.
  func isReachable(_ number: Int) -> Bool { uses[number] != nil }
}
