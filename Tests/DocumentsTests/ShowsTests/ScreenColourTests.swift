import Testing

@testable import BroadsealDocuments

struct ScreenColourTests {
  private static func grey(_ value: Double) -> ScreenColour {
    ScreenColour(red: value / 255, green: value / 255, blue: value / 255)
  }

  @Test("contrast is that of WCAG, and text below 1.6 is not seen")
  func ratios() {
    #expect(abs(ScreenColour.black.ratio(to: .white) - 21) < 0.001)
    #expect(abs(ScreenColourTests.grey(0x77).ratio(to: .white) - 4.478) < 0.01)
    #expect(ScreenColourTests.grey(0xE5).isPale())
    #expect(!ScreenColourTests.grey(0xCC).isPale())
    // Light yellow, with one channel far from white.
    #expect(ScreenColour(red: 1, green: 1, blue: 0.878).isPale())
    #expect(ScreenColour.black.isPale(on: ScreenColourTests.grey(0x20)))
    #expect(!ScreenColour.white.isPale(on: .black))
    #expect(ScreenColour(red: .nan, green: -3, blue: 9) == ScreenColour(red: 0, green: 0, blue: 1))
  }

  @Test("what covers a ground in part is mixed with it")
  func mixed() {
    #expect(ScreenColour.black.over(.white, share: 0.1).isPale())
    #expect(!ScreenColour.black.over(.white, share: 0.5).isPale())
    #expect(ScreenColour.black.over(.white, share: 0) == .white)
  }
}
