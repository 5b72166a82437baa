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

/// What a floor or a test may import: another floor by its short name, or what a package or the
/// system offers.
enum Below: ExpressibleByStringLiteral {
  case floor(String)
  case other(Target.Dependency)

  init(stringLiteral name: String) { self = .floor(name) }

  static func product(_ name: String, package: String) -> Below {
    .other(.product(name: name, package: package))
  }

  var dependency: Target.Dependency {
    switch self {
    case .floor(let name): .target(name: module(name))
    case .other(let dependency): dependency
    }
  }
}

/// The module of a floor. SwiftPM wants the names of all modules in a client's graph to differ, so
/// that `Bytes` or `Trust` would collide sooner or later: every module bears the package's name,
/// and only the folders are short. The front door is the package's name itself.
func module(_ floor: String) -> String { floor == "Broadseal" ? floor : "Broadseal\(floor)" }

func floor(_ name: String, on below: [Below] = []) -> Target {
  .target(
    name: module(name), dependencies: below.map(\.dependency), path: "Sources/\(name)",
    swiftSettings: house)
}

func system(_ name: String, pkgConfig: String? = nil, apt: String? = nil) -> Target {
  .systemLibrary(
    name: "CBroadseal\(name)", path: "Sources/C\(name)", pkgConfig: pkgConfig,
    providers: apt.map { [.apt([$0])] })
}

func tests(of name: String, with more: [Below] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: module(name)), "TestSupport"] + more.map(\.dependency),
    swiftSettings: house)
}

let linux = Below.other("CBroadsealLinux")
let openSSL = Below.other("CBroadsealOpenSSL")
let zlib = Below.other("CBroadsealZlib")
let sqlite = Below.other("CBroadsealSQLite")

/// What builds the pages of `Sources/Broadseal/Broadseal.docc`. Only `make docs` asks for it, so that no
/// client has to fetch it.
let writesDocumentation: [Package.Dependency] =
  Context.environment["BROADSEAL_DOCS"] == nil
  ? [] : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0")]

/// What libFuzzer drives. Only `make fuzz` asks for it: it links nowhere else.
let fuzzes = Context.environment["BROADSEAL_FUZZ"] != nil

let package = Package(
  name: "broadseal",
  products: [
    .library(name: "Broadseal", targets: ["Broadseal"]),
    .library(name: "BroadsealSigning", targets: ["BroadsealSigning"]),
    .library(name: "BroadsealAuditing", targets: ["BroadsealAuditing"]),
    .library(name: "BroadsealVerifying", targets: ["BroadsealVerifying"]),
    .executable(name: "broadseal", targets: ["BroadsealTool"]),
  ] + (fuzzes ? [.library(name: "Fuzzer", type: .static, targets: ["Fuzzer"])] : []),
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ] + writesDocumentation,
  targets: [
    // Libraries of the system.
    system("OpenSSL", pkgConfig: "openssl", apt: "libssl-dev"),
    system("Linux"),
    system("Zlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    system("SQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),

    // Ground floor: values and encodings.
    floor("Bytes"),
    floor("Notes"),
    floor("JSON", on: ["Bytes"]),
    floor("CBOR", on: ["Bytes"]),
    floor("JUMBF", on: ["Bytes"]),

    // What the system does for everybody: files, compression, threads. Knows no format.
    floor("Workers", on: [linux]),
    floor("Files", on: ["Bytes", "Workers", linux]),
    floor("Compression", on: [zlib]),
    floor("Folders", on: ["Bytes", "Files", "Workers"]),
    floor("SQLite", on: ["Bytes", sqlite]),
    floor("Settings", on: ["Bytes", "Files", .product("TOMLKit", package: "TOMLKit")]),

    // Cryptography: the only floor that touches OpenSSL, and COSE on top of it.
    floor("OpenSSL", on: ["Bytes", openSSL]),
    floor("COSE", on: ["Bytes", "CBOR", "OpenSSL"]),

    // What is asked over the network, where somebody wants it.
    floor("Network", on: ["OpenSSL"]),

    // Documents: where a manifest store lives in each format. Knows nothing of manifests.
    floor("Documents", on: ["Notes", "Bytes", "Files", "Compression", "OpenSSL"]),

    // Manifests: what a store says. Knows nothing of files.
    floor("Provenance", on: ["Notes", "Bytes", "JSON", "CBOR", "JUMBF", "OpenSSL", "COSE"]),

    // The one choke point where bytes of a file meet a hash in a manifest.
    floor(
      "Binding",
      on: [
        "Notes", "Bytes", "CBOR", "JUMBF", "Files", "Workers", "OpenSSL", "Documents", "Provenance",
      ]),

    // Who is believed.
    floor("Trust", on: ["Notes", "Bytes", "JSON", "Files", "OpenSSL"]),

    // The two modules of the house, side by side: neither imports the other.
    floor(
      "Signing",
      on: [
        "Notes", "Binding", "Trust", "Documents", "Provenance", "COSE", "OpenSSL", "Files", "JUMBF",
        "CBOR",
        "JSON", "Bytes",
      ]),
    floor(
      "Verifying",
      on: [
        "Notes", "Binding", "Trust", "Documents", "Provenance", "COSE", "OpenSSL", "Files", "JUMBF",
        "CBOR",
        "Bytes",
      ]),

    // The front door: both modules, one handed to the other, and what a program takes from its machine.
    floor(
      "Broadseal",
      on: [
        "Notes", "Signing", "Verifying", "Trust", "Provenance", "Documents", "OpenSSL", "Settings",
        "Files", "Bytes",
      ]),

    // What is said of a verdict: words for people, JSON and CSV for machines.
    floor("Reporting", on: ["Notes", "Verifying", "Provenance", "Documents", "JSON", "Bytes"]),

    // Many files.
    floor(
      "Auditing",
      on: [
        "Notes", "Reporting", "Verifying", "Documents", "Settings", "OpenSSL", "Folders", "Workers",
        "SQLite", "Files", "JSON", "Bytes",
      ]),

    // The command line.
    floor(
      "CLI",
      on: [
        "Notes", "Broadseal", "Signing", "Verifying", "Auditing", "Reporting", "Trust",
        "Provenance",
        "Documents", "COSE", "Network", "OpenSSL", "Settings", "SQLite", "Folders", "Workers",
        "Files", "JUMBF",
        "CBOR",
        "JSON", "Bytes",
        .product("ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "BroadsealTool", dependencies: ["BroadsealCLI"], path: "Sources/Tool",
      swiftSettings: house),

    // Tests: a folder per floor, the witnesses, and what they share.
    .target(
      name: "TestSupport",
      dependencies: ["Notes", "Bytes", "JSON", "OpenSSL", "Trust"].map {
        .target(name: module($0))
      },
      path: "Tests/Support", swiftSettings: house),
    .target(
      name: "FuzzTargets",
      dependencies: ["TestSupport"]
        + [
          "Broadseal", "Signing", "Verifying", "Trust", "Provenance", "Documents", "COSE",
          "OpenSSL", "Files", "JUMBF", "CBOR", "JSON", "Notes", "Bytes",
        ].map { .target(name: module($0)) },
      path: "Tests/FuzzTargets", swiftSettings: house),
    .testTarget(
      name: "FuzzTests", dependencies: ["FuzzTargets", "TestSupport"], swiftSettings: house),
    tests(of: "Bytes"),
    tests(of: "JSON"),
    tests(of: "CBOR"),
    tests(of: "JUMBF"),
    tests(of: "Files", with: ["Bytes"]),
    tests(of: "Compression"),
    tests(of: "Workers"),
    tests(of: "Folders", with: ["Bytes", "Files"]),
    tests(of: "Settings", with: ["Bytes", "Files"]),
    tests(of: "Network", with: ["OpenSSL"]),
    tests(of: "OpenSSL"),
    tests(of: "COSE"),
    tests(of: "Documents", with: ["Notes", "Files", "Compression", zlib]),
    tests(of: "Provenance", with: ["Notes", "COSE", "Documents"]),
    tests(of: "Binding", with: ["Notes", "CBOR", "Files"]),
    tests(of: "Trust", with: ["Notes", "Bytes", "Files", "JSON", "OpenSSL"]),
    tests(
      of: "Signing",
      with: [
        "Notes", "Verifying", "Trust", "Documents", "Provenance", "COSE", "JUMBF", "OpenSSL",
        "Files",
        "Bytes",
      ]),
    tests(
      of: "Verifying", with: ["Notes", "Provenance", "Signing", "Reporting", "CLI", "Files"]),
    tests(of: "Broadseal", with: ["Notes", "Trust"]),
    tests(
      of: "Reporting", with: ["Notes", "Documents", "Auditing", "Provenance", "Verifying", "Bytes"]),
    tests(
      of: "Auditing",
      with: [
        "Notes", "Documents", "Provenance", "Reporting", "Verifying", "Folders", "JSON", "Bytes",
      ]),
    tests(of: "CLI", with: ["Notes", "Files"]),
    .testTarget(
      name: "WitnessTests",
      dependencies: ["TestSupport"]
        + [
          "Notes", "Signing", "Verifying", "CLI", "Trust", "Documents", "Provenance", "OpenSSL",
          "Files",
          "JSON", "Bytes",
        ].map { .target(name: module($0)) },
      exclude: ["Scripts"],
      swiftSettings: house),
  ]
    + (fuzzes
      ? [
        .target(
          name: "Fuzzer", dependencies: ["FuzzTargets"], path: "Tests/Fuzzer",
          swiftSettings: house)
      ] : []),
  swiftLanguageModes: [.v6]
)
