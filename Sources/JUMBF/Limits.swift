/// What a box structure may ask of its reader.
package enum Limits {
  /// How deep superboxes may nest.
  package static let maximumBoxDepth = 32
  /// How many boxes there may be altogether.
  package static let maximumBoxCount = 65_536
  /// How many bytes of UTF-8 a label may have.
  package static let maximumLabelLength = 4_096
}
