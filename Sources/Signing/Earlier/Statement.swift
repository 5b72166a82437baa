import BroadsealBytes
import BroadsealJUMBF
import BroadsealProvenance

/// What a manifest states of its document, without what differs from one signing to the next: times, names
/// made by chance, references, the approval that a person gave.
///
/// Two manifests of one statement say the same to whoever reads them.
struct Statement: Hashable {
  /// One action, by what it says.
  private struct Step: Hashable {
    let name: String
    let source: String?

    init(_ action: Action) {
      name = action.name
      source = action.digitalSourceType
    }
  }

  private let label: BroadsealLabel
  private let steps: [Step]
  private let isComplete: Bool
  private let title: String?
  private let language: String?
  private let hasIdentity: Bool

  /// What `request` asks a signer to state.
  ///
  /// - Parameters:
  ///   - hasParent: whether the manifest that is compared with it keeps earlier credentials: it then begins
  ///     with the opening of those.
  ///   - hasIdentity: whether somebody stands behind the document beside the signer.
  init(
    _ request: SigningRequest, hasParent: Bool, generator: ClaimGenerator, hasIdentity: Bool
  ) throws(SigningError) {
    let plan = try ActionPlan(
      request, hasParent: hasParent, generator: generator, at: UTCTime(secondsSinceEpoch: 0))
    let opened = HashedURI(uri: JUMBF.URI(manifest: nil, path: []), hash: [])
    let actions = plan.actions(parent: plan.opensParent ? opened : nil)
    label = Statement.plain(
      LabelAssertions(request.label, uniqueID: "").label, supersedes: request.label.supersedes)
    steps = actions.actions.map(Step.init)
    isComplete = actions.allActionsIncluded ?? false
    title = request.title
    language = request.language
    self.hasIdentity = hasIdentity
  }

  /// What `manifest` states; nil when it is none that this house writes with a label.
  ///
  /// - Parameter request: what it is compared with. Which label it stands in the place of, is compared only where the
  ///   request says so: a correction stays what it is on the next night.
  init?(_ manifest: Manifest, against request: SigningRequest) {
    var (label, actions, metadata): (BroadsealLabel?, Actions?, Metadata?)
    var hasIdentity = false
    for assertion in manifest.assertions {
      if assertion.label.isOne(of: [BroadsealLabel.label]) {
        guard label == nil, let value = assertion.cbor else { return nil }
        label = try? BroadsealLabel(value)
      } else if assertion.label.isActions {
        guard actions == nil else { return nil }
        actions = try? Actions(assertion)
      } else if assertion.label.isOne(of: [Metadata.label]) {
        metadata = assertion.json.flatMap { try? Metadata($0) }
      } else if assertion.label.isOne(of: [IdentityAssertion.label]) {
        hasIdentity = true
      }
    }
    guard let label, let actions else { return nil }
    self.label = Statement.plain(
      label, supersedes: request.label.supersedes == nil ? nil : label.supersedes)
    steps = actions.actions.map(Step.init)
    isComplete = actions.allActionsIncluded ?? false
    title = metadata?.texts(named: "title").first
    language = metadata?.texts(named: "language").first
    self.hasIdentity = hasIdentity
  }

  /// A label without its approval and its own name.
  private static func plain(_ label: BroadsealLabel, supersedes: String?) -> BroadsealLabel {
    let ai = label.ai
    return BroadsealLabel(
      origin: label.origin,
      ai: BroadsealLabel.AI(
        use: ai.use, uniqueID: "", scope: ai.scope, provider: ai.provider, system: ai.system,
        version: ai.version, deepfake: ai.deepfake, humanReview: ai.humanReview, review: ai.review,
        editorialResponsibility: ai.editorialResponsibility),
      supersedes: supersedes)
  }
}
