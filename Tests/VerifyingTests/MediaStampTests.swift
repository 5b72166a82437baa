import BroadsealBytes
import BroadsealDocuments
import BroadsealFiles
import BroadsealProvenance
import BroadsealSigning
import BroadsealVerifying
import TestSupport
import Testing

/// Time stamps onto labels that media have inside: as an update where the format lets a store grow, and
/// else under a new binding of the content (C2PA 2.5 §11.2.3).
@Suite("Time stamps onto labelled media")
struct MediaStampTests {
  /// A file, and whether its stamp comes in an update manifest.
  private static let files: [(name: String, content: [UInt8], isUpdate: Bool)] = [
    ("speech.wav", RIFFFile.wav(), true), ("picture.webp", RIFFFile.webp(), true),
    ("film.avi", RIFFFile.avi(), true),
    ("speech.ogg", OGGFile.speech, true), ("picture.gif", SmallPicture.gif, true),
    ("picture.tif", SmallPicture.tiff, true), ("picture.jxl", SmallPicture.jxl, true),
    ("speech.mp3", SoundFile.mp3, false), ("speech.flac", SoundFile.flac(), false),
    ("letters.ttf", SmallFont.trueType, false),
  ]

  private let scratch = Scratch()
  private let time = TestPKI.now.adding(seconds: 86_400)

  private func signer() throws -> Signer {
    let pki = try TestPKI.shared()
    let verifier = Verifier(trust: try pki.context(at: time), at: time)
    let authority = try LocalTimeStampAuthority(
      key: pki.demo.tsa.key, certificates: pki.demo.tsa.chain)
    let agency = pki.demo.us.signer
    return try Signer(
      credential: try Credential(key: agency.key, certificates: agency.chain),
      timeStamping: .authorities([.local(authority)], allowMissing: false),
      inspection: Inspection(
        existing: { document, sidecar in
          let verdict = verifier.session().verify(document, sidecar: sidecar)
          let found = verdict.c2pa
          return RecordedValidation(
            success: found.success, informational: found.informational, failure: found.failure,
            agency: verdict.origin?.agency?.id)
        },
        fresh: { document, sidecar throws(Inspection.Failure) in
          let verdict = verifier.session().verify(document, sidecar: sidecar)
          guard verdict.origin?.status == .official else {
            throw Inspection.Failure("\(verdict.integrity) \(verdict.c2pa.failure)")
          }
          return nil
        }), environment: Environment(now: { time }))
  }

  /// Stamps a file that was labelled by hand; the kind of the manifest that came in.
  private func stamped(
    _ name: String, _ content: [UInt8], _ change: (inout TestManifest) -> Void = { _ in }
  ) throws -> ManifestKind {
    let document = try Document(ByteSource(bytes: content), path: FilePath(name))
    var manifest = TestManifest(try TestPKI.shared())
    change(&manifest)
    let labelled = try manifest.embedded(in: content, by: try #require(document.carrier))
    let input = scratch.write(labelled, to: name)
    let result = try signer().stamp(
      StampingRequest(
        input: FilePath(input), destination: .file(FilePath(scratch("stamped-" + name))),
        agency: StampingRequest.Agency(id: "demo.us.press-office", jurisdiction: "US")))
    #expect(result.form == .embedded && result.stamp != nil)
    let output = try Document.open(result.output)
    guard case .found(let store)? = try output.carrier?.locate() else {
      throw TestManifest.Failure()
    }
    return try ManifestStore(parsing: store.bytes, allowTrailingZeros: true).active.kind
  }

  @Test("The label stays official, by an update where that can be", arguments: files)
  func stamps(name: String, content: [UInt8], isUpdate: Bool) throws {
    let kind = try stamped(name, content)
    #expect(kind == (isUpdate ? .update : .standard))
  }

  @Test("Where the signer hashed the size of the file too, the content is bound anew")
  func foreign() throws {
    #expect(try stamped("hashed.wav", RIFFFile.wav()) { $0.hashesDependents = true } == .standard)
  }

  @Test("A second stamp goes the same way as the first")
  func twice() throws {
    _ = try stamped("speech.wav", RIFFFile.wav())
    let again = try signer().stamp(
      StampingRequest(
        input: FilePath(scratch("stamped-speech.wav")),
        destination: .file(FilePath(scratch("again.wav"))),
        agency: StampingRequest.Agency(id: "demo.us.press-office", jurisdiction: "US")))
    guard case .found(let store)? = try Document.open(again.output).carrier?.locate() else {
      throw TestManifest.Failure()
    }
    let kinds = try ManifestStore(parsing: store.bytes).manifests.map(\.kind)
    #expect(kinds == [.standard, .update, .update])
  }
}
