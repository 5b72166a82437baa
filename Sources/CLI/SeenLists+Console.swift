import BroadsealBytes
import BroadsealReporting
import BroadsealTrust

extension SeenLists {
  /// The folder of this user's record: `$XDG_STATE_HOME/broadseal`, else `~/.local/state/broadseal`.
  static var place: FilePath? {
    if let named = Terminal.variable("XDG_STATE_HOME"), named.hasPrefix("/") {
      return FilePath(named).appending("broadseal".utf8)
    }
    guard let home = Terminal.variable("HOME"), home.hasPrefix("/") else { return nil }
    return FilePath(home).appending(".local/state/broadseal".utf8)
  }

  /// Proves `store`, guarding against lists older than those that this user has seen.
  ///
  /// - Parameters:
  ///   - isPast: whether a moment was named to judge by. What was seen since then says nothing of that
  ///     moment; nothing is read or remembered.
  ///   - remembers: whether to remember; a list that is only looked at is not believed by that.
  static func context(
    _ store: TrustStore, at time: UTCTime, isPast: Bool, remembers: Bool = true
  ) throws(TrustError) -> TrustContext {
    guard !isPast, store.hasGovernmentLists else { return try TrustContext(store, at: time) }
    let seen = try SeenLists(in: place)
    var notes: [Note] = []
    defer { for note in notes { Console.note(note) } }
    return try seen.context(store, at: time, remembers: remembers, notes: &notes)
  }
}

extension Console {
  /// Says what is to be known of the record of lists.
  static func note(_ note: SeenLists.Note) {
    switch note {
    case .noFolder:
      Console.note("there is no home folder, so that nothing is known of lists seen before")
    case .unread(let error):
      Console.note(
        "it cannot be read which trust lists were seen before: \(Failure(source: error).message)")
    case .unwritten(let error):
      Console.note(
        "it could not be remembered which trust lists were seen: \(Failure(source: error).message)")
    case .damaged(let error):
      Console.note(
        "it could not be remembered which trust lists were seen: "
          + Failure(explaining: error).message)
    }
  }
}
