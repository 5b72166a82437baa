import FuzzTargets

/// What fuzzing found, made small: each stays a test.
struct Finding: Sendable, CustomStringConvertible {
  /// What was wrong.
  let description: String
  /// Who was given it.
  let target: FuzzTarget
  /// The bytes.
  let bytes: [UInt8]

  init(_ target: FuzzTarget, _ description: String, _ bytes: [UInt8]) {
    self.target = target
    self.description = description
    self.bytes = bytes
  }

  static let all = [
    Finding(.profile, "a table without a name stopped the TOML library", Array("[.a]\n".utf8)),
    Finding(.profile, "a third bracket where a name belongs", Array("[[[[[[[[- ".utf8)),
    Finding(.profile, "a list of tables without a name", Array("schema = 1\n [[ .a]]\n".utf8)),
    Finding(.profile, "a table that breaks off", Array("[\n".utf8)),
    Finding(.profile, "a table whose name is no ASCII", Array("[é]\n".utf8)),
  ]
}
