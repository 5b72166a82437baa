import BroadsealBytes
import BroadsealCompression

extension PDFFile {
  /// The decoded data of a small stream: unfiltered, or through the filters for any data
  /// (ISO 32000-1 §7.4.2 to §7.4.5), Flate and LZW with or without a PNG predictor.
  ///
  /// - Parameters:
  ///   - stored: the data; read from the file unless given, decrypted where that is needed.
  ///   - limit: the most bytes that may come out.
  func decode(
    _ stream: PDFIndirectObject, _ data: ByteRange, stored: [UInt8]? = nil, limit: Int
  ) throws(DocumentError) -> [UInt8] {
    guard let dictionary = stream.dictionary else {
      throw .pdf(.filter, "a stream without a dictionary", at: stream.offset)
    }
    var bytes: [UInt8]
    if let stored { bytes = stored } else { bytes = try read(stream, data) }
    let filters = try PDFFilter.list(of: dictionary, at: stream.offset)
    for filter in filters where filter.name != "Crypt" {
      // A predictor adds a byte to every row, and a row has one byte at least; text takes two
      // characters a byte, and lines.
      let room = min(limit, PDFLimits.maximumInflatedSize) * 2 + 64
      switch filter.name {
      case "FlateDecode", "Fl": bytes = try inflate(bytes, limit: room, of: stream)
      case "LZWDecode", "LZW":
        let changesEarly = filter.parameters?["EarlyChange"]?.integer ?? 1
        bytes = try PDFLZW.decode(bytes, changesEarly: changesEarly != 0, limit: room)
          .orFault("an LZW stream that does not decode", at: stream.offset)
      case "ASCIIHexDecode", "AHx":
        bytes = try PDFTextFilter.hexadecimal(bytes)
          .orFault("a hexadecimal stream that does not decode", at: stream.offset)
        continue
      case "ASCII85Decode", "A85":
        bytes = try PDFTextFilter.base85(bytes)
          .orFault("a stream in base 85 that does not decode", at: stream.offset)
        continue
      case "RunLengthDecode", "RL":
        bytes = try PDFTextFilter.runs(bytes, limit: room)
          .orFault("a run-length stream that does not decode", at: stream.offset)
        continue
      default:
        throw .pdf(.filter, "a filter that the reader does not decode", at: stream.offset)
      }
      let predictor = filter.parameters?["Predictor"]?.integer ?? 1
      if predictor >= 10, let parameters = filter.parameters {
        guard let rows = PDFPredictor(parameters)?.undo(bytes) else {
          throw .pdf(.filter, "a predictor that does not fit its data", at: stream.offset)
        }
        bytes = rows
      } else if predictor != 1 {
        throw .pdf(.filter, "a predictor that the reader does not undo", at: stream.offset)
      }
    }
    guard bytes.count <= limit else {
      throw .pdf(.limit, "a stream larger than the reader takes", at: stream.offset)
    }
    return bytes
  }

  /// The data of a stream as stored.
  func read(_ stream: PDFIndirectObject, _ data: ByteRange) throws(DocumentError) -> [UInt8] {
    guard data.length <= PDFLimits.maximumStreamSize else {
      throw .pdf(.limit, "a stream larger than the reader takes", at: stream.offset)
    }
    return try read(data.start - origin..<data.end - origin)
  }

  /// The inflated form of `bytes`; after the data there may be white space, as many writers leave it.
  static func inflate(_ bytes: ArraySlice<UInt8>, limit: Int) throws(Deflate.Fault) -> [UInt8] {
    let inflated = try Deflate.inflate(bytes, .zlib, limit: limit)
    guard bytes.dropFirst(inflated.used).allSatisfy(PDFLexer.isSpace) else { throw .damaged }
    return inflated.bytes
  }

  private func inflate(
    _ bytes: [UInt8], limit: Int, of stream: PDFIndirectObject
  ) throws(DocumentError) -> [UInt8] {
    do throws(Deflate.Fault) {
      return try PDFFile.inflate(bytes[...], limit: limit)
    } catch {
      switch error {
      case .damaged: throw .pdf(.filter, "a Flate stream that does not inflate", at: stream.offset)
      case .tooLarge:
        throw .pdf(.limit, "a stream larger than the reader takes", at: stream.offset)
      }
    }
  }
}

extension [UInt8]? {
  /// The data, or the fault that there are none.
  fileprivate func orFault(_ reason: String, at offset: Int) throws(DocumentError) -> [UInt8] {
    guard let self else { throw .pdf(.filter, reason, at: offset) }
    return self
  }
}
