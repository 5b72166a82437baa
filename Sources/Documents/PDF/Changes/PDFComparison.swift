/// Compares a signed revision with the whole file, object by object.
///
/// The rules follow the few edges along which something may be added or replaced, from the trailer on,
/// and say of what they find there which change it is. What they explain is theirs; every other object
/// that the signed revision leads to has to have stayed what it was.
struct PDFComparison {
  /// The signed revision.
  var old: PDFSnapshot
  /// The whole file.
  var new: PDFSnapshot
  /// What the signed revision leads to.
  let graph: PDFObjectGraph
  /// Numbers that mean something else than they did, if only by the place where it stands.
  let moved: Set<Int>
  /// Those of them that a rule has compared.
  private(set) var explained: Set<Int> = []
  /// The strongest change so far, and what found it.
  private(set) var strongest: (change: LaterChange, rule: LaterRule?, reason: String) =
    (.nothing, nil, "")
  /// Every kind of change that was found.
  private(set) var kinds: Set<LaterChange> = []
  /// Widgets of signature fields that were added or signed: pages may show them.
  var widgets: Set<Int> = []
  /// Where the signatures stand that are judged, each by itself.
  let signatures: Set<Int>
  /// Which fields no later revision may fill in.
  let locks: PDFFieldLocks
  /// What the certification of the signed revision permits; nil when it is not certified.
  let permission: Int?

  /// Reads the signed revision.
  init(
    _ signed: PDFDocument, _ whole: PDFSnapshot, _ signatures: PDFKnownSignatures,
    references: inout PDFReferenceCache
  ) throws(DocumentError) {
    old = PDFSnapshot(signed)
    new = whole
    self.signatures = signatures.offsets
    graph = try PDFObjectGraph(&old, references: &references)
    moved = try PDFComparison.moved(from: &old, to: new)
    let catalog = try signed.catalog(in: &old.resolver)
    permission = try PDFCertification.permission(of: catalog, through: &old.resolver)
    locks = try PDFFieldLocks(signed, signatures.restricting(before: signed.file.end))
  }

  /// What came after the signed revision.
  mutating func run() throws(DocumentError) -> LaterChanges {
    if new.document.chain.sections.count > old.document.chain.sections.count {
      try compareTrailers()
      try compareCatalogs()
      try compareEverythingElse()
    }
    return LaterChanges(
      strongest.change, strongest.rule, strongest.reason,
      isPermitted: kinds.allSatisfy { $0.isPermitted(at: permission) })
  }

  /// Notes what a rule found.
  mutating func note(_ change: LaterChange, _ rule: LaterRule, _ reason: String) {
    kinds.insert(change)
    if change > strongest.change { strongest = (change, rule, reason) }
  }

  /// Notes that a rule has compared an object that was replaced, if it was.
  mutating func explain(_ home: PDFReference?) {
    if let home, moved.contains(home.number) { explained.insert(home.number) }
  }

  /// The object's number, when it stands for itself and was replaced.
  func replaced(_ part: PDFPart?) -> Int? {
    guard let number = part?.home?.number, moved.contains(number) else { return nil }
    return number
  }

  /// Numbers of `new` that mean something else than in `old`: those that later sections name, and the
  /// objects of an object stream whose number became another object's, or whose length another number.
  private static func moved(
    from old: inout PDFSnapshot, to new: PDFSnapshot
  ) throws(DocumentError) -> Set<Int> {
    let later = new.document.chain.sections.count - old.document.chain.sections.count
    var moved: Set<Int> = []
    for section in new.document.chain.sections.prefix(later) {
      for entry in section.entries where old.place(entry.number) != new.place(entry.number) {
        moved.insert(entry.number)
      }
    }
    guard !moved.isEmpty else { return [] }
    let members = try PDFStreamMembers(of: &old)
    moved.formUnion(members.numbers(in: moved))
    // A stream has another end where another object says its length now, and nothing leads to that one.
    while case let longer = members.streams(measuredByOneOf: moved), !longer.isEmpty {
      moved.formUnion(longer)
      moved.formUnion(members.numbers(in: moved))
    }
    return moved
  }
}

extension LaterChange {
  /// Whether a certification permits it (ISO 32000-2 §12.8.2.2.2); without one, what every signature
  /// permits.
  ///
  /// - Parameter level: `P` of `DocMDP`.
  func isPermitted(at level: Int?) -> Bool {
    switch self {
    case .nothing, .evidence: true
    case .metadata, .signature, .visibleSignature, .formFill: level != 1
    case .label: level == nil || level == 3
    case .annotation: level == 3
    case .changed: false
    }
  }
}
