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
