import Synchronization

/// A CMS message that a value keeps. OpenSSL notes in it what a proof finds, so that one thread at a
/// time may ask it.
final class HeldMessage: Sendable {
  private let message: Mutex<CMSMessage>

  init(_ message: consuming sending CMSMessage) { self.message = Mutex(message) }

  /// What `body` finds in the message.
  func use<Outcome: Sendable>(_ body: (borrowing CMSMessage) -> Outcome) -> Outcome {
    message.withLock { body($0) }
  }
}
