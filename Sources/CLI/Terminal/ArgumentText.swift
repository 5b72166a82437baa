import BroadsealBytes
import Glibc

/// Arguments of the process as texts that keep every byte.
///
/// The system hands over bytes; the parser of the command line wants text and would repair them into
/// the name of another file. So each byte that is no part of valid UTF-8 becomes one character of a
/// private range, and so do the bytes of that range itself: the way back is exact.
enum ArgumentText {
  private static let base: UInt32 = 0x10_FF00

  /// The process's arguments, without the program's own name.
  ///
  /// - Throws: where the system shows not even that name: the runtime reads `/proc`, and a run without
  ///   its arguments would print the help and end with 0, as if a document had been checked.
  static func arguments() throws(Failure) -> [String] {
    guard CommandLine.argc > 0 else {
      throw .usage(
        "the arguments cannot be read",
        hint: "/proc is not mounted; a chroot or container needs it")
    }
    var texts: [String] = []
    var index = 1
    while index < Int(CommandLine.argc), let pointer = unsafe CommandLine.unsafeArgv[index] {
      let length = unsafe strlen(pointer)
      let bytes = unsafe UnsafeRawBufferPointer(start: pointer, count: length)
      texts.append(unsafe encode(Array(bytes)))
      index += 1
    }
    return texts
  }

  /// The text for `bytes`; bytes of ordinary UTF-8 are themselves.
  static func encode(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self),
      !text.unicodeScalars.contains(where: isByte)
    {
      return text
    }
    var text = String.UnicodeScalarView()
    var rest = bytes[...]
    while let first = rest.first {
      var decoder = UTF8()
      var source = rest.makeIterator()
      if case .scalarValue(let scalar) = decoder.decode(&source), !isByte(scalar) {
        text.append(scalar)
        rest = rest.dropFirst(UTF8.width(scalar))
      } else if let scalar = Unicode.Scalar(base + UInt32(first)) {
        text.append(scalar)
        rest = rest.dropFirst()
      }
    }
    return String(text)
  }

  /// The bytes that `text` was made from.
  static func decode(_ text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar in
      isByte(scalar) ? [UInt8(truncatingIfNeeded: scalar.value)] : Array(String(scalar).utf8)
    }
  }

  /// Whether every character is what the user typed.
  static func isPlain(_ text: String) -> Bool {
    !text.unicodeScalars.contains(where: isByte)
  }

  private static func isByte(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= base
  }
}
