// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "nightstand", path: "../..")],
  targets: [
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        .product(name: "NightModel", package: "nightstand"), .product(name: "NightStore", package: "nightstand"),
        .product(name: "SignSimulation", package: "nightstand"),
        .product(name: "SwitchSimulation", package: "nightstand"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
