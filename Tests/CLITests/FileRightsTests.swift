import BroadsealNotes
import Glibc
import TestSupport
import Testing

@Suite("Rights and attributes of files are kept")
struct FileRightsTests {
  private let desk = Desk.shared
  private let folder = Scratch()

  private func sign(_ path: String, _ options: [String]) -> Command.Outcome {
    Command.run(["sign", path, "--profile", desk.profile(), "--ai", "none"] + options)
  }

  private func mode(_ name: String) -> mode_t {
    var status = stat()
    #expect(unsafe stat(folder(name), &status) == 0, "\(name)")
    return status.st_mode & 0o777
  }

  private func shell(_ line: String) -> String {
    let outcome = Command.shell("cd '\(folder.path)' && \(line)")
    #expect(outcome.code == 0, "\(line): \(outcome.errorText)")
    return outcome.text
  }

  @Test("what only its owner may read stays so, in every output")
  func secret() {
    let path = folder.write(Desk.sample("river.jpg"), to: "a.jpg")
    folder.write([], to: "out/.keep")
    _ = shell("chmod 600 a.jpg")
    #expect(sign(path, ["-o", folder("b.jpg")]).code == 0)
    #expect(sign(path, ["--output-dir", folder("out")]).code == 0)
    #expect(sign(path, ["--sidecar"]).code == 0)
    #expect(Command.run("remove", folder("b.jpg"), "-o", folder("c.jpg")).code == 0)
    #expect(sign(path, ["--official", "--evidence", "-o", folder("e.jpg")]).code == 0)
    let planned = ["--in-place", "--plan", folder("plan.json"), "--approver"]
    #expect(sign(path, planned + [desk.scratch("keys/jp/chain.pem")]).code == 0)
    #expect(Command.run("inspect", folder("b.jpg"), "--extract", folder("store")).code == 0)
    for name in [
      "b.jpg", "out/a.jpg", "a.jpg.c2pa", "c.jpg", "e.jpg.evidence.json", "plan.json", "store",
    ] { #expect(mode(name) == 0o600, "\(name)") }
    _ = shell("chmod 755 a.jpg")
    #expect(sign(path, ["-o", folder("d.jpg")]).code == 0)
    #expect(mode("d.jpg") == 0o644)
  }

  /// Sets an attribute of users and a list of rights, or prints both.
  private static let script = """
    import os, struct, sys
    rows = [(1, 6, 2**32 - 1), (2, 6, 1), (4, 0, 2**32 - 1), (16, 6, 2**32 - 1), (32, 0, 2**32 - 1)]
    acl = struct.pack('<I', 2) + b''.join(struct.pack('<HHI', *row) for row in rows)
    names = {'user.note': b'kept', 'system.posix_acl_access': acl}
    for name, value in names.items():
      if sys.argv[1] == 'set':
        os.setxattr(sys.argv[2], name, value)
      else:
        print(name, os.getxattr(sys.argv[2], name).hex())
    """

  private func attributes(_ verb: String, _ name: String) -> Command.Outcome {
    let script = folder.write(Array(Self.script.utf8), to: "attributes.py")
    return Command.shell("python3 '\(script)' \(verb) '\(folder(name))'")
  }

  /// Whether the file system of this machine knows attributes of users and lists of rights.
  private static let knowsAttributes: Bool = {
    let scratch = Scratch()
    let program = scratch.write(Array(script.utf8), to: "attributes.py")
    let file = scratch.write([], to: "file")
    return Command.shell("python3 '\(program)' set '\(file)'").code == 0
  }()

  @Test(
    "attributes of users and further rights survive in place",
    .enabled(if: knowsAttributes, "the file system of this machine knows no such attributes"))
  func attributes() {
    let path = folder.write(Desk.sample("river.jpg"), to: "a.jpg")
    #expect(attributes("set", "a.jpg").code == 0)
    let before = attributes("get", "a.jpg").text
    let signed = sign(path, ["--in-place"])
    #expect(signed.code == 0, "\(signed.errorText)")
    #expect(attributes("get", "a.jpg").text == before)
    #expect(!before.isEmpty)
    #expect(mode("a.jpg") == 0o660)
  }

  /// Sets an attribute by its name, or prints it.
  private func attribute(_ words: String...) -> Command.Outcome {
    let text = """
      import os, sys
      if len(sys.argv) > 3: os.setxattr(sys.argv[1], sys.argv[2], bytes.fromhex(sys.argv[3]))
      else: print(os.getxattr(sys.argv[1], sys.argv[2]).hex())
      """
    let script = folder.write(Array(text.utf8), to: "attribute.py")
    return Command.shell("python3 '\(script)' '\(folder("a.jpg"))' \(words.joined(separator: " "))")
  }

  @Test(
    "labels that an administrator set are kept, and a signed hash of the content is never replaced")
  func securityAttributes() {
    let path = folder.write(Desk.sample("river.jpg"), to: "a.jpg")
    let whole = folder.read("a.jpg")
    // Administrators alone may set them: elsewhere there is nothing to keep.
    guard attribute("security.broadseal", "6b657074").code == 0 else { return }
    _ = attribute("trusted.broadseal", "6b657074")
    let before = attribute("trusted.broadseal").text
    #expect(sign(path, ["--in-place"]).code == 0)
    #expect(attribute("security.broadseal").text == "6b657074\n")
    #expect(attribute("trusted.broadseal").text == before)
    guard attribute("security.ima", "030201").code == 0 else { return }
    let signed = folder.read("a.jpg")
    let refused = sign(path, ["--in-place", "--resign"])
    #expect(refused.code == 3 && refused.errorText.contains("attribute security.ima, which"))
    #expect(folder.read("a.jpg") == signed && signed != whole)
  }

  @Test("a document with other names keeps them on the file without the label, and it is said")
  func names() {
    let path = folder.write(Desk.sample("river.jpg"), to: "a.jpg")
    #expect(!sign(path, ["--in-place"]).errorText.contains("other names"))
    _ = shell("ln a.jpg b.jpg")
    let again = sign(path, ["--in-place", "--resign"])
    #expect(again.code == 0, "\(again.errorText)")
    #expect(again.errorText.contains("the document has other names too"), "\(again.errorText)")
  }
}
