import Testing

@testable import BroadsealDocuments

struct ContrastTests {
  private static func grey(_ value: Double) -> Contrast {
    Contrast(red: value / 255, green: value / 255, blue: value / 255)
  }

  @Test("contrast is that of WCAG, and text below 1.6 is not seen")
  func ratios() {
    #expect(abs(Contrast.black.ratio(to: .white) - 21) < 0.001)
    #expect(abs(ContrastTests.grey(0x77).ratio(to: .white) - 4.478) < 0.01)
    #expect(ContrastTests.grey(0xE5).isPale())
    #expect(!ContrastTests.grey(0xCC).isPale())
    // Light yellow, with one channel far from white.
    #expect(Contrast(red: 1, green: 1, blue: 0.878).isPale())
    #expect(Contrast.black.isPale(on: ContrastTests.grey(0x20)))
    #expect(!Contrast.white.isPale(on: .black))
    #expect(Contrast(red: .nan, green: -3, blue: 9) == Contrast(red: 0, green: 0, blue: 1))
  }

  @Test("what covers a ground in part is mixed with it")
  func mixed() {
    #expect(Contrast.black.over(.white, share: 0.1).isPale())
    #expect(!Contrast.black.over(.white, share: 0.5).isPale())
    #expect(Contrast.black.over(.white, share: 0) == .white)
  }
}
