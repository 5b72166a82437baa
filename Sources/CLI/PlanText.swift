import BroadsealJSON
import BroadsealOpenSSL
import BroadsealReporting
import BroadsealSigning

/// A plan as a person reads it before approving.
enum PlanText {
  /// Everything that the plan says, and its digest.
  static func text(_ plan: SigningPlan) -> String {
    var text = ""
    for file in plan.files { text += line(file) }
    if let parent = plan.parent { text += "parent of each:\n" + line(parent) }
    if let value = try? JSON.Reader.parse(plan.bytes) {
      for key in ["label", "identity", "run", "document", "form", "certificate"] {
        guard let member = value[key] else { continue }
        text += "\(key)  \(JSON.Writer.write(member))\n"
      }
    }
    return text + digest(of: plan) + "\n"
  }

  private static func line(_ file: SigningPlan.File) -> String {
    let sidecar = file.sidecar.map { "with the label beside it, \($0.hex)" } ?? "no label beside it"
    return "\(file.sha256.hex)  \(Untrusted.path(file.path)), \(file.size) bytes, \(sidecar)\n"
  }

  /// The digest by which two people can tell that they mean the same plan.
  static func digest(of plan: SigningPlan) -> String { "plan SHA-256 \(hex(of: plan))" }

  /// The digest alone.
  static func hex(of plan: SigningPlan) -> String {
    (try? Digest.of(plan.bytes, .sha256).hex) ?? ""
  }
}
