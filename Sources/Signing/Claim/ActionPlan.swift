import BroadsealBytes
import BroadsealProvenance

/// What `c2pa.actions.v2` says of a document (C2PA 2.4, actions).
///
/// | the label says | without credentials | with credentials or a parent |
/// |---|---|---|
/// | no AI | created (`digitalCreation`, `print`, …) | opened |
/// | generated | created (`trainedAlgorithmicMedia`) | opened, edited (`trainedAlgorithmicMedia`) |
/// | altered | opened, edited (`compositeWithTrainedAlgorithmicMedia`) | the same |
///
/// A document that a model altered was there before: it is opened even when nothing is known of its
/// earlier state but that it had one.
struct ActionPlan {
  /// Whether the first action opens a parent, so that there has to be a parent ingredient.
  let opensParent: Bool

  private let use: AIStatement.Use
  private let source: SourceOrigin
  private let agent: GeneratorInfo?
  private let generator: GeneratorInfo
  private let names: [String]
  private let isComplete: Bool
  private let time: UTCTime

  /// The plan for `request` at `time`.
  init(
    _ request: SigningRequest, hasParent: Bool, generator: ClaimGenerator, at time: UTCTime
  ) throws(SigningError) {
    use = request.label.ai.use
    opensParent = hasParent || use == .altered
    source = request.source
    agent = request.label.ai.system.map {
      GeneratorInfo(name: $0, version: request.label.ai.version)
    }
    self.generator = GeneratorInfo(name: generator.name, version: generator.version)
    var names: [String] = []
    for text in request.actions { names.append(try ActionName.full(text)) }
    self.names = names
    isComplete = request.allActionsIncluded
    self.time = time
  }

  /// The actions; `parent` is the reference to the parent ingredient, which an opening needs.
  func actions(parent: HashedURI?) -> Actions {
    Actions(first(parent) + further, allActionsIncluded: isComplete)
  }

  private func first(_ parent: HashedURI?) -> [Action] {
    guard opensParent, let parent else {
      let source: DigitalSourceType = use == .generated ? .trainedAlgorithmicMedia : ownSource
      return [
        Action("c2pa.created", when: stated, softwareAgent: agent, digitalSourceType: source)
      ]
    }
    let opened = Action(
      "c2pa.opened", when: stated, softwareAgent: generator,
      parameters: ActionParameters(ingredients: [parent]))
    return use == .none ? [opened] : [opened, edited]
  }

  /// What the model did to the parent.
  private var edited: Action {
    Action(
      "c2pa.edited", when: stated, softwareAgent: agent,
      digitalSourceType: use == .generated
        ? .trainedAlgorithmicMedia : .compositeWithTrainedAlgorithmicMedia)
  }

  /// The actions that the operator adds. Where a model took part, nothing calls them human.
  private var further: [Action] {
    names.map { name in
      let source: DigitalSourceType =
        use == .none ? .humanEdits : .compositeWithTrainedAlgorithmicMedia
      return Action(
        name, when: stated,
        digitalSourceType: ActionName.statesSource(name) ? source : nil)
    }
  }

  /// How the parent was made, when nothing else is known of it.
  var parentSource: DigitalSourceType { ownSource }

  private var ownSource: DigitalSourceType {
    switch source {
    case .digitalCreation: .digitalCreation
    case .print: .print
    case .digitalCapture: .digitalCapture
    }
  }

  private var stated: StatedTime { StatedTime(time) }
}

/// The names of actions that an operator may add (C2PA 2.4, actions).
enum ActionName {
  /// Predefined actions that need nothing but their name.
  private static let plain: Set<String> = [
    "addedText", "adjustedColor", "changedSpeed", "converted", "cropped", "deleted", "drawing",
    "dubbed", "edited", "edited.metadata", "enhanced", "filtered", "mastered", "mixed",
    "orientation", "published", "remixed", "repackaged", "resized", "resized.proportional",
    "reviewed", "transcoded", "trimmed", "unknown",
  ]

  /// Those of them that state no source: the conformance programme asks for `digitalSourceType` on
  /// every other predefined action of `created_assertions`.
  private static let withoutSource: Set<String> = [
    "converted", "edited.metadata", "enhanced", "published", "repackaged", "resized.proportional",
    "transcoded",
  ]

  private static let prefix = "c2pa."

  /// The full name of the action that an operator calls `text`: `published`, `c2pa.published`, or
  /// a name of the operator's own such as `example.agency.registered`.
  static func full(_ text: String) throws(SigningError) -> String {
    let bare = text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
    if plain.contains(bare) { return prefix + bare }
    guard !text.hasPrefix(prefix), isReverseDomain(text) else {
      throw SigningError(
        .request, "the action is not one that can be added by name",
        hint: "use published, reviewed, converted or another plain C2PA action, or a name of your "
          + "own such as example.agency.registered")
    }
    return text
  }

  /// Whether the action called `name` states where its result comes from.
  static func statesSource(_ name: String) -> Bool {
    name.hasPrefix(prefix) && !withoutSource.contains(String(name.dropFirst(prefix.count)))
  }

  /// At least two dots, and only letters, digits, hyphens and dots between them.
  private static func isReverseDomain(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count >= 3 && text.utf8.count <= 128
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
              UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
              true
            default: false
            }
          }
      }
  }
}
