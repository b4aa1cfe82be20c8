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

/// For rooms that nobody waits for: their code is made small. The libraries that others build upon take no such flags.
let small = strict + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

let package = Package(
    name: "steno",
    platforms: [.macOS(.v14)],
    products: [
        .executable(name: "steno", targets: ["steno"]),
        .library(name: "AsciiDoc", targets: ["AsciiDoc"]),
        .library(name: "AsciiDocLint", targets: ["AsciiDocLint"]),
        .library(name: "AsciiDocASG", targets: ["AsciiDocASG"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
    ],
    targets: [
        .systemLibrary(
            name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
        .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
        .target(name: "CPosix"),
        .target(name: "AsciiDoc", swiftSettings: strict),
        .target(name: "AsciiDocLint", dependencies: ["AsciiDoc"], swiftSettings: strict),
        .target(name: "AsciiDocASG", dependencies: ["AsciiDoc"], swiftSettings: strict),
        .target(name: "Notebook", dependencies: ["AsciiDoc"], swiftSettings: strict),
        .target(name: "Shell", dependencies: ["Notebook", "AsciiDoc", "AsciiDocLint"], swiftSettings: small),
        .target(name: "LineEditor", dependencies: ["CEditline"], swiftSettings: strict),
        .target(name: "Files", dependencies: ["Notebook", "CPosix"], swiftSettings: strict),
        .target(name: "Storage", dependencies: ["Notebook", "Files"], swiftSettings: strict),
        .target(
            name: "Publishing", dependencies: ["Notebook", "AsciiDoc", "AsciiDocASG", "Files"],
            resources: [
                .embedInCode("Html/page.css"), .embedInCode("Programs/backup.sh"), .embedInCode("Pdf/print.py"),
            ], swiftSettings: small),
        .target(
            name: "Programmes", dependencies: ["Notebook", "CExpat"], swiftSettings: small,
            // The archive: a program that is copied to another machine needs no library there.
            linkerSettings: [
                .linkedLibrary(":libexpat.a", .when(platforms: [.linux])),
                .linkedLibrary("expat", .when(platforms: [.macOS])),
            ]),
        .target(
            name: "Templates",
            dependencies: ["Notebook"],
            path: "templates",
            resources: [
                .embedInCode("conference.adoc"), .embedInCode("multi-day.adoc"), .embedInCode("talk.adoc"),
                .embedInCode("meetup.adoc"), .embedInCode("meeting.adoc"), .embedInCode("english.adoc"),
                .embedInCode("minimal.adoc"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "steno",
            dependencies: [
                "AsciiDoc", "AsciiDocLint", "AsciiDocASG", "Notebook", "Shell", "LineEditor", "Storage", "Publishing",
                "Templates", "Files", "Programmes",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: small),
        .testTarget(
            name: "DocumentationTests", dependencies: ["AsciiDoc"], path: "Tests/Documentation", swiftSettings: strict),
        .target(
            name: "ConformanceDump", dependencies: ["AsciiDoc"], path: "Tests/Conformance/Dump", swiftSettings: strict),
        .executableTarget(
            name: "ConformanceProbe", dependencies: ["ConformanceDump", "AsciiDoc"], path: "Tests/Conformance/Probe",
            swiftSettings: strict),
        .testTarget(name: "AsciiDocTests", dependencies: ["AsciiDoc", "ConformanceDump"], swiftSettings: strict),
        .testTarget(name: "AsciiDocLintTests", dependencies: ["AsciiDocLint", "AsciiDoc"], swiftSettings: strict),
        .testTarget(name: "AsciiDocASGTests", dependencies: ["AsciiDocASG", "AsciiDoc"], swiftSettings: strict),
        .testTarget(name: "NotebookTests", dependencies: ["Notebook", "AsciiDoc", "Templates"], swiftSettings: strict),
        .target(
            name: "ShellInMemory", dependencies: ["Shell", "Notebook"], path: "Tests/ShellTests/InMemory",
            swiftSettings: strict),
        .target(
            name: "ProductLaw", dependencies: ["ShellInMemory", "Shell", "AsciiDoc"], path: "Tests/Product/Law",
            swiftSettings: strict),
        .executableTarget(
            name: "ProductProbe", dependencies: ["ProductLaw"], path: "Tests/Product/Probe", swiftSettings: strict),
        .executableTarget(
            name: "ProgrammesProbe", dependencies: ["Programmes", "Notebook"], path: "Tests/ProgrammesProbe",
            swiftSettings: strict),
        .testTarget(
            name: "ProgrammesTests", dependencies: ["Programmes", "Notebook", "Shell", "ShellInMemory"],
            swiftSettings: strict),
        .testTarget(
            name: "ShellTests",
            dependencies: ["Shell", "ShellInMemory", "ProductLaw", "Notebook", "AsciiDoc", "AsciiDocLint"],
            exclude: ["InMemory"], swiftSettings: strict),
        .executableTarget(
            name: "EditorProbe", dependencies: ["LineEditor", "CEditline", "EditorSchedules"],
            path: "Tests/EditorProbe", swiftSettings: strict),
        .target(name: "EditorSchedules", path: "Tests/EditorSchedules", swiftSettings: strict),
        .testTarget(
            name: "LineEditorTests", dependencies: ["LineEditor", "CEditline", "EditorSchedules"],
            swiftSettings: strict),
        .testTarget(
            name: "StorageTests", dependencies: ["Storage", "Notebook", "AsciiDoc", "Files"], swiftSettings: strict),
        .testTarget(name: "FilesTests", dependencies: ["Files", "Notebook"], swiftSettings: strict),
        .testTarget(
            name: "PublishingTests", dependencies: ["Publishing", "Notebook", "AsciiDoc", "Files"],
            swiftSettings: strict),
    ]
)
