import Glibc

/// A PKCS#11 token of SoftHSM2 in a folder of its own: a test token, of no use for real keys.
public final class SoftToken: Sendable {
  /// Label of the token.
  public static let label = "press office"
  /// PIN of its user.
  public static let pin = "4821"

  /// The folder of the token, and of its settings.
  public let scratch = Scratch()

  /// Path of SoftHSM2's module; nil when it is not installed.
  public static let module: String? = [
    "/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/pkcs11/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
  ].first { unsafe access($0, R_OK) == 0 }

  /// Whether a test that needs a token shall run: it is skipped only where that is allowed.
  public static var isWanted: Bool {
    let required = unsafe getenv("BROADSEAL_REQUIRE_WITNESSES").map { unsafe String(cString: $0) }
    return module != nil || required == "1"
  }

  /// Makes a token.
  public init() {
    scratch.write([], to: "tokens/.keep")
    let settings = "directories.tokendir = \(scratch("tokens"))\nlog.level = ERROR\n"
    scratch.write(settings.utf8, to: "softhsm2.conf")
    tool("--init-token --free --label '\(SoftToken.label)' --so-pin 0000 --pin \(SoftToken.pin)")
  }

  /// The variables with which programs find the token.
  public var variables: [String: String] { ["SOFTHSM2_CONF": scratch("softhsm2.conf")] }

  /// Puts a private key, unencrypted PKCS#8 in PEM, on the token.
  public func add(_ pem: [UInt8], label: String, number: String = "01") {
    let path = scratch.write(pem, to: "key.pem")
    tool(
      "--import \(path) --token '\(SoftToken.label)' --label '\(label)' --id \(number)"
        + " --pin \(SoftToken.pin)")
    unsafe unlink(path)
  }

  /// The address of the key of that label on the token.
  public func address(_ label: String) -> String {
    "pkcs11:token=press%20office;object=\(label)?module-path=\(SoftToken.module ?? "")"
  }

  /// Takes the token away.
  public func remove() {
    _ = Command.shell("rm -r '\(scratch("tokens"))'/*")
  }

  private func tool(_ words: String) {
    let made = Command.shell(
      "SOFTHSM2_CONF='\(scratch("softhsm2.conf"))' softhsm2-util \(words)")
    precondition(made.code == 0, "softhsm2-util failed: \(made.errorText)\(made.text)")
  }
}
