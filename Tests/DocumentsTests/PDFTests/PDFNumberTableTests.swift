import Testing

@testable import BroadsealDocuments

@Suite("Values by the number of an object")
struct PDFNumberTableTests {
  @Test("are what was set, near and far")
  func values() {
    var table = PDFNumberTable<Int>()
    table.reserve(8_388_607, count: 3)
    let numbers = [0, 1, 69, 70, 4_000, 8_388_607, -1]
    #expect(table.room == 70)
    for number in numbers { table[number] = number + 1 }
    for _ in 0..<2 {
      #expect(numbers.allSatisfy { table[$0] == $0 + 1 })
      #expect(table.numbers.sorted() == numbers.sorted())
      #expect(table[2] == nil && table[5_000] == nil)
      table.reserve(4_001)
    }
    table[4_000] = nil
    #expect(table[4_000] == nil && !table.numbers.contains(4_000))
  }
}

@Suite("Names of PDF")
struct PDFNameTests {
  @Test(
    "are their bytes, however many",
    arguments: ["", "V", "Contents", "Resources", "abcdefg\u{0}", "\u{0}", "ab\u{0}", "é", "ééééé"])
  func bytes(_ text: String) {
    let name = PDFName(Array(text.utf8))
    #expect(name.bytes == Array(text.utf8))
    #expect(name == PDFName(stringLiteral: text))
    #expect(name != PDFName(Array((text + "x").utf8)))
    #expect(name != PDFName(Array((text + "\u{0}").utf8)))
    #expect(Set([name, PDFName(stringLiteral: text)]).count == 1)
  }
}
