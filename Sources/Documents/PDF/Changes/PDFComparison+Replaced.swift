extension PDFComparison {
  /// Whatever the signed revision leads to, and no other rule explains, is what it was (OBJ-10); equal
  /// values are no change.
  mutating func compareEverythingElse() throws(DocumentError) {
    for number in moved.sorted() {
      if graph.undefined.contains(number) { compareUndefined(number) }
      guard graph.isReachable(number), !explained.contains(number),
        let before = try old.object(number)
      else { continue }
      guard let after = try new.object(number), !after.value.object.isNull else {
        compareFreed(before)
        continue
      }
      if try !isSame(before, after) {
        note(.changed, .replaced, "an object of the signed revision was replaced")
      }
    }
  }
}
