extension PDFComparison {
  /// Nothing that the signed revision leads to is freed or made null (OBJ-8).
  mutating func compareFreed(_ before: PDFIndirectObject) {
    guard !before.value.object.isNull else { return }
    note(.changed, .freed, "an object of the signed revision was taken out")
  }
}
