import BroadsealBytes
import BroadsealCOSE
import BroadsealDocuments
import BroadsealJUMBF
import BroadsealProvenance

/// A label that stands where a result would go, as far as it can be compared with what is asked for.
struct EarlierLabel {
  /// The manifest that states something of the document: the active one, or the one below manifests that
  /// only added a time stamp.
  let manifest: Manifest
  /// The active manifest's name.
  let active: String
  /// The name of the manifest that it descends from; nil where it descends from none.
  let parent: String?
  /// Whether a time stamp is in a signature of it, or in a manifest after it.
  let isStamped: Bool

  /// Reads the label in `store`; nil when that is no store, or none that this house writes.
  init?(_ store: [UInt8]) {
    guard let parsed = try? ManifestStore(parsing: store, allowTrailingZeros: true) else {
      return nil
    }
    var manifest = parsed.active
    var isStamped = EarlierLabel.isStamped(manifest)
    for _ in 0..<EarlierLabel.maximumDepth where !EarlierLabel.states(manifest) {
      guard manifest.assertions.contains(where: { $0.label.isOne(of: [TimeStamps.label]) }),
        let below = EarlierLabel.parent(of: manifest).flatMap(parsed.manifest(labelled:))
      else { return nil }
      isStamped = true
      manifest = below
    }
    guard EarlierLabel.states(manifest) else { return nil }
    self.manifest = manifest
    self.isStamped = isStamped
    active = parsed.active.label
    parent = EarlierLabel.parent(of: manifest)
  }

  /// What it says in the house's own assertion; nil where that cannot be read.
  private var statement: BroadsealLabel? {
    manifest.assertions.first { $0.label.isOne(of: [BroadsealLabel.label]) }?.cbor
      .flatMap { try? BroadsealLabel($0) }
  }

  /// Whether it names `approval`, record and moment included; any label will do where none is asked for.
  func names(_ approval: Approval?) -> Bool {
    guard let approval else { return true }
    let own = BroadsealLabel.Approval(
      role: approval.role, record: approval.record, time: approval.time)
    return statement?.approval == own
  }

  /// Whether it says of AI that more was done than `use` says.
  func statesMoreAI(than use: AIStatement.Use) -> Bool {
    guard let label = statement else { return false }
    switch label.ai.use {
    case .noneUsed: return false
    case .altered: return use == .none
    case .generated: return use != .generated
    }
  }

  /// Manifests that may have added a time stamp, one after the other.
  private static let maximumDepth = 16

  private static func states(_ manifest: Manifest) -> Bool {
    manifest.assertions.contains { $0.label.isOne(of: [BroadsealLabel.label]) }
  }

  private static func isStamped(_ manifest: Manifest) -> Bool {
    guard case .success(let signature) = manifest.signature,
      let sign1 = try? Sign1(decoding: signature.bytes)
    else { return false }
    return !sign1.timeStamps.isEmpty
  }

  private static func parent(of manifest: Manifest) -> String? {
    for assertion in manifest.assertions {
      guard let ingredient = try? Ingredient(assertion), ingredient.isParent else { continue }
      if let label = ingredient.activeManifest?.uri?.manifest { return label }
    }
    return nil
  }
}

extension Document {
  /// The label that the document carries itself; nil where it carries none that can be read.
  var embedded: LocatedStore? {
    guard let location = try? carrier?.locate(), case .found(let store) = location else {
      return nil
    }
    return store
  }

  /// The name of the active manifest of the document at `path`, in it or beside it; nil where there is none.
  func activeManifest(at path: FilePath) -> String? {
    guard let store = embedded?.bytes ?? (try? Sidecar.find(for: path)) else { return nil }
    return (try? ManifestStore(parsing: store, allowTrailingZeros: true))?.active.label
  }
}
