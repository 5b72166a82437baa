extension PDFComparison {
  /// A number that the signed revision refers to without defining it is not defined later (OBJ-7): who
  /// made the document could have left the place for something else to show.
  mutating func compareUndefined(_ number: Int) {
    guard new.reference(number) != nil else { return }
    note(.changed, .undefined, "an object was added that the signed revision referred to already")
  }
}
