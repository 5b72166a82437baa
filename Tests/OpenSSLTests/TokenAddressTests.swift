import BroadsealBytes
import BroadsealOpenSSL
import Testing

@Suite("The address of a key on a token")
struct TokenAddressTests {
  @Test(
    "an address that names one token and one key is taken",
    arguments: [
      ("pkcs11:token=a;object=b", nil as String?),
      ("pkcs11:serial=12;id=%01%ff", nil),
      ("pkcs11:token=a%20b;manufacturer=m;model=x;id=%00;type=private", nil),
      ("pkcs11:token=a;object=b?module-path=/usr/lib/a%2520.so", "/usr/lib/a%20.so"),
    ])
  func taken(text: String, module: String?) throws {
    let address = try TokenAddress(text)
    #expect(address.text == text)
    #expect(address.module == module)
    #expect(try TokenAddress(text, module: "/m.so").module == module ?? "/m.so")
  }

  @Test(
    "one that leaves open what is meant, or holds a PIN, is refused",
    arguments: [
      ("pkcs12:token=a;object=b", "begins with pkcs11:"),
      ("pkcs11:", "which token"), ("pkcs11:object=b", "which token"),
      ("pkcs11:token=a", "which key"), ("pkcs11:token=a;token=b;object=c", "token stands twice"),
      ("pkcs11:token=a;object=b;type=public", "type is not private"),
      ("pkcs11:token=a;object=b;slot-id=1", "slot-id is not understood"),
      ("pkcs11:token=a;object=", "without a value"),
      ("pkcs11:token=a;;object=b", "without a value"),
      ("pkcs11:token=a;object", "without a value"), ("pkcs11:token=a b;object=c", "%20"),
      ("pkcs11:token=a;object=%0", "percent sign"), ("pkcs11:token=%zz;object=b", "percent sign"),
      ("pkcs11:token=a%00b;object=c", "no text"), ("pkcs11:token=%ff;object=c", "no text"),
      ("pkcs11:token=a;object=b?pin-value=1", "a PIN has no place"),
      ("pkcs11:token=a;object=b?pin-source=/f", "a PIN has no place"),
      ("pkcs11:token=a;object=b?module-name=x", "module-name is not understood"),
      ("pkcs11:token=a;object=b?module-path=x&module-path=y", "module-path is not understood"),
    ])
  func refused(text: String, words: String) {
    let error = #expect(throws: Malformed.self) { try TokenAddress(text) }
    #expect(error?.reason.contains(words) == true, "\(String(describing: error))")
  }

  @Test("an address that is too long is refused, and a message never shows its end")
  func bounds() {
    let long = "pkcs11:token=a;object=" + String(repeating: "b", count: 2_000)
    #expect(throws: Malformed.self) { try TokenAddress(long) }
    #expect(TokenAddress.display("pkcs11:token=a?pin-value=1234") == "pkcs11:token=a")
  }
}
