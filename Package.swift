// swift-tools-version: 6.2
// The floor plan. Arrows run strictly down: a target may import only what stands above it in this
// list. A boundary between targets is the one wall the compiler enforces, so every floor is one.
import PackageDescription

let house: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

func floor(_ name: String, on below: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: below, swiftSettings: house)
}

func tests(of name: String, with more: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name), "TestSupport"] + more,
    swiftSettings: house)
}

let package = Package(
  name: "broadseal",
  products: [
    .library(name: "Signing", targets: ["Signing"]),
    .library(name: "Verifying", targets: ["Verifying"]),
    .executable(name: "broadseal", targets: ["broadseal"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // Libraries of the system.
    .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // Ground floor: values and encodings.
    floor("Bytes"),
    floor("JSON", on: ["Bytes"]),
    floor("CBOR", on: ["Bytes"]),
    floor("JUMBF", on: ["Bytes"]),

    // Cryptography: the only floor that touches OpenSSL, and COSE on top of it.
    floor("OpenSSL", on: ["Bytes", "COpenSSL"]),
    floor("COSE", on: ["Bytes", "CBOR", "OpenSSL"]),

    // Files: where a manifest store lives in each format. Knows nothing of manifests.
    floor("Documents", on: ["Bytes", "CLinux", "CZlib", "OpenSSL"]),

    // Manifests: what a store says. Knows nothing of files.
    floor("Provenance", on: ["Bytes", "JSON", "CBOR", "JUMBF", "OpenSSL", "COSE"]),

    // The one choke point where bytes of a file meet a hash in a manifest.
    floor("Binding", on: ["Bytes", "JUMBF", "OpenSSL", "Documents", "Provenance"]),

    // Who is believed.
    floor("Trust", on: ["Bytes", "JSON", "OpenSSL"]),

    // The two modules of the house, side by side: neither imports the other.
    floor(
      "Signing",
      on: [
        "Binding", "Trust", "Documents", "Provenance", "COSE", "OpenSSL", "JUMBF", "CBOR", "JSON",
        "Bytes",
      ]),
    floor(
      "Verifying",
      on: [
        "Binding", "Trust", "Documents", "Provenance", "COSE", "OpenSSL", "JUMBF", "CBOR", "Bytes",
      ]),

    // Many files.
    floor("Auditing", on: ["Verifying", "Documents", "JSON", "Bytes"]),

    // The command line.
    floor(
      "BroadsealCLI",
      on: [
        "Signing", "Verifying", "Auditing", "Trust", "Provenance", "Documents", "COSE", "OpenSSL",
        "JUMBF", "CBOR", "JSON", "Bytes",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ]),
    .executableTarget(name: "broadseal", dependencies: ["BroadsealCLI"], swiftSettings: house),

    // Tests: a folder per floor, the witnesses, and what they share.
    .target(
      name: "TestSupport", dependencies: ["Bytes", "JSON", "OpenSSL", "Trust"],
      path: "Tests/Support", swiftSettings: house),
    tests(of: "Bytes"),
    tests(of: "JSON"),
    tests(of: "CBOR"),
    tests(of: "JUMBF"),
    tests(of: "OpenSSL"),
    tests(of: "COSE"),
    tests(of: "Documents", with: ["CZlib"]),
    tests(of: "Provenance", with: ["COSE", "Documents"]),
    tests(of: "Binding", with: ["CBOR"]),
    tests(of: "Trust", with: ["Bytes", "Documents", "JSON", "OpenSSL"]),
    tests(
      of: "Signing",
      with: [
        "Verifying", "Trust", "Documents", "Provenance", "COSE", "JUMBF", "OpenSSL", "Bytes",
      ]),
    tests(of: "Verifying", with: ["Signing", "BroadsealCLI"]),
    tests(of: "Auditing", with: ["Provenance"]),
    tests(of: "BroadsealCLI"),
    .testTarget(
      name: "WitnessTests",
      dependencies: [
        "TestSupport", "Signing", "Verifying", "BroadsealCLI", "Trust", "Documents", "Provenance",
        "OpenSSL", "JSON", "Bytes",
      ],
      exclude: ["Scripts"],
      swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)
