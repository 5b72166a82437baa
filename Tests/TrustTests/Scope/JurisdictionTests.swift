import BroadsealTrust
import Testing

struct JurisdictionTests {
  @Test(
    "A jurisdiction is a country, a part of one, or INT",
    arguments: [
      ("US", true), ("JP-13", true), ("US-CA", true), ("GB-ENG", true), ("INT", true),
      ("us", false), ("U", false), ("USA", false), ("JP-", false), ("JP-1234", false),
      ("JP-13-1", false), ("JP-ca", false), ("INT-1", false), ("", false), ("-", false),
      ("ＪＰ", false), ("JP\u{0}", false),
    ])
  func codes(_ code: String, _ expected: Bool) {
    #expect((Jurisdiction(code) != nil) == expected)
  }

  @Test(
    "A country covers its parts and nothing else",
    arguments: [
      ("JP", "JP", true), ("JP", "JP-13", true), ("JP-13", "JP", false), ("JP-13", "JP-13", true),
      ("JP-1", "JP-13", false), ("US", "JP", false), ("INT", "INT", true), ("INT", "US", false),
      ("US", "INT", false),
    ])
  func covers(_ one: String, _ other: String, _ expected: Bool) throws {
    #expect(try #require(Jurisdiction(one)).covers(try #require(Jurisdiction(other))) == expected)
  }
}
