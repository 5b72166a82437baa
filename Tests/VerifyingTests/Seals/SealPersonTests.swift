import BroadsealTrust
import TestSupport
import Testing

@testable import BroadsealOpenSSL

@Suite("A certificate of a natural person under the name of an office")
struct SealPersonTests {
  private static func certificate(
    _ attributes: [(type: String, text: String)] = [], extension value: [UInt8]? = nil
  ) throws -> Certificate {
    let pki = try TestPKI.shared()
    let all = [("2.5.4.10", "Office"), ("2.5.4.3", "A name")] + attributes
    let made = try CertificateSurgery.reissued(pki.demo.jp.signer, by: pki.demo.jp.issuing) {
      $0.subject = CertificateSurgery.name(
        all.map { [(type: $0.0, tag: UInt8(0x0C), value: Array($0.1.utf8))] })
      if let value {
        $0.extensions = DERWriter.element(DERTag.context(3), DERWriter.sequence([value]))
      }
    }
    return try #require(made.first)
  }

  private static func extending(_ name: String, _ value: [UInt8]) -> [UInt8] {
    DERWriter.sequence([DERWriter.objectIdentifier(name), DERWriter.octetString(value)])
  }

  private static func statements(types: [String]?, complies: Bool = true) -> [UInt8] {
    var all =
      complies ? [DERWriter.sequence([DERWriter.objectIdentifier("0.4.0.1862.1.1")])] : []
    if let types {
      all.append(
        DERWriter.sequence([
          DERWriter.objectIdentifier("0.4.0.1862.1.6"),
          DERWriter.sequence(types.map(DERWriter.objectIdentifier)),
        ]))
    }
    return extending("1.3.6.1.5.5.7.1.3", DERWriter.sequence(all))
  }

  @Test(
    "is told by its number, in whatever case",
    arguments: [
      "PNOSK-1", "pnosk-1", "TAXSK-1", "TINSK-1", "IDCSK-1", "IDNSK-1", "PASSK-1", "CI:SK-1",
    ])
  func numbers(_ number: String) throws {
    #expect(try Self.certificate([("2.5.4.5", number)]).isOfPerson)
  }

  @Test("is not told by a number that an office may have", arguments: ["12345", "VATSK-1", "1:2"])
  func officesNumbers(_ number: String) throws {
    #expect(try !Self.certificate([("2.5.4.5", number)]).isOfPerson)
  }

  @Test(
    "is told by what only people have", arguments: ["2.5.4.42", "2.5.4.4", "2.5.4.65", "2.5.4.12"])
  func attributes(_ type: String) throws {
    #expect(try Self.certificate([(type, "Clerk")]).isOfPerson)
  }

  @Test("is told by a qualified certificate that is for signatures, or does not say for what")
  func qualified() throws {
    #expect(try Self.certificate(extension: Self.statements(types: nil)).isOfPerson)
    let (sign, seal) = ("0.4.0.1862.1.6.1", "0.4.0.1862.1.6.2")
    #expect(try Self.certificate(extension: Self.statements(types: [seal, sign])).isOfPerson)
    #expect(try !Self.certificate(extension: Self.statements(types: [seal])).isOfPerson)
  }

  @Test("is no qualified one for seals by its type or its policy alone")
  func qualifiedForSeals() throws {
    let (sign, seal) = ("0.4.0.1862.1.6.1", "0.4.0.1862.1.6.2")
    func isQualified(_ statements: [UInt8]) throws -> Bool {
      try Self.certificate(extension: statements).isQualifiedForSeals
    }
    #expect(try isQualified(Self.statements(types: [seal])))
    #expect(try !isQualified(Self.statements(types: [seal], complies: false)))
    #expect(try !isQualified(Self.statements(types: [sign])))
    #expect(try !isQualified(Self.statements(types: nil)))
    let policy = DERWriter.sequence([
      DERWriter.sequence([DERWriter.objectIdentifier("0.4.0.194112.1.1")])
    ])
    #expect(try !isQualified(Self.extending("2.5.29.32", policy)))
  }

  @Test(
    "is told by a policy for persons",
    arguments: ["0.4.0.1456.1.1", "0.4.0.1456.1.2", "0.4.0.194112.1.0"])
  func policies(_ policy: String) throws {
    let value = DERWriter.sequence([DERWriter.sequence([DERWriter.objectIdentifier(policy)])])
    #expect(try Self.certificate(extension: Self.extending("2.5.29.32", value)).isOfPerson)
  }

  @Test("is told by a date of birth beside its subject")
  func birth() throws {
    let value = DERWriter.sequence([
      DERWriter.sequence([DERWriter.objectIdentifier("1.3.6.1.5.5.7.9.1"), DERWriter.set([])])
    ])
    #expect(try Self.certificate(extension: Self.extending("2.5.29.9", value)).isOfPerson)
  }
}
