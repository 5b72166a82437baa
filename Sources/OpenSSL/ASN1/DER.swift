import BroadsealBytes
import CBroadsealOpenSSL

/// Crossing between byte arrays and OpenSSL's `d2i` and `i2d` functions.
enum DER {
  /// What an `i2d` function writes.
  static func encode(
    _ operation: String,
    _ write: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>) -> Int32
  ) throws(OpenSSLError) -> [UInt8] {
    var output: UnsafeMutablePointer<UInt8>?
    let count = unsafe write(&output)
    guard count >= 0, let start = unsafe output else { throw OpenSSLError.draining(operation) }
    defer { unsafe shim_free(start) }
    return unsafe Array(UnsafeBufferPointer(start: start, count: Int(count)))
  }

  /// What a `d2i` function makes of `bytes`, and how many of them it left unread.
  static func decode<Object>(
    _ bytes: [UInt8],
    _ read: (UnsafeMutablePointer<UnsafePointer<UInt8>?>, Int) -> Object?
  ) -> (object: Object, unread: Int)? {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return nil }
      var cursor: UnsafePointer<UInt8>? = unsafe start
      guard let object = unsafe read(&cursor, bytes.count), let end = unsafe cursor else {
        return nil
      }
      return unsafe (object, bytes.count - (end - start))
    }
  }

  /// The bytes of an ASN.1 string.
  static func bytes(of string: UnsafePointer<ASN1_STRING>) -> [UInt8] {
    let count = unsafe ASN1_STRING_length(string)
    guard count > 0, let start = unsafe ASN1_STRING_get0_data(string) else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: start, count: Int(count)))
  }

  /// The moment of a UTCTime or GeneralizedTime, a fraction of a second dropped; nil when it is
  /// not a valid one.
  static func time(_ value: UnsafePointer<ASN1_TIME>?) -> UTCTime? {
    var parts = unsafe tm()
    guard let value = unsafe value, unsafe ASN1_TIME_to_tm(value, &parts) == 1 else { return nil }
    return unsafe UTCTime(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday),
      hour: Int(parts.tm_hour), minute: Int(parts.tm_min), second: Int(parts.tm_sec))
  }

  /// The dotted form of an object identifier.
  static func dotted(_ object: OpaquePointer?) -> String {
    guard let object = unsafe object else { return "" }
    // OpenSSL prints numbers through its formatter, which takes many times as long.
    let contents = unsafe UnsafeBufferPointer(
      start: OBJ_get0_data(object), count: OBJ_length(object))
    if let text = unsafe DERReader.dotted(contents) { return text }
    var text = [CChar](repeating: 0, count: 256)
    let length = unsafe OBJ_obj2txt(&text, Int32(text.count), object, 1)
    guard length > 0, Int(length) < text.count else { return "" }
    return String(decoding: text.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
