import Broadseal
import BroadsealBytes
import BroadsealReporting
import BroadsealTrust

extension SeenLists {
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
    var notes: [Note] = []
    defer { for note in notes { Console.note(note) } }
    return try SeenLists.ofUser.context(store, at: time, remembers: remembers, notes: &notes)
  }
}

extension Console {
  /// Says what is to be known of the record of lists.
  static func note(_ note: SeenLists.Note) {
    Console.note(Untrusted.line(note.description))
  }
}
