@testable import BroadsealDocuments

extension PDFChangeTests {
  /// Widgets of time stamps that have nothing to show, and those that some reader shows all the same.
  static let widgets: [PDFChangeCase] = [
    .adds(
      "a time stamp without area whose look does not say how large it is", .visibleSignature,
      .field,
      signing("ETSI.RFC3161", field: "/Rect [0 0 0 0] /AP << /N 32 0 R >>")
        .merging([32: Sample.stream("0 0 9 9 re f", "/Type /XObject /Subtype /Form")]) { $1 }),
    .adds(
      "a time stamp without area, with a state of the name BBox", .visibleSignature, .field,
      signing(
        "ETSI.RFC3161",
        field: "/Rect [0 0 0 0] /AS /On /AP << /N << /BBox [0 0 1 1] /On 32 0 R >> >>"
      )
      .merging([32: Sample.stream("0 0 9 9 re f", "/Type /XObject /Subtype /Form")]) { $1 }),
    .adds(
      "a time stamp without area, with a look of some content", .visibleSignature, .field,
      signing("ETSI.RFC3161", field: "/Rect [0 0 0 0] /AP << /N 32 0 R >>")
        .merging([32: Sample.form("BT ET")]) { $1 }),
    .adds(
      "a time stamp without area, with a look in which another is drawn", .visibleSignature, .field,
      signing("ETSI.RFC3161", field: "/Rect [0 0 0 0] /AP << /N 32 0 R >>").merging([
        32: Sample.form(
          "q /F0 Do Q", "/Resources << /XObject << /F0 33 0 R >> >>"),
        33: Sample.form("0 0 9 9 re f"),
      ]) { $1 }),
    .adds(
      "a time stamp without area whose looks are empty, one in the other", .evidence, .field,
      signing("ETSI.RFC3161", field: "/Rect [0 0 0. 0.0] /MK << >> /AP << /N 32 0 R >>").merging([
        32: Sample.form(
          "q 1 0 0 1 0 -.5 cm /F0 Do Q % none", "/Resources << /XObject << /F0 33 0 R >> >>"),
        33: Sample.form("% blank"),
      ]) { $1 }, permitted: true),
    .adds(
      "a time stamp with an area that some readers take for none", .visibleSignature, .field,
      signing(
        "ETSI.RFC3161",
        field: "/Rect [5000000000 5000000000 5000000000.0 5000000000.0] /AP << /N 32 0 R >>"
      ).merging([32: Sample.form("")]) { $1 }),
    .adds(
      "a time stamp with corners that are one, and not zero", .visibleSignature, .field,
      signing("ETSI.RFC3161", field: "/Rect [9 9 9 9] /F 132")),
    .adds(
      "a time stamp that only some readers take for hidden", .visibleSignature, .field,
      signing(
        "ETSI.RFC3161", field: "/Rect [0 0 9 9] /F 2147483650 /MK << /BG [1 1 1] >>")),
    .adds(
      "a time stamp without area, with a colour to fill it", .visibleSignature, .field,
      signing("ETSI.RFC3161", field: "/Rect [0 0 0 0] /MK << /BG [1 1 1] >>")),
  ]
}
