import BroadsealBytes
import BroadsealSigning
import BroadsealVerifying
import Glibc
import TestSupport
import Testing

@Suite struct OutputTests {
  /// A copy of a sample in the folder of `fixture`.
  private func copied(_ sample: String, in fixture: Fixture) -> FilePath {
    FilePath(fixture.scratch.write(Scratch.bytes(of: Fixture.sample(sample)), to: sample))
  }

  @Test("an output that exists is kept, unless it may be replaced")
  func exists() throws {
    let fixture = try Fixture()
    let signer = try fixture.signer()
    fixture.scratch.write([1, 2, 3], to: "out.jpg")
    var request = fixture.request("river.jpg", to: "out.jpg")
    let error = #expect(throws: SigningError.self) { try signer.sign(request) }
    #expect(error?.kind == .exists)
    #expect(error?.path == fixture.scratch("out.jpg"))
    #expect(fixture.scratch.read("out.jpg") == [1, 2, 3])
    request.overwrites = true
    _ = try signer.sign(request)
    #expect(fixture.verdict("out.jpg").integrity == .intact)
    #expect(fixture.scratch.names == ["out.jpg"])
  }

  @Test("a document is replaced in its place, and keeps its mode")
  func inPlace() throws {
    let fixture = try Fixture()
    let input = copied("river.jpg", in: fixture)
    #expect(unsafe chmod(fixture.scratch("river.jpg"), 0o640) == 0)
    _ = try fixture.signer().sign(
      SigningRequest(input: input, destination: .inPlace, label: .issued(.none)))
    #expect(fixture.verdict("river.jpg").origin?.status == .official)
    var status = stat()
    #expect(unsafe stat(fixture.scratch("river.jpg"), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
    #expect(fixture.scratch.names == ["river.jpg"])
  }

  @Test("the document itself is no output, under whatever name")
  func itself() throws {
    let fixture = try Fixture()
    let input = copied("river.jpg", in: fixture)
    let before = fixture.scratch.read("river.jpg")
    #expect(unsafe symlink("river.jpg", fixture.scratch("link.jpg")) == 0)
    for name in ["river.jpg", "link.jpg"] {
      var request = SigningRequest(
        input: input, destination: .file(FilePath(fixture.scratch(name))), label: .issued(.none))
      request.overwrites = true
      let error = #expect(throws: SigningError.self) { try fixture.signer().sign(request) }
      #expect(error?.kind == .request)
    }
    #expect(fixture.scratch.read("river.jpg") == before)
  }

  @Test("a document that changes while it is signed is not signed", arguments: Fixture.carriers)
  func changes(sample: String) throws {
    let fixture = try Fixture()
    let input = copied(sample, in: fixture)
    let path = fixture.scratch(sample)
    // Salts are drawn after the document was opened and before it is read.
    let environment = Environment(
      now: { Fixture.time },
      random: { count in
        let file = unsafe fopen(path, "ab")
        if let file = unsafe file {
          unsafe fputc(0, file)
          unsafe fclose(file)
        }
        return [UInt8](repeating: 7, count: count)
      })
    let request = SigningRequest(
      input: input, destination: .file(FilePath(fixture.scratch("out"))), label: .issued(.none))
    let error = #expect(throws: SigningError.self) {
      try fixture.signer(stamping: TimeStamping.none, environment: environment).sign(request)
    }
    #expect(error?.kind == .changed)
    #expect(fixture.scratch.names == [sample])
  }

  @Test("an output that does not verify never gets its name", arguments: Fixture.carriers)
  func readBack(sample: String) throws {
    let fixture = try Fixture()
    let objection = Inspection(
      existing: { _, _ in nil },
      fresh: { _, _ throws(Inspection.Failure) in throw Inspection.Failure("not today") })
    let error = #expect(throws: SigningError.self) {
      try fixture.signer(inspection: objection).sign(fixture.request(sample, to: "out"))
    }
    #expect(error?.kind == .readBack)
    #expect(error?.reason == "the fresh signature does not verify: not today")
    #expect(fixture.scratch.names == [])
  }

  @Test(
    "a copy or a label whose name is taken meanwhile takes the other with it: nothing was written",
    arguments: ["out.csv", "out.csv.c2pa"])
  func taken(name: String) throws {
    let fixture = try Fixture()
    var request = fixture.request("river-levels.csv", to: "out.csv")
    request.copiesDocument = true
    let stranger = Inspection(
      existing: { _, _ in nil },
      fresh: { [scratch = fixture.scratch] _, _ in
        scratch.write([1], to: name)
        return nil
      })
    let error = #expect(throws: SigningError.self) {
      try fixture.signer(inspection: stranger).sign(request)
    }
    #expect(error?.kind == .exists)
    #expect(fixture.scratch.names == [name])
    #expect(fixture.scratch.read(name) == [1])
  }

  @Test("a new copy that took the place of another, and got no label, is spoken of")
  func unlabelledCopy() throws {
    let fixture = try Fixture()
    var request = fixture.request("river-levels.csv", to: "out.csv")
    request.copiesDocument = true
    request.overwrites = true
    fixture.scratch.write([1], to: "out.csv")
    let stranger = Inspection(
      existing: { _, _ in nil },
      fresh: { [scratch = fixture.scratch] _, _ in
        scratch.write([2], to: "out.csv.c2pa/in-the-way")
        return nil
      })
    let error = #expect(throws: SigningError.self) {
      try fixture.signer(inspection: stranger).sign(request)
    }
    #expect(
      error?.reason.hasSuffix("; the copy of the document is there without it") == true,
      "\(String(describing: error))")
    #expect(fixture.scratch.read("out.csv") == Desk.sample("river-levels.csv"))
  }

  @Test("a folder that is not there is an error that names the output")
  func folder() throws {
    let fixture = try Fixture()
    let error = #expect(throws: SigningError.self) {
      try fixture.signer().sign(fixture.request("river.jpg", to: "missing/out.jpg"))
    }
    #expect(error?.kind == .unwritable)
    #expect(error?.path == fixture.scratch("missing/out.jpg"))
  }

  @Test("a target that cannot be written is an error, and leaves nothing behind")
  func readOnly() throws {
    let fixture = try Fixture()
    fixture.scratch.write([], to: "disk/keep")
    let disk = fixture.scratch("disk")
    // Root may write anywhere but on a disk that is mounted for reading only.
    let isMounted = unsafe mount("tmpfs", disk, "tmpfs", UInt(MS_RDONLY), nil) == 0
    if !isMounted { #expect(unsafe chmod(disk, 0o500) == 0) }
    defer { if isMounted { unsafe umount(disk) } }
    for form in [SigningRequest.Form.embedded, .sidecar] {
      var request = fixture.request("river.jpg", to: "disk/out.jpg")
      request.form = form
      let error = #expect(throws: SigningError.self) { try fixture.signer().sign(request) }
      #expect(error?.kind == .unwritable)
      #expect(error?.path?.hasPrefix(fixture.scratch("disk/out.jpg")) == true)
    }
    #expect(Scratch.names(in: disk) == (isMounted ? [] : ["keep"]))
  }

  @Test("a full disk is an error, and leaves nothing behind")
  func full() throws {
    let fixture = try Fixture()
    fixture.scratch.write([], to: "disk/.keep")
    let disk = fixture.scratch("disk")
    guard unsafe mount("tmpfs", disk, "tmpfs", 0, "size=64k") == 0 else {
      // Only root may mount; without a small disk there is nothing to fill.
      try #require(errno == EPERM, "mount failed with \(errno)")
      return
    }
    defer { unsafe umount(disk) }
    for (sample, form) in [("river.jpg", SigningRequest.Form.automatic), ("river.jpg", .sidecar)] {
      var request = fixture.request(sample, to: "disk/out.jpg")
      request.form = form
      if form == .sidecar {
        fixture.scratch.write([UInt8](repeating: 1, count: 65_536), to: "disk/filler")
      }
      let error = #expect(throws: SigningError.self) { try fixture.signer().sign(request) }
      #expect(error?.kind == .unwritable, "\(String(describing: error))")
      unsafe unlink(fixture.scratch("disk/filler"))
      #expect(Scratch.names(in: disk) == [])
    }
  }

  @Test("a document that cannot be read is an error that names it")
  func unreadable() throws {
    let fixture = try Fixture()
    for name in ["missing.jpg", "."] {
      let request = SigningRequest(
        input: FilePath(fixture.scratch(name)),
        destination: .file(FilePath(fixture.scratch("out"))), label: .issued(.none))
      let error = #expect(throws: SigningError.self) { try fixture.signer().sign(request) }
      #expect(error?.kind == .unreadable)
      #expect(error?.path == fixture.scratch(name))
    }
  }
}
