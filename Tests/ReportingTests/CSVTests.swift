import Testing

@testable import BroadsealReporting

@Suite("A spreadsheet shows what a cell says and runs nothing")
struct CSVTests {
  @Test("a cell is never a formula", arguments: ["=1", "+1", "-1", "@x", "\u{FF1D}1", " =1"])
  func formula(text: String) {
    #expect(CSV.cell(text).contains("'"))
  }

  @Test("a plain cell stays as it is", arguments: ["a.pdf", "日本", "1-2", ""])
  func plain(text: String) {
    #expect(CSV.cell(text) == text)
  }
}
