import BroadsealJUMBF
import BroadsealProvenance

/// The active manifest, every manifest it descends from, and how they are joined
/// (C2PA 2.4 §15.11.3.3).
struct Lineage: Sendable {
  /// An ingredient assertion and the manifest that it names.
  struct Edge: Sendable {
    /// Label of the manifest that holds the assertion.
    let holder: String
    /// Label of the assertion.
    let assertion: AssertionLabel
    /// What the assertion says.
    let ingredient: Ingredient
    /// The manifest that it names; nil when it names none, or none that is there.
    let target: Manifest?
    /// Whether following it leads back to where it came from.
    let isCycle: Bool
  }

  /// Every manifest once, the active one first, parents before their own ingredients.
  private(set) var manifests: [Manifest] = []
  /// Every ingredient assertion of those manifests, depth first.
  private(set) var edges: [Edge] = []
  /// What the claims of the lineage redact.
  private(set) var redactions = Redactions()
  /// Which limit the walk ran into, if it did; the rest was not looked at.
  private(set) var limit: String?

  /// The most manifests that are followed from one active manifest.
  static let maximumManifests = 512
  /// The most ingredient assertions that are looked at, over all manifests.
  static let maximumEdges = 4_096
  /// The longest line of ingredients of ingredients.
  static let maximumDepth = 64

  private let lookup: ManifestLookup
  private var visited: Set<String> = []
  /// Places in `edges` by the label of the manifest that holds them.
  private var held: [String: [Int]] = [:]

  /// Follows every ingredient of `active`, whether it is proved or not: what is not will fail its
  /// own check.
  init(of active: Manifest, lookup: ManifestLookup) {
    self.lookup = lookup
    follow(active, ancestors: [])
  }

  /// The edges that a manifest holds, in order.
  func edges(of label: String) -> [Edge] { (held[label] ?? []).map { edges[$0] } }

  private mutating func follow(_ manifest: Manifest, ancestors: Set<String>) {
    guard manifests.count < Lineage.maximumManifests, ancestors.count < Lineage.maximumDepth else {
      limit = limit ?? "the lineage of ingredients is too large"
      return
    }
    visited.insert(manifest.label)
    manifests.append(manifest)
    guard case .success(let claim) = manifest.claim else { return }
    for text in claim.redacted {
      if JUMBF.URI(text)?.manifest != manifest.label { redactions.insert(text) }
    }
    let line = ancestors.union([manifest.label])
    var seen: Set<String> = []
    for reference in claim.assertions {
      guard let uri = reference.uri, let assertion = manifest.assertion(at: uri),
        assertion.label.isIngredient, seen.insert(assertion.label.text).inserted,
        let ingredient = try? Ingredient(assertion)
      else { continue }
      guard edges.count < Lineage.maximumEdges else {
        limit = limit ?? "there are too many ingredients"
        return
      }
      let label = ingredient.activeManifest?.uri?.manifest
      let target = label.flatMap(lookup.manifest)
      let isCycle = target.map { line.contains($0.label) } ?? false
      held[manifest.label, default: []].append(edges.count)
      edges.append(
        Edge(
          holder: manifest.label, assertion: assertion.label, ingredient: ingredient,
          target: target, isCycle: isCycle))
      if let target, !visited.contains(target.label) { follow(target, ancestors: line) }
    }
  }
}
