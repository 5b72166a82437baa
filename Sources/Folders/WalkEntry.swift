package import BroadsealBytes

/// One thing that a walk met.
package struct WalkEntry: Sendable, Hashable {
  /// What it is.
  package enum Kind: Sendable, Hashable {
    /// A regular file, to be judged.
    case file
    /// Something that is not judged by rule.
    case skipped(Skip)
    /// Something that should have been judged and could not be reached; the text says why.
    case unreadable(String)
  }

  /// Why something is not judged. None of these makes a run incomplete.
  package enum Skip: String, Sendable, Hashable, CaseIterable {
    /// A symbolic link, which is not followed.
    case symbolicLink = "symbolic-link"
    /// A pipe, a socket or a device.
    case special
    /// An archive that has no label and whose files are judged each for itself.
    case archive
    /// A sidecar whose document stands beside it: it is judged with that document.
    case sidecar
    /// What this program put beside a result: evidence of a label, the list of signed reports, the signature over it.
    case evidence
  }

  /// Where it is.
  package let path: FilePath
  /// What it is.
  package let kind: Kind
  /// How many bytes of the path are the folder that was named, with its slash; 0 for what was named itself.
  package let rootLength: Int

  /// Something at `path`.
  package init(_ path: FilePath, _ kind: Kind, rootLength: Int = 0) {
    self.path = path
    self.kind = kind
    self.rootLength = rootLength
  }
}
