import BroadsealCBOR
import BroadsealJSON

/// Encodings: what is read, written and read again is the same.
enum EncodingFuzzing {
  static func cbor(_ bytes: [UInt8]) throws(BrokenPromise) {
    for form in [CBOR.Decoder.Form.definite, .wellFormed] {
      guard let value = try? CBOR.Decoder.decode(bytes, form: form) else { continue }
      _ = try? CBOR.Decoder.encodedValues(ofMap: bytes[...], form: form)
      // The order of a map's entries is the encoder's: bytes are compared, not values.
      let written = CBOR.Encoder.encode(value)
      guard let again = try? CBOR.Decoder.decode(written), CBOR.Encoder.encode(again) == written
      else { throw BrokenPromise("CBOR changes when it is written again") }
    }
  }

  static func json(_ bytes: [UInt8]) throws(BrokenPromise) {
    guard let value = try? JSON.Reader.parse(bytes) else { return }
    for pretty in [false, true] {
      let written = JSON.Writer.bytes(of: value, pretty: pretty)
      guard let again = try? JSON.Reader.parse(written),
        JSON.Writer.bytes(of: again, pretty: pretty) == written
      else { throw BrokenPromise("JSON changes when it is written again") }
    }
  }
}
