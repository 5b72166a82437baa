import BroadsealBytes
import BroadsealNotes
import BroadsealOpenSSL

/// An encrypted document, seen with the empty user password (ISO 32000-2 §7.6.4).
struct PDFSecurity: Sendable {
  /// Why nothing can be read or embedded; nil when the empty password opens the document.
  let refusal: Refusal?
  /// What is known with the password.
  let opened: Opened?

  struct Opened: Sendable {
    let encryption: PDFEncryption
    let key: [UInt8]
  }

  init(refusing code: PDFCode, _ reason: String) {
    self.init(refusal: Refusal(code, reason, remedy: .sidecar), opened: nil)
  }

  init(refusal: Refusal?, opened: Opened?) {
    self.refusal = refusal
    self.opened = opened
  }

  static func fault(_ error: OpenSSLError, at offset: Int) -> DocumentError {
    .pdf(.encryption, error.description, at: offset)
  }

  /// Whether an embedded file stays as it is under `filter`, the stream's own crypt filter.
  func leavesEmbeddedFilesClear(_ filter: PDFName?) -> Bool {
    guard let encryption = opened?.encryption else { return false }
    return encryption.filters[filter ?? encryption.files] == .identity
  }
}

extension PDFSecurity {
  /// The data of a stream as they were before encryption.
  func decrypt(_ data: [UInt8], of stream: PDFIndirectObject) throws(DocumentError) -> [UInt8] {
    let opened = try open(at: stream.offset)
    guard let cipher = opened.encryption.filters[try filter(of: stream, in: opened.encryption)]
    else { throw .pdf(.encryption, "a stream with an unknown crypt filter", at: stream.offset) }
    do throws(OpenSSLError) {
      return try cipher.decrypt(data, of: stream.reference, key: opened.key)
    } catch { throw PDFSecurity.fault(error, at: stream.offset) }
  }

  /// A string of the object `reference` as it was before encryption.
  func decrypt(
    string: [UInt8], of reference: PDFReference
  ) throws(DocumentError) -> [UInt8] {
    let opened = try open(at: 0)
    do throws(OpenSSLError) {
      // A string of no bytes has nothing to encrypt: some writers leave it so.
      return string.isEmpty
        ? [] : try opened.strings.decrypt(string, of: reference, key: opened.key)
    } catch { throw PDFSecurity.fault(error, at: 0) }
  }

  /// A string as it has to stand in the object `reference`.
  func encrypt(
    string: [UInt8], of reference: PDFReference
  ) throws(DocumentError) -> [UInt8] {
    let opened = try open(at: 0)
    do throws(OpenSSLError) {
      return try opened.strings.encrypt(string, of: reference, key: opened.key)
    } catch { throw PDFSecurity.fault(error, at: 0) }
  }

  private func open(at offset: Int) throws(DocumentError) -> Opened {
    guard let opened else {
      throw refusal.map(DocumentError.refused) ?? .pdf(.encryption, "no key", at: offset)
    }
    return opened
  }

  /// The crypt filter that holds for `stream`: its own, or what the dictionary says of its kind.
  private func filter(
    of stream: PDFIndirectObject, in encryption: PDFEncryption
  ) throws(DocumentError) -> PDFName {
    let dictionary = stream.dictionary ?? PDFDictionary(entries: [])
    let filters = try PDFFilter.list(of: dictionary, at: stream.offset)
    if let own = filters.first(where: { $0.name == "Crypt" }) {
      return own.parameters?["Name"]?.name ?? "Identity"
    }
    switch dictionary["Type"]?.name {
    case "XRef": return "Identity"
    case "Metadata" where !encryption.encryptsMetadata: return "Identity"
    case "EmbeddedFile": return encryption.files
    default: return encryption.streams
    }
  }
}

extension PDFSecurity.Opened {
  /// How strings are encrypted.
  fileprivate var strings: PDFCipher { encryption.filters[encryption.strings] ?? .identity }
}
