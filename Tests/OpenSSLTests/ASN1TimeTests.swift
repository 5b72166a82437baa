import BroadsealBytes
import Testing

@testable import BroadsealOpenSSL

@Suite("The time that a signer states is read by its kind and its length")
struct ASN1TimeTests {
  private static func time(_ tag: UInt8, _ text: String) throws -> UTCTime? {
    var reader = BERReader(DERWriter.element(tag, Array(text.utf8))[...])
    return UTCTime(try reader.next())
  }

  @Test("two digits of a year in one kind, four in the other")
  func kinds() throws {
    let time = UTCTime(year: 2026, month: 11, day: 20, hour: 9, minute: 8, second: 7)
    #expect(try Self.time(DERTag.utcTime, "261120090807Z") == time)
    #expect(try Self.time(DERTag.generalizedTime, "20261120090807Z") == time)
    let old = UTCTime(year: 1999, month: 12, day: 31, hour: 23, minute: 59, second: 59)
    #expect(try Self.time(DERTag.utcTime, "991231235959Z") == old)
  }

  @Test(
    "and in no other way",
    arguments: [
      (DERTag.utcTime, "20261120090807Z"), (DERTag.generalizedTime, "261120090807Z"),
      (DERTag.octetString, "261120090807Z"), (DERTag.utf8String, "20261120090807Z"),
      (DERTag.utcTime, "2611200908Z"), (DERTag.utcTime, "261120090807+0100"),
      (DERTag.utcTime, "2611200908070"), (DERTag.utcTime, "26112009080:Z"),
      (DERTag.utcTime, "261320090807Z"), (DERTag.generalizedTime, "20261120090807.5Z"),
      (DERTag.utcTime, ""),
    ])
  func others(_ tag: UInt8, _ text: String) throws {
    #expect(try Self.time(tag, text) == nil)
  }
}
