import COSE
import OpenSSL
import Provenance

/// The time stamp in a claim signature (C2PA 2.4 §15.8). Every fault is informational: the stamp
/// is then ignored, as if there were none.
enum TimeStampCheck {
  /// The attested time; nil when there is no stamp, or it is ignored.
  static func run(
    _ sign1: Sign1, claim: [UInt8], at place: String, context: ValidationContext,
    into log: inout StatusLog
  ) -> ProvedTime? {
    guard let header = sign1.timeStamps.first else { return nil }
    do throws(TimeStampFault) {
      guard let tokens = header.tokens, tokens.count == 1 else {
        throw TimeStampFault(
          .timeStampMalformed, "the header does not hold exactly one stamp")
      }
      let token = try read(tokens[0])
      let message =
        header.form == .overSignature
        ? sign1.counterSignatureInput() : sign1.counterSignatureInputV1(claim: claim)
      let time = try ProvedTime(token, over: message, context: context)
      log.add(.timeStampValidated, at: place, "the stamp matches the signature")
      log.add(.timeStampTrusted, at: place, "the stamp's authority is one that was given")
      return time
    } catch {
      log.add(error.code, at: place, error.reason)
      return nil
    }
  }

  /// Both headers are met with a bare token and with a whole response around it.
  private static func read(_ bytes: [UInt8]) throws(TimeStampFault) -> TimeStampToken {
    do throws(TimeStampError) { return try TimeStampToken(bytes) } catch {
      throw TimeStampFault(error)
    }
  }
}
