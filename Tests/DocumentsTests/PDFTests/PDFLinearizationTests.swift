import Testing

@testable import BroadsealDocuments

@Suite("A PDF that says it is linearised")
struct PDFLinearizationTests {
  /// A file that begins with a dictionary that is given its size, and ends with a section that leads
  /// elsewhere.
  private static func file(_ dictionary: (Int) -> String, moreBytes: Int = 0) -> [UInt8] {
    func sample(_ size: Int) -> [UInt8] {
      PDFSample(header: "%PDF-1.7\n%\n\(dictionary(size))\n").bytes
    }
    // Every size has three digits.
    return sample(sample(100).count + moreBytes)
  }

  static let faults: [PDFCase] = [
    PDFCase("the length is the file's", file { "9 0 obj\n<< /Linearized 1 /L \($0) >>\nendobj" }),
    PDFCase(
      "a name with escapes", file { "9 0 obj\n<< /Linear#69zed 1 /L \($0) >>\nendobj" }),
    PDFCase("the length twice", file { "9 0 obj\n<< /Linearized 1 /L 7 /L \($0) >>\nendobj" }),
    PDFCase("a length with a point", file { "9 0 obj\n<< /Linearized 1 /L \($0).0 >>\nendobj" }),
    PDFCase("object 0", file { "0 0 obj\n<< /Linearized 1 /L \($0) >>\nendobj" }),
    PDFCase(
      "a comment in between", file { "9 %\n0 obj\n<< /Linearized 1 /L \($0) >>\nendobj" }),
    PDFCase(
      "a string that ends the object",
      file { "9 0 obj\n<< /Linearized 1 /L \($0) /X (endobj) >>\nendobj" }),
  ]

  @Test("has two readings where some readers begin with another section", arguments: faults)
  func ambiguous(_ file: PDFCase) {
    #expect(pdfFault(file.bytes) == "PDF-AMBIGUOUS")
  }

  static let sound: [PDFCase] = [
    PDFCase(
      "the length was another file's",
      file({ "9 0 obj\n<< /Linearized 1 /L \($0) >>\nendobj" }, moreBytes: 1)),
    PDFCase("no length", file { _ in "9 0 obj\n<< /Linearized 1 >>\nendobj" }),
    PDFCase("another dictionary", file { "9 0 obj\n<< /L \($0) >>\nendobj" }),
  ]

  @Test("has one reading where none does", arguments: sound)
  func unambiguous(_ file: PDFCase) {
    #expect(pdfFault(file.bytes) == nil)
  }
}
