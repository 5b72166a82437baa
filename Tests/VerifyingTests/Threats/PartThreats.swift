import BroadsealVerifying
import TestSupport

/// T-34: a file of several parts, which are bound one by one beside the whole (C2PA 2.5 §14.12.4).
enum PartThreats {
  static let rows: [ThreatRow] = [
    row(
      "the film behind a photograph is cut off, and may be", .sound, cut,
      .unofficial(.recognisedTool, ["OFF-1-BINDING-FORM"], also: ["BINDING-PARTS"], exit: 5)),
    row(
      "the film is cut off, and may not be", .required, cut,
      altered("assertion.multiAssetHash.missingPart")),
    row(
      "half of the film is cut off", .sound, { Array($0.dropLast(20)) },
      altered("assertion.multiAssetHash.mismatch")),
    row(
      "bytes behind the film are no part's", .sound, { $0 + [0] },
      altered("assertion.multiAssetHash.malformed")),
    row(
      "parts that overlap", .overlapping, turned, altered("assertion.multiAssetHash.malformed")),
    row(
      "bytes between the parts that no part has", .gap, turned,
      altered("assertion.multiAssetHash.malformed")),
    row("two lists of parts", .twice, cut, altered("assertion.multiAssetHash.malformed")),
    row(
      "a list that names another hash than that of its part", .foreignHash, cut,
      altered("assertion.multiAssetHash.malformed")),
  ]

  private static func altered(_ code: String) -> ThreatOutcome {
    .broken(.altered, "OFF-1-ALTERED", code)
  }

  private static let cut: @Sendable ([UInt8]) -> [UInt8] = {
    Array($0.dropLast(MediaFile.film.count))
  }
  private static let turned: @Sendable ([UInt8]) -> [UInt8] = { file in
    var file = file
    file[10] ^= 1
    return file
  }

  private static func row(
    _ attack: String, _ form: MultiAssetTests.Form,
    _ change: @escaping @Sendable ([UInt8]) -> [UInt8], _ expected: ThreatOutcome
  ) -> ThreatRow {
    ThreatRow(.parts, attack, expected) { pki in
      ThreatCase(
        "release.jpg", change(try MultiAssetTests.file(form).bytes), trust: .demo(pki))
    }
  }
}
