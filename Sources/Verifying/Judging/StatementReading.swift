import BroadsealNotes
import BroadsealProvenance

/// Reads what a proved label says of its document.
enum StatementReading {
  /// What the active manifest says; nil when it says nothing.
  static func statement(
    of manifest: ProvedManifest, in store: StoreValidation, _ context: ValidationContext
  ) -> LabelStatement? {
    let label = manifest.labelReading.label
    let ai = label?.ai
    let statement = LabelStatement(
      claim: label?.origin.map(claim), title: title(of: manifest),
      language: label?.origin?.language ?? metadata("language", of: manifest),
      humanReview: ai?.humanReview, review: ai?.review.map(review),
      editorialResponsibility: ai?.editorialResponsibility,
      deepfake: ai?.deepfake, approval: label?.approval.map(approval),
      supersedes: label?.supersedes, earlier: earlier(than: manifest, in: store, context))
    return statement.isEmpty ? nil : statement
  }

  private static func claim(_ origin: BroadsealLabel.Origin) -> LabelStatement.Claim {
    let names = [("en", origin.agency.english), ("ja", origin.agency.japanese)]
      .compactMap { language, name in name.map { (language, $0) } }
    return LabelStatement.Claim(
      agency: Agency(
        id: origin.agency.id, names: Dictionary(names, uniquingKeysWith: { first, _ in first })),
      jurisdiction: origin.jurisdiction, office: origin.office, reference: origin.reference,
      url: origin.url)
  }

  private static func review(_ review: BroadsealLabel.AI.Review) -> LabelStatement.Review {
    LabelStatement.Review(role: review.role, time: review.time, version: review.version)
  }

  private static func approval(_ approval: BroadsealLabel.Approval) -> LabelStatement.Approval {
    LabelStatement.Approval(role: approval.role, record: approval.record, time: approval.time)
  }

  private static func title(of manifest: ProvedManifest) -> String? {
    metadata("title", of: manifest) ?? manifest.claim.title
  }

  /// The one text that metadata gives under `key`; nil where there is none, or several that differ.
  private static func metadata(_ key: String, of manifest: ProvedManifest) -> String? {
    let texts = manifest.assertions.filter { $0.label.isOne(of: [Metadata.label]) }
      .flatMap { assertion in
        assertion.assertion.json.flatMap { try? Metadata($0) }?.texts(named: key) ?? []
      }
    return Set(texts).count == 1 ? texts.first : nil
  }

  /// The versions along the parents. What an update manifest rests on is the same version.
  private static func earlier(
    than manifest: ProvedManifest, in store: StoreValidation, _ context: ValidationContext
  ) -> [LabelStatement.EarlierVersion] {
    let same = Set(store.updated.map(\.manifest.label))
    var found: [LabelStatement.EarlierVersion] = []
    var holder = manifest.label
    for _ in 0..<Lineage.maximumDepth {
      let parent = store.ingredients.first {
        $0.edge.holder == holder && $0.edge.ingredient.isParent
      }
      guard let parent, let target = parent.edge.target, !parent.edge.isCycle else { break }
      holder = target.label
      if !same.contains(holder) { found.append(version(parent, target, in: store, context)) }
    }
    return found
  }

  private static func version(
    _ ingredient: IngredientValidation, _ target: Manifest, in store: StoreValidation,
    _ context: ValidationContext
  ) -> LabelStatement.EarlierVersion {
    let proof = store.validation(of: target.label)?.proof
    let state = state(of: ingredient, isProved: proof != nil)
    let voice = proof.map { Voice(signerOf: $0, log: StatusLog()) }
    let known = voice.map { standing(of: $0, in: context) }
    return LabelStatement.EarlierVersion(
      manifest: target.label, state: state,
      reference: proof?.labelReading.label?.origin?.reference,
      title: proof.flatMap(title), time: proof?.signature.time?.time, signer: voice?.signer,
      standing: known?.standing ?? .notJudged, agency: known?.agency,
      claimed: proof?.labelReading.label?.origin.map { claim($0).agency })
  }

  /// Whether a list knows who signed an earlier version, and as which agency.
  private static func standing(
    of voice: Voice, in context: ValidationContext
  ) -> (standing: LabelStatement.EarlierVersion.Standing, agency: Agency?) {
    guard !context.lists.isEmpty else { return (.notJudged, nil) }
    let time = voice.stamp?.time ?? context.time
    let places = context.candidates(for: voice.credential).filter(\.mismatches.isEmpty)
    let place = places.min {
      $0.rank(agency: nil, at: time).lexicographicallyPrecedes($1.rank(agency: nil, at: time))
    }
    let agency = place.map { Agency($0.entry.scope.agency) }
    if context.withdrawal(of: voice.credential, signedAt: voice.stamp?.time) != nil {
      return (.withdrawn, agency)
    }
    guard let place, place.entry.isGranted(at: time) else {
      return (place == nil ? .unlisted : .withdrawn, agency)
    }
    return (.listed, agency)
  }

  private static let doubts: Set<StatusCode> = [
    .claimSignatureOutsideValidity, .signingCredentialInvalid, .signingCredentialOcspRevoked,
  ]

  private static func state(
    of ingredient: IngredientValidation, isProved: Bool
  ) -> LabelStatement.EarlierVersion.State {
    let isBroken =
      ingredient.recordedFailures.contains { IntegrityJudgement.saysBroken($0) }
      || ingredient.newFailures.contains {
        !$0.code.effect.isTolerated && !$0.code.effect.onlyConcernsSigner
      }
    if isBroken { return .broken }
    // Its bytes may be as they were signed: by somebody who could not sign then, as far as can be told.
    let isDoubtful = ingredient.newFailures.contains { doubts.contains($0.code) }
    return ingredient.isValidated && isProved && !isDoubtful ? .holds : .unproved
  }
}
