/// How an ingredient relates to the asset (C2PA 2.4 §18.16.3).
package enum Relationship: String, CaseIterable, Sendable {
  /// The asset was derived from it.
  case parentOf
  /// The asset is composed of it and others.
  case componentOf
  /// It was put into a process that made the asset.
  case inputTo
}
