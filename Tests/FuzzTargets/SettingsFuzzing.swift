import Broadseal
import BroadsealBytes
import BroadsealSigning
import BroadsealTrust
import TestSupport

/// What users hand over: profiles, lists, plans, evidence.
enum SettingsFuzzing {
  static func profile(_ bytes: [UInt8]) {
    let path = FuzzWorld.scratch.write(bytes, to: "ISSUER.toml")
    _ = try? IssuerProfile(FilePath(path))
  }

  static func list(_ bytes: [UInt8]) {
    _ = try? ParsedTrustList(parsing: bytes, name: "list.json")
    _ = try? ListKeys(pem: bytes, name: "list.keys.pem")
    var material = TrustStore()
    material.addGovernmentList(bytes, name: "us.json", keys: FuzzWorld.pki.demo.us.pinned.pem)
    _ = try? TrustContext(material, at: TestPKI.now)
  }

  static func plan(_ bytes: [UInt8]) {
    _ = try? SigningPlan(parsing: bytes)
    guard let approved = try? ApprovedPlan(parsing: bytes, name: "plan.json") else { return }
    _ = try? SigningPlan(parsing: approved.plan)
  }

  static func evidence(_ bytes: [UInt8]) {
    guard let bundle = try? EvidenceBundle(parsing: bytes, name: "evidence.json") else { return }
    _ = try? bundle.text()
  }
}
