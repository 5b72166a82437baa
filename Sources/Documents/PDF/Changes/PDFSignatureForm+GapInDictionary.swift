extension PDFSignatureForm {
  /// The gap stands in the signature's own dictionary, where its `Contents` stands (FORM-5): a copy
  /// of the value elsewhere would leave the dictionary itself free to change.
  var isGapInDictionary: Bool { signature.isAround }
}
