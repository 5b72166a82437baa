extension PDFComparison {
  /// A document's security store grows (`DSS`, ISO 32000-2 §12.8.4.3): certificates and answers about
  /// revocation are evidence, and change nothing that is shown.
  ///
  /// Its parts may be written anew where nothing else uses them (OBJ-9); it may not be taken out.
  mutating func compareStores(_ one: PDFPart?, _ other: PDFPart?) throws(DocumentError) {
    let (before, after) = (try old.resolve(one), try new.resolve(other))
    guard before != nil || after != nil else { return }
    guard after?.dictionary != nil, before.map({ $0.dictionary != nil }) ?? true else {
      note(.changed, .catalog, "the security store was taken out, or is none")
      return
    }
    if !isSame(one, other) || !isSame(before, after) {
      note(.evidence, .catalog, "proofs were added")
    }
    var parts = PDFStoreParts()
    try parts.collect(one, through: &old)
    for number in parts.uses.keys where moved.contains(number) {
      guard let was = try old.object(number) else { continue }
      if let now = try new.object(number), try isSame(was, now) { continue }
      guard isUsed(number, in: parts.uses, through: parts.containers) else { continue }
      note(.evidence, .catalog, "proofs were added")
      explain(was.reference)
    }
  }
}

/// The objects that a security store is made of, with how often it refers to each.
private struct PDFStoreParts {
  private(set) var uses: [Int: Int] = [:]
  /// Those that lead to others.
  private(set) var containers: Set<Int> = []
  private var room = PDFLimits.maximumFields

  /// The store, its lists, and the lists of each signature in `VRI`.
  mutating func collect(
    _ store: PDFPart?, through snapshot: inout PDFSnapshot
  ) throws(DocumentError) {
    guard let store = try enter(store, through: &snapshot) else { return }
    for key in ["Certs", "OCSPs", "CRLs"] as [PDFName] {
      try collect(list: store[key], through: &snapshot)
    }
    guard let signatures = try enter(store["VRI"], through: &snapshot) else { return }
    for entry in signatures.dictionary?.entries ?? [] {
      guard let own = try enter(signatures.part(entry.value), through: &snapshot) else { continue }
      for key in ["Cert", "OCSP", "CRL"] as [PDFName] {
        try collect(list: own[key], through: &snapshot)
      }
      try count(own["TS"])
    }
  }

  private mutating func collect(
    list: PDFPart?, through snapshot: inout PDFSnapshot
  ) throws(DocumentError) {
    for item in try enter(list, through: &snapshot)?.items ?? [] { try count(item) }
  }

  /// Notes what `part` refers to; what it leads to when nobody has been there.
  private mutating func enter(
    _ part: PDFPart?, through snapshot: inout PDFSnapshot
  ) throws(DocumentError) -> PDFPart? {
    try count(part)
    if let number = part?.object.reference?.number {
      if uses[number] ?? 0 > 1 { return nil }
      containers.insert(number)
    }
    return try snapshot.resolve(part)
  }

  private mutating func count(_ part: PDFPart?) throws(DocumentError) {
    guard let reference = part?.object.reference else { return }
    room -= 1
    guard room > 0 else {
      throw .pdf(.limit, "a security store larger than the reader takes", at: part?.offset ?? 0)
    }
    uses[reference.number, default: 0] += 1
  }
}
