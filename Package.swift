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
        .executable(name: "kartoitin", targets: ["KartoitinCommand"])
    ],
    traits: [
        .trait(name: "PostgreSQL", description: "Keep bookings in PostgreSQL too, through libpq (libpq-dev).")
    ],
    dependencies: [],
    targets: [
        // Days, clocks and spans of time; and the vocabulary that every other room shares.
        .target(name: "CivilTime", swiftSettings: rules),
        .target(name: "SocialServices", dependencies: ["CivilTime"], swiftSettings: rules),
        // What the machine does for us.
        .systemLibrary(name: "CHost"),
        .systemLibrary(name: "CCrypt"),
        .target(name: "HostSystem", dependencies: ["CHost", "CCrypt"], swiftSettings: rules),
        // Pure rooms: the question tree, own words, and the promises of times. They do not know each other.
        .target(name: "Mapper", dependencies: ["SocialServices"], swiftSettings: rules),
        .target(name: "OwnWords", dependencies: ["SocialServices"], swiftSettings: rules),
        .target(name: "BookingCore", dependencies: ["SocialServices", "CivilTime"], swiftSettings: rules),
        // Talking on a terminal.
        .systemLibrary(name: "CReadline"),
        .target(name: "Dialogue", dependencies: ["HostSystem", "CReadline"], swiftSettings: rules),
        // Where bookings are kept.
        .systemLibrary(name: "CSQLite"),
        .systemLibrary(name: "CPostgreSQL"),
        .target(
            name: "Storage",
            dependencies: [
                "BookingCore", "SocialServices", "CivilTime", "HostSystem", "CSQLite",
                .target(name: "CPostgreSQL", condition: .when(traits: ["PostgreSQL"])),
            ],
            swiftSettings: rules),
        // What is asked and said, read from Content/.
        .target(
            name: "ContentLibrary",
            dependencies: ["Mapper", "OwnWords", "BookingCore", "SocialServices", "CivilTime"],
            swiftSettings: rules),
        // Brings messages on their way.
        .target(
            name: "Delivery",
            dependencies: ["ContentLibrary", "BookingCore", "SocialServices", "CivilTime", "HostSystem"],
            swiftSettings: rules),
        // The conversations.
        .target(
            name: "Desks",
            dependencies: [
                "ContentLibrary", "Dialogue", "Mapper", "OwnWords", "BookingCore", "SocialServices", "CivilTime",
                "HostSystem",
            ],
            swiftSettings: rules),
        .executableTarget(
            name: "KartoitinCommand",
            dependencies: [
                "Desks", "Delivery", "ContentLibrary", "Storage", "Dialogue", "Mapper", "OwnWords", "BookingCore",
                "SocialServices", "CivilTime", "HostSystem",
            ],
            swiftSettings: rules),
        // Figures of what people wait for; run it in release.
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "ContentLibrary", "Storage", "Mapper", "OwnWords", "BookingCore", "SocialServices", "CivilTime",
                "HostSystem", "KartoitinCommand", "PseudoTerminals", "TestValues",
            ],
            swiftSettings: rules),
        .testTarget(name: "CivilTimeTests", dependencies: ["CivilTime", "TestValues"], swiftSettings: rules),
        .testTarget(name: "SocialServicesTests", dependencies: ["SocialServices"], swiftSettings: rules),
        .testTarget(
            name: "MapperTests", dependencies: ["Mapper", "SocialServices", "TestValues"], swiftSettings: rules),
        .testTarget(
            name: "OwnWordsTests", dependencies: ["OwnWords", "SocialServices"],
            swiftSettings: rules),
        .testTarget(
            name: "BookingCoreTests", dependencies: ["BookingCore", "SocialServices", "CivilTime", "TestValues"],
            swiftSettings: rules),
        .testTarget(
            name: "DialogueTests",
            dependencies: ["Dialogue", "HostSystem", "CReadline", "TestConsole", "TestSupport", "Echo"],
            swiftSettings: rules),
        .testTarget(
            name: "StorageTests",
            dependencies: ["Storage", "BookingCore", "SocialServices", "CivilTime", "HostSystem", "TestValues"],
            exclude: ["Fixtures"], swiftSettings: rules),
        .testTarget(
            name: "ContentLibraryTests",
            dependencies: ["ContentLibrary", "Mapper", "OwnWords", "BookingCore", "SocialServices", "CivilTime"],
            exclude: ["Fixtures", "ShortLines"], swiftSettings: rules),
        .testTarget(
            name: "DesksTests",
            dependencies: [
                "Desks", "ContentLibrary", "Storage", "Dialogue", "Mapper", "OwnWords", "BookingCore",
                "SocialServices", "CivilTime", "HostSystem", "TestConsole", "TestValues",
            ],
            exclude: ["Fixtures"], swiftSettings: rules),
        // The real program, run as its users run it.
        .testTarget(
            name: "KartoitinTests",
            dependencies: [
                "KartoitinCommand", "Benchmarks", "TestSupport", "Dialogue", "Delivery", "Storage", "BookingCore",
                "HostSystem", "CivilTime", "CSQLite", "CSpawn", "TestValues",
            ],
            swiftSettings: rules),
        .systemLibrary(name: "CSpawn", path: "Tests/CSpawn"),
        // Values that several test targets make: clocks, moments, seeded random numbers.
        .target(
            name: "TestValues", dependencies: ["BookingCore", "CivilTime"], path: "Tests/TestValues",
            swiftSettings: rules),
        // A console whose answers are written beforehand.
        .target(name: "TestConsole", dependencies: ["Dialogue"], path: "Tests/TestConsole", swiftSettings: rules),
        // What several test targets need: a terminal to type at, and a program that says back what was typed.
        .target(
            name: "TestSupport", dependencies: ["PseudoTerminals"], path: "Tests/TestSupport", swiftSettings: rules),
        // The terminal itself, and who hammers on it: without tests, so that the benchmarks can use them.
        .target(
            name: "PseudoTerminals", dependencies: ["HostSystem", "CReadline", "CSpawn", "TestValues"],
            path: "Tests/PseudoTerminals",
            swiftSettings: rules),
        .executableTarget(
            name: "Echo", dependencies: ["Dialogue", "HostSystem"], path: "Tests/Echo", swiftSettings: rules),
    ]
)
