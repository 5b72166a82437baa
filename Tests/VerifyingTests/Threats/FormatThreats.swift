import BroadsealDocuments
import BroadsealVerifying
import TestSupport

/// One changed bit in a file of each format, and each format's genuine file: written from the table of
/// formats, so that a format without them fails.
enum FormatThreats {
  static let rows: [ThreatRow] = FormatEvidence.all.filter { $0.untried == nil }.map { evidence in
    ThreatRow(
      .changedByte, name(evidence.format), .broken(.altered, "OFF-1-ALTERED")
    ) { pki in try file(evidence, pki) { evidence.changed($0) } }
  }

  static let genuine: [ThreatRow] = FormatEvidence.all.filter { $0.untried == nil }.map {
    evidence in
    ThreatRow(nil, name(evidence.format), .official()) { pki in try file(evidence, pki) { $0 } }
  }

  /// How rows name a format.
  static func name(_ format: Format) -> String { "\(format.name.english) (`\(format.kind)`)" }

  private static func file(
    _ evidence: FormatEvidence, _ pki: TestPKI, _ change: ([UInt8]) -> [UInt8]
  ) throws -> ThreatCase {
    let labelled = try evidence.labelled(by: TestManifest(pki))
    var item = ThreatCase(evidence.name, change(labelled.content), trust: .demo(pki))
    item.sidecar = labelled.sidecar
    return item
  }
}
