import Testing

@testable import BroadsealReporting

@Suite("A spreadsheet shows what a cell says and runs nothing")
struct CSVTests {
  /// A row of one cell, without its end.
  private func cell(_ text: String) -> String {
    String(decoding: CSV.row([text]).dropLast(2), as: UTF8.self)
  }

  @Test("a cell is never a formula", arguments: ["=1", "+1", "-1", "@x", "\u{FF1D}1", " =1"])
  func formula(text: String) {
    #expect(cell(text).contains("'"))
  }

  @Test("a plain cell stays as it is", arguments: ["a.pdf", "日本", "1-2", ""])
  func plain(text: String) {
    #expect(cell(text) == text)
  }
}
