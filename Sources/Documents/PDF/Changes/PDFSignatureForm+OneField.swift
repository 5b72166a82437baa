extension PDFSignatureForm {
  /// One signature is the value of one field (FORM-7): two fields would show one approval as two.
  var isValueOfOneField: Bool { !signature.faults.contains(.severalFields) }
}
