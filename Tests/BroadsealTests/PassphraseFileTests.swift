import Broadseal
import BroadsealBytes
import TestSupport
import Testing

@Suite("A passphrase file is what its writer typed")
struct PassphraseFileTests {
  @Test("with the mark of an editor, or two bytes a character, the first line is the same")
  func editors() throws {
    let folder = Scratch()
    let text = "geheim é\r\nmore"
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + little,
      [0xFE, 0xFF] + big,
    ] {
      let path = FilePath(folder.write(bytes, to: "secret"))
      #expect(try Passphrases.firstLine(of: path) == Array("geheim é".utf8))
    }
    #expect(PlainBytes.utf8([0xFF, 0xFE, 0x41]) == [])
    #expect(PlainBytes.utf8([0xFF]) == [0xFF])
  }
}
