/// Limits on what is read of an HTML document to find its manifest store.
package enum HTMLLimits {
  /// Most bytes of the document up to the end of its head, without the store: 8 MiB.
  package static let maximumHeadSize = 8 << 20
  /// Most elements of a head that stand for a store: two are one too many, and all are removed.
  package static let maximumStores = 1_024
  /// How far behind the head elements are looked for that would be a store inside it: 256 KiB. They
  /// are only noted, so that no more is read of a large page than its head.
  package static let reachAfterHead = 256 << 10
  /// Most bytes of a `noscript` element that are looked into; a longer one counts as disputed.
  package static let maximumNoscriptSize = 64 << 10
  /// Bytes of a tag name that are kept: more than any name of interest has.
  static let maximumNameLength = 16
  /// Attributes of a tag that are kept where all are asked for.
  static let maximumAttributes = 256
  /// Bytes of an attribute value that are kept.
  static let maximumValueLength = 1_024
  /// Most bytes of text in the element that is the store: the largest store in Base64 and as much
  /// white space again as a person would lay out.
  static let maximumStoreText = (StoreLimits.maximumSize + 2) / 3 * 4 + (64 << 10)
}
