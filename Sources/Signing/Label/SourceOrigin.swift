/// How people made a document: the `digitalSourceType` of its creation when no AI took part.
///
/// Names are those of the IPTC vocabulary that C2PA uses (C2PA 2.4, actions).
public enum SourceOrigin: String, Sendable, Hashable, CaseIterable {
  /// Made by a person with software that is no model: the default for documents.
  case digitalCreation
  /// Scanned from paper.
  case print
  /// Captured by a camera or another sensor.
  case digitalCapture
}
