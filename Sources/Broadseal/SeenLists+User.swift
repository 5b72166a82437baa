package import BroadsealBytes
public import BroadsealTrust
import Glibc

extension SeenLists {
  /// The record of this user, which the command line keeps too: in `$XDG_STATE_HOME/broadseal`, else in
  /// `~/.local/state/broadseal`.
  ///
  /// A process without a home folder has no record, which a note says: a service names a folder of its
  /// own: `SeenLists(in:)`.
  public static var ofUser: SeenLists { SeenLists(in: stateFolder) }

  /// Where this user's programs keep what they remember; nil for a process without a home folder.
  package static var stateFolder: FilePath? {
    if let named = variable("XDG_STATE_HOME"), named.hasPrefix("/") {
      return FilePath(named).appending("broadseal".utf8)
    }
    guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
    return FilePath(home).appending(".local/state/broadseal".utf8)
  }

  private static func variable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}
