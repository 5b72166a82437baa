import BroadsealFiles
import Testing

@testable import BroadsealDocuments

@Suite("Lines that start an object, wherever they stand in a PDF")
struct PDFObjectHeadersTests {
  private static func starts(_ text: String, behind count: Int = 0) throws -> [Int] {
    let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: count) + Array(text.utf8)
    let file = PDFFile(source: ByteSource(bytes: bytes), origin: 0, end: bytes.count)
    var starts: [Int] = []
    try PDFObjectHeaders(file).each { header in
      starts.append(header.start - count)
      return true
    }
    return starts
  }

  private static let long = String(repeating: "a", count: 400)
  private static let blanks = String(repeating: " ", count: 400)

  static let found: [(String, [Int])] = [
    ("5 0 obj", [0]), ("\n5 0 obj 6 0 obj", [1, 9]), ("5\t\r\n0\u{0}obj", [0]), ("5 0obj", [0]),
    ("5 % a comment\n0 %\n% and two\nobj", [0]), ("5 0 %\(long)\nobj", [0]),
    ("5\(blanks)0\(blanks)obj", [0]), ("endobj", []), ("an obj", []), ("0 obj", []), ("5 0 ob", []),
  ]

  @Test("are found with blanks and comments between the words", arguments: found)
  func list(_ text: String, _ expected: [Int]) throws {
    #expect(try Self.starts(text) == expected)
  }

  @Test("are found where blocks meet, by whichever letter", arguments: -12...4)
  func seam(_ shift: Int) throws {
    #expect(try Self.starts("\n5 0 obj\n", behind: 1 << 20 + shift) == [1])
  }

  @Test("count where more stands before them than is looked at", arguments: [blanks, "%\(long)\n"])
  func farAway(_ filling: String) throws {
    let text = "\n5 0 \(filling)obj"
    let count = 1 << 20 - text.utf8.count + 2
    #expect(try Self.starts(text, behind: count).count == 1)
  }

  @Test("are handed over until somebody has enough")
  func stop() throws {
    let bytes = Array("1 0 obj 2 0 obj 3 0 obj".utf8)
    let file = PDFFile(source: ByteSource(bytes: bytes), origin: 0, end: bytes.count)
    var count = 0
    try PDFObjectHeaders(file).each { _ in
      count += 1
      return count < 2
    }
    #expect(count == 2)
  }
}
