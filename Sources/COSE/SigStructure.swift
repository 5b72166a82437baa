import BroadsealBytes
import BroadsealCBOR

/// The bytes that a COSE signature covers (RFC 9052 §4.4), with empty external data.
enum SigStructure {
  /// Why the bytes are signed.
  enum Context: String {
    /// The signature itself.
    case signature = "Signature1"
    /// A time stamp over it.
    case counterSignature = "CounterSignature"
  }

  /// The encoded array `[context, protected, h'', payload]`.
  static func encode(_ context: Context, protected: [UInt8], payload: [UInt8]) -> [UInt8] {
    Encoder.encode(
      .array([.text(context.rawValue), .bytes(protected), .bytes([]), .bytes(payload)]))
  }
}
