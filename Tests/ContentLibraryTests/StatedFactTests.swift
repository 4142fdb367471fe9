import Testing

@testable import ContentLibrary

@Suite("What the words claim of law, benefits and hours stands beside them with its source")
struct StatedFactTests {
    private static let fact =
        "\n  fact the office is open on weekdays\n    source https://example.org/a\n    checked "

    /// Files that may state facts, with a line below which they do.
    private static let places = [
        ("tree/start.txt", "  describes yes"), ("county.txt", "  website www.kela.fi"),
        ("services.txt", "  minutes 15"),
    ]

    @Test("A fact that was compared within a year says nothing", arguments: places)
    func fresh(file: String, line: String) throws {
        let folder = try ContentFolder()
        try folder.insert(Self.fact + "2026-11-21", below: line, in: file)
        try folder.expectFaults("")
        #expect(try folder.remarks() == "")
    }

    @Test(
        "One that was not, or nobody knows when, is remarked on, and a county that opens must mend it",
        arguments: places)
    func stale(file: String, line: String) throws {
        let never =
            "it is not known when the fact \"the office is open on weekdays\" was last compared with its source"
        let long = "the fact \"the office is open on weekdays\" was last compared with its source in 2025-10"
        for (checked, told) in [("unknown", never), ("2025-10", long + ", more than a year ago")] {
            let folder = try ContentFolder()
            let number = try folder.insert(Self.fact + checked, below: line, in: file)
            try folder.expectFaults("")
            #expect(try folder.remarks() == "note: \(file):\(number + 3): \(told)")
            #expect(try folder.openingFaults().contains("\(file):\(number + 3): \(told)"))
        }
    }

    @Test("One that says nothing, has no source or no day, or a day that is none", arguments: places)
    func form(file: String, line: String) throws {
        let folder = try ContentFolder()
        let number = try folder.insert(
            "\n  fact\n    source\n  fact it is free\n    source act 1/2026\n    checked soon", below: line, in: file)
        try folder.expectFaults(
            """
            \(file):\(number + 1): "fact" has no "checked"
            \(file):\(number + 1): "fact" needs words after it: what is claimed, in one line
            \(file):\(number + 2): "source" is empty; write the page or the act
            \(file):\(number + 5): "checked" must be a year, a month or a day, for example 2026-11-21, or unknown
            """)
    }
}
