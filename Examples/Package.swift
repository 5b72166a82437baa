// swift-tools-version: 6.2
// Programs as a stranger would write them: a package of its own, which knows only the products.
import PackageDescription

func program(_ name: String, with more: [String] = []) -> Target {
  .executableTarget(
    name: name,
    dependencies: (["Broadseal"] + more).map {
      .product(name: $0, package: "broadseal")
    },
    swiftSettings: [.enableUpcomingFeature("MemberImportVisibility")])
}

let package = Package(
  name: "examples",
  dependencies: [.package(name: "broadseal", path: "..")],
  targets: [
    program("SignPDF"),
    program("SignFolder"),
    program("VerifyFile"),
    program("VerifyBytes"),
    program("FetchedList"),
    program("AuditFolder", with: ["BroadsealAuditing"]),
  ],
  swiftLanguageModes: [.v6]
)
