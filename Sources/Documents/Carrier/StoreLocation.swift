package import BroadsealBytes
package import BroadsealNotes

/// What a carrier found when it looked for a manifest store.
package enum StoreLocation: Sendable {
  /// No store, and nothing that looks like one.
  case none
  /// Exactly one active store.
  case found(LocatedStore)
  /// Something is there, but not one store that every reader would agree on: several stores, a
  /// store in a place the format forbids, segments out of order. Treated as "none located" and
  /// never as official.
  case unusable(Note)
}

/// A manifest store and the bytes it occupies in its file.
package struct LocatedStore: Sendable {
  /// The store, reassembled: one JUMBF superbox, and zero padding where the format allows it.
  package let bytes: [UInt8]

  /// The bytes of the file that are the store, with the framing its format's profile counts in:
  /// the only range a hard binding may leave out as the manifest store.
  package let extent: ByteRange

  /// Other ranges that a reader of the format's profile may take for the store's: a hard binding
  /// may leave out one of them in the place of `extent`. Every byte in them is checked.
  package let alternatives: [ByteRange]

  /// Whether zeros may follow the store in `bytes`, where its room is longer than it is.
  package let mayBePadded: Bool

  /// Whether the rest of the file is hashed in Unicode Normalization Form C, and is not in that
  /// form itself (C2PA 2.5 §14.12.1.3.1).
  package let isHashedNormalized: Bool

  /// Further ranges that the format's profile lets a hard binding leave out, such as the value of
  /// a PDF signature's `Contents` in the same revision (C2PA 2.4 §A.4.2.2).
  package let permitted: [ByteRange]

  /// Stores of earlier revisions, oldest first; only PDF has them.
  package let earlier: [EarlierStore]

  /// Why two readers could understand the rest of the file differently, although they agree on the
  /// store. Not empty: the file can be judged, and is never official.
  package let doubts: [Note]

  /// What is wrong with the bytes around the store inside `extent`: a checksum, a length. They
  /// are outside every hash, so a hard binding with such an extent never matches.
  package let defects: [Note]

  /// What is worth saying about where the store stands; nothing that decides.
  package let notes: [Note]

  /// A located store.
  package init(
    bytes: [UInt8], extent: ByteRange, mayBePadded: Bool = false, alternatives: [ByteRange] = [],
    isHashedNormalized: Bool = false, permitted: [ByteRange] = [], earlier: [EarlierStore] = [],
    doubts: [Note] = [],
    defects: [Note] = [], notes: [Note] = []
  ) {
    self.bytes = bytes
    self.extent = extent
    self.mayBePadded = mayBePadded
    self.alternatives = alternatives
    self.isHashedNormalized = isHashedNormalized
    self.permitted = permitted
    self.earlier = earlier
    self.doubts = doubts
    self.defects = defects
    self.notes = notes
  }
}

extension LocatedStore {
  /// The same without doubts of that code, which whoever writes it anew takes away.
  package func without(_ doubt: Code) -> LocatedStore {
    LocatedStore(
      bytes: bytes, extent: extent, mayBePadded: mayBePadded, alternatives: alternatives,
      isHashedNormalized: isHashedNormalized, permitted: permitted, earlier: earlier,
      doubts: doubts.filter { $0.code != doubt }, defects: defects, notes: notes)
  }
}

/// The store of an earlier revision of an incrementally updated file.
package struct EarlierStore: Sendable {
  /// The store's bytes.
  package let bytes: [UInt8]
  /// The bytes it occupies.
  package let extent: ByteRange
  /// Size of the file when that revision was its last.
  package let revisionEnd: Int

  /// A store as it was located in its revision.
  package init(bytes: [UInt8], extent: ByteRange, revisionEnd: Int) {
    self.bytes = bytes
    self.extent = extent
    self.revisionEnd = revisionEnd
  }
}

/// Limits on what is read into memory for a manifest store.
package enum StoreLimits {
  /// Largest store that is read or reserved, in bytes: 64 MiB.
  package static let maximumSize = 64 << 20
}
