// swift-tools-version: 6.2
import PackageDescription

/// Warnings stop the build where `CI` is set; elsewhere a later compiler's new warning must not break a fresh clone.
let strict: [SwiftSetting] = Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let swiftSettings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + strict

/// Tests say what they import once; whether others see it matters to nobody.
let testSettings: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")] + strict

let package = Package(
  name: "nightstand",
  products: [
    .executable(name: "nightstand", targets: ["nightstand"]),
    .library(name: "Text", targets: ["Text"]),
    .library(name: "NightModel", targets: ["NightModel"]),
    .library(name: "NightStore", targets: ["NightStore"]),
    .library(name: "NightReports", targets: ["NightReports"]),
    .library(name: "AppCore", targets: ["AppCore"]),
    .library(name: "Bedside", targets: ["Bedside"]),
    .library(name: "CellUI", targets: ["CellUI"]),
    .library(name: "SignSimulation", targets: ["SignSimulation"]),
    .library(name: "SwitchSimulation", targets: ["SwitchSimulation"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .target(name: "CareLibrary"),
    .target(name: "Text", swiftSettings: swiftSettings),
    .target(name: "NightModel", dependencies: ["CareLibrary", "Text"], swiftSettings: swiftSettings),
    .target(name: "NightStore", dependencies: ["NightModel", "Text"], swiftSettings: swiftSettings),
    .target(name: "NightReports", dependencies: ["NightModel", "Text"], swiftSettings: swiftSettings),
    .target(name: "CellUI", dependencies: ["Text"], swiftSettings: swiftSettings),
    .target(name: "AppCore", dependencies: ["CellUI", "NightModel", "Text"], swiftSettings: swiftSettings),
    .target(
      name: "Bedside", dependencies: ["AppCore", "NightModel", "NightReports", "NightStore", "Text"],
      swiftSettings: swiftSettings),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(
      name: "Ncurses", dependencies: ["CellUI", "CNcurses"],
      swiftSettings: swiftSettings + [.defaultIsolation(MainActor.self), .strictMemorySafety()]),
    .executableTarget(
      name: "nightstand",
      dependencies: [
        "Text", "NightModel", "NightStore", "NightReports", "AppCore", "Bedside", "CellUI", "Ncurses",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swiftSettings),

    .target(name: "TestChance", path: "Tests/TestChance", swiftSettings: testSettings),
    .target(
      name: "SignSimulation", dependencies: ["NightModel", "TestChance", "Text"], path: "Tests/SignSimulation",
      swiftSettings: testSettings),
    .target(
      name: "SwitchSimulation", dependencies: ["AppCore", "CellUI", "NightModel", "TestChance"],
      path: "Tests/SwitchSimulation", swiftSettings: testSettings),
    .target(
      name: "TestSupport",
      dependencies: ["Text", "NightModel", "NightStore", "CellUI", "AppCore", "Bedside", "TestChance"],
      path: "Tests/TestSupport",
      swiftSettings: testSettings),
    .testTarget(name: "TextTests", dependencies: ["Text", "TestSupport"], swiftSettings: testSettings),
    .testTarget(name: "CellUITests", dependencies: ["CellUI", "Text", "TestSupport"], swiftSettings: testSettings),
    .testTarget(
      name: "AppCoreTests",
      dependencies: ["AppCore", "CellUI", "NightModel", "SwitchSimulation", "Text", "TestSupport"],
      exclude: ["Screens"],
      swiftSettings: testSettings),
    .testTarget(
      name: "NightModelTests", dependencies: ["NightModel", "SignSimulation", "Text", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "NightStoreTests", dependencies: ["NightModel", "NightStore", "Text", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "NightReportsTests", dependencies: ["NightModel", "NightReports", "Text", "TestSupport"],
      exclude: ["Goldens"], swiftSettings: testSettings),
    .testTarget(
      name: "EndToEndTests", dependencies: ["nightstand", "NightModel", "NightStore", "Text", "TestSupport"],
      exclude: ["Reckoning"], swiftSettings: testSettings),
    .testTarget(
      name: "HouseRulesTests", dependencies: ["TestSupport"], exclude: ["NewcomerQuestions.md"],
      swiftSettings: testSettings),
  ],
  swiftLanguageModes: [.v6]
)
