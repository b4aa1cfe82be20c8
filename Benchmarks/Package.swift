// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that users do not build it.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v14)],
    dependencies: [.package(name: "steno", path: "..")],
    targets: [
        .executableTarget(
            name: "bench",
            dependencies: [
                .product(name: "AsciiDoc", package: "steno"), .product(name: "AsciiDocLint", package: "steno"),
                .product(name: "AsciiDocASG", package: "steno"),
            ],
            swiftSettings: [.swiftLanguageMode(.v6)])
    ]
)
