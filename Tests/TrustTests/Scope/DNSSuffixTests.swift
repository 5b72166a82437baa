import BroadsealBytes
import BroadsealOpenSSL
import BroadsealTrust
import TestSupport
import Testing

/// T-06: names that look as if they lay below an agency's domain.
struct DNSSuffixTests {
  static let names: [(String, Bool)] = [
    ("demo.gov", true), ("press.demo.gov", true), ("a.b.demo.gov", true), ("1.demo.gov", true),
    ("evildemo.gov", false), ("demo.gov.evil.com", false), ("demo.gov.", false),
    (".demo.gov", false), ("press..demo.gov", false), ("DEMO.gov", false),
    ("press.Demo.gov", false), ("xn--prss-epa.demo.gov", false), ("*.demo.gov", false),
    ("-a.demo.gov", false), ("a-.demo.gov", false), ("a_b.demo.gov", false), ("gov", false),
    ("", false), ("demo.gov\u{0}.evil.com", false), ("demo\u{FF0E}gov", false),
    ("d\u{435}mo.gov", false), ("press.demo.gov ", false),
    (String(repeating: "a", count: 64) + ".demo.gov", false),
    (String(repeating: "a.", count: 130) + "demo.gov", false),
  ]

  @Test("A domain covers itself and whole labels below it", arguments: names)
  func covers(_ name: String, _ expected: Bool) throws {
    #expect(try #require(DNSSuffix("demo.gov")).covers(name) == expected)
  }

  @Test("A domain that has punycode itself covers names below it without more of it")
  func punycode() throws {
    let suffix = try #require(DNSSuffix("xn--eckwd4c7c.invalid"))
    #expect(suffix.covers("press.xn--eckwd4c7c.invalid"))
    #expect(!suffix.covers("xn--press.xn--eckwd4c7c.invalid"))
  }

  @Test(
    "A list can only name plain domains of two labels or more",
    arguments: ["gov", "", ".gov", "demo.gov.", "Demo.gov", "*.gov", "demo gov.x", "日本.invalid"])
  func refuses(_ name: String) {
    #expect(DNSSuffix(name) == nil)
  }

  @Test(
    "Every DNS name of a certificate must lie below a listed domain",
    arguments: [
      (["press.demo.gov"], true), (["demo.gov", "a.demo.gov"], true),
      (["demo.gov", "evil.com"], false), ([], false), (["evildemo.gov"], false),
    ] as [([String], Bool)])
  func certificates(_ names: [String], _ matches: Bool) throws {
    let maker = try ListMaker()
    let scope = Scope(
      jurisdiction: DemoAgency.us.jurisdiction, agency: DemoAgency.us.agency,
      subject: SubjectRule(dnsSuffixes: [try #require(DNSSuffix("demo.gov"))]))
    let signer = try maker.pki.signer { builder in
      guard !names.isEmpty else { return }
      let items: [UInt8] = names.flatMap { [0x82, UInt8($0.utf8.count)] + Array($0.utf8) }
      builder.extraExtensions = [
        CertificateExtension("2.5.29.17", value: [0x30, UInt8(items.count)] + items)
      ]
    }
    #expect(try maker.mismatches(of: signer, with: scope) == (matches ? [] : [.dnsName]))
  }
}
