// swift-tools-version: 6.1
import PackageDescription

/// What every target is held to. The upcoming features make an import's visibility part of its declaration, so that
/// a room cannot see another one by accident.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "steno",
    platforms: [.macOS(.v14)],
    products: [
        .executable(name: "steno", targets: ["steno"]),
        .library(name: "AsciiDoc", targets: ["AsciiDoc"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
        .target(name: "CPosix"),
        .target(name: "AsciiDoc", swiftSettings: strict),
        .target(name: "Notebook", dependencies: ["AsciiDoc"], swiftSettings: strict),
        .target(name: "Shell", dependencies: ["Notebook", "AsciiDoc"], swiftSettings: strict),
        .target(name: "LineEditor", dependencies: ["CEditline"], swiftSettings: strict),
        .target(
            name: "Storage", dependencies: ["Notebook", "AsciiDoc", "CPosix"], swiftSettings: strict),
        .target(
            name: "Publishing",
            dependencies: [
                "Notebook", "AsciiDoc", "CPosix", .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict),
        .target(
            name: "Templates",
            dependencies: ["Notebook", .product(name: "Mustache", package: "swift-mustache")],
            path: "templates",
            resources: [
                .embedInCode("conference.adoc"), .embedInCode("meetup.adoc"),
                .embedInCode("meeting.adoc"), .embedInCode("minimal.adoc"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "steno",
            dependencies: [
                "AsciiDoc", "Notebook", "Shell", "LineEditor", "Storage", "Publishing", "Templates",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict),
        .testTarget(name: "AsciiDocTests", dependencies: ["AsciiDoc"], swiftSettings: strict),
        .testTarget(name: "NotebookTests", dependencies: ["Notebook", "AsciiDoc"], swiftSettings: strict),
        .testTarget(name: "ShellTests", dependencies: ["Shell", "Notebook", "AsciiDoc"], swiftSettings: strict),
        .executableTarget(
            name: "EditorProbe", dependencies: ["LineEditor", "CEditline"], path: "Tests/EditorProbe",
            swiftSettings: strict),
        .testTarget(name: "LineEditorTests", dependencies: ["LineEditor", "CEditline"], swiftSettings: strict),
        .testTarget(
            name: "PublishingTests", dependencies: ["Publishing", "Notebook", "AsciiDoc"], swiftSettings: strict),
        .testTarget(
            name: "StorageTests", dependencies: ["Storage", "Notebook", "AsciiDoc"], swiftSettings: strict),
    ]
)
