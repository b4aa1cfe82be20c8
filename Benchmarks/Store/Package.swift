// swift-tools-version: 6.1
import PackageDescription

// Measures the rooms themselves, without the program around them. A package of its own, so that users do not build it;
// the rooms are linked into it, as it has to see what is for the package's own use only.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "store-benchmark",
    platforms: [.macOS(.v14)],
    targets: [
        .target(name: "CPosix"),
        .target(name: "AsciiDoc", swiftSettings: settings),
        .target(name: "Notebook", dependencies: ["AsciiDoc"], swiftSettings: settings),
        .target(name: "Files", dependencies: ["Notebook", "CPosix"], swiftSettings: settings),
        .target(name: "Storage", dependencies: ["Notebook", "Files"], swiftSettings: settings),
        .executableTarget(
            name: "StoreBenchmark", dependencies: ["Storage", "Notebook", "AsciiDoc"], swiftSettings: settings),
    ]
)
