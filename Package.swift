// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same rules: Swift 6, and a warning is an error.
let rules: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "kartoitin",
    products: [
        .executable(name: "kartoitin", targets: ["KartoitinCommand"]),
        .library(name: "Mapper", targets: ["Mapper"]),
        .library(name: "BookingCore", targets: ["BookingCore"]),
    ],
    traits: [
        .trait(name: "PostgreSQL", description: "Keep bookings in PostgreSQL too, through libpq (libpq-dev).")
    ],
    dependencies: [],
    targets: [
        // The vocabulary that every other room shares.
        .target(name: "SocialServices", swiftSettings: rules),
        // Pure rooms: the question tree, and the promises of times. They do not know each other.
        .target(name: "Mapper", dependencies: ["SocialServices"], swiftSettings: rules),
        .target(name: "BookingCore", dependencies: ["SocialServices"], swiftSettings: rules),
        // Talking on a terminal.
        .systemLibrary(name: "CReadline"),
        .target(name: "Dialogue", dependencies: ["CReadline"], swiftSettings: rules),
        // Where bookings are kept.
        .systemLibrary(name: "CSQLite"),
        .systemLibrary(name: "CCrypt"),
        .systemLibrary(name: "CPostgreSQL"),
        .target(
            name: "Storage",
            dependencies: [
                "BookingCore", "SocialServices", "CSQLite", "CCrypt",
                .target(name: "CPostgreSQL", condition: .when(traits: ["PostgreSQL"])),
            ],
            swiftSettings: rules),
        // What is asked and said, read from Content/.
        .target(
            name: "ContentLibrary", dependencies: ["Mapper", "BookingCore", "SocialServices"],
            swiftSettings: rules),
        // The conversations.
        .target(
            name: "Desks",
            dependencies: ["ContentLibrary", "Dialogue", "Mapper", "BookingCore", "SocialServices"],
            swiftSettings: rules),
        .executableTarget(
            name: "KartoitinCommand",
            dependencies: [
                "Desks", "ContentLibrary", "Storage", "Dialogue", "Mapper", "BookingCore", "SocialServices",
            ],
            swiftSettings: rules),
        // Figures of what people wait for; run it in release.
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "ContentLibrary", "Storage", "Mapper", "BookingCore", "SocialServices", "KartoitinCommand",
                "PseudoTerminals",
            ],
            swiftSettings: rules),
        .testTarget(name: "SocialServicesTests", dependencies: ["SocialServices"], swiftSettings: rules),
        .testTarget(
            name: "MapperTests", dependencies: ["Mapper", "SocialServices", "PseudoTerminals"], swiftSettings: rules),
        .testTarget(name: "BookingCoreTests", dependencies: ["BookingCore", "SocialServices"], swiftSettings: rules),
        .testTarget(
            name: "DialogueTests", dependencies: ["Dialogue", "CReadline", "TestSupport", "Echo"],
            swiftSettings: rules),
        .testTarget(
            name: "StorageTests", dependencies: ["Storage", "BookingCore", "SocialServices", "PseudoTerminals"],
            swiftSettings: rules),
        .testTarget(
            name: "ContentLibraryTests", dependencies: ["ContentLibrary", "Mapper", "BookingCore", "SocialServices"],
            exclude: ["Fixtures"], swiftSettings: rules),
        .testTarget(
            name: "DesksTests",
            dependencies: [
                "Desks", "ContentLibrary", "Storage", "Dialogue", "Mapper", "BookingCore", "SocialServices",
                "PseudoTerminals",
            ],
            exclude: ["Fixtures"], swiftSettings: rules),
        // The real program, run as its users run it.
        .testTarget(
            name: "KartoitinTests",
            dependencies: ["KartoitinCommand", "Benchmarks", "TestSupport", "Dialogue", "CSQLite", "CSpawn"],
            swiftSettings: rules),
        .systemLibrary(name: "CSpawn", path: "Tests/CSpawn"),
        // What several test targets need: a terminal to type at, and a program that says back what was typed.
        .target(
            name: "TestSupport", dependencies: ["PseudoTerminals"], path: "Tests/TestSupport", swiftSettings: rules),
        // The terminal itself, and who hammers on it: without tests, so that the benchmarks can use them.
        .target(
            name: "PseudoTerminals", dependencies: ["CReadline", "CSpawn"], path: "Tests/PseudoTerminals",
            swiftSettings: rules),
        .executableTarget(name: "Echo", dependencies: ["Dialogue"], path: "Tests/Echo", swiftSettings: rules),
    ]
)
