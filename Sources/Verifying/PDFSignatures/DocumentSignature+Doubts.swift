import BroadsealDocuments

extension DocumentSignature {
  /// Why the signature is not to be believed whatever it proves: what two readers could take
  /// differently, each in one short sentence.
  var doubts: [String] {
    Fault.allCases.filter(faults.contains).map { fault in
      switch fault {
      case .byteRange: "it does not say by four numbers which bytes it covers"
      case .outside: "what it covers does not begin with the file, or is not in the file"
      case .gap: "what it leaves out is not exactly its own value"
      case .noValue: "its dictionary holds no value"
      case .tail: "its room holds something after its value"
      case .severalFields: "it is the value of more than one field"
      case .structure: "the file cannot be read without repair"
      }
    }
  }
}
