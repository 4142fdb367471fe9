import Foundation
import Testing

@Suite("content stories")
struct ContentStoriesTests {
    let fixture: CommandFixture

    /// A copy of the content with one story of its own, to which a test may change something.
    init() throws {
        fixture = try CommandFixture(languages: ["en", "sv"])
        try tell("  ends   urgent-child")
    }

    private func tell(_ end: String) throws {
        let folder = fixture.folder.appending(path: "Content/stories/en")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let story = """
            story next-door
              person  A child is in danger at the neighbour's.
              answer topic child-worry
              answer child-danger yes
            \(end)

            """
        try story.write(to: folder.appending(path: "worry.txt"), atomically: true, encoding: .utf8)
    }

    @Test("Stories that hold are counted, with what they cover")
    func hold() throws {
        let ended = try fixture.call(["content", "stories"])
        #expect(ended.code == 0)
        #expect(ended.error == "")
        let line =
            /1 stories and 0 visits hold, 0 fail; options covered: 0\.0 \(2 of \d+\); outcomes covered: 0\.0\d? \(1 of \d+\)\n/
        #expect(ended.output.wholeMatch(of: line) != nil, "\(ended.output)")
    }

    @Test("A story that fails is told by file and line, and the command fails")
    func fails() throws {
        try tell("  ends   police")
        let message =
            #""next-door" ends at "urgent-child", not at "police"; the last answer was "yes" to "child-danger""#
        let table = try fixture.call(["content", "stories"])
        #expect(table.code == 1)
        #expect(table.output.hasPrefix("stories/en/worry.txt:5: \(message)\n0 stories and 0 visits hold, 1 fail; "))
        let csv = try fixture.call(["content", "stories", "--format", "csv"])
        let row = "stories/en/worry.txt,5,\"\(message.replacing("\"", with: "\"\""))\"\n"
        #expect(csv == ProgramResult(code: 1, output: "file,line,message\n" + row))
        let json = try fixture.call(["content", "stories", "--format", "json"]).json()
        #expect(Set(json.keys) == ["failures", "hold", "options", "outcomes", "visitsHold"])
        let failure: [String: Any] = ["file": "stories/en/worry.txt", "line": 5, "message": message]
        #expect((json["failures"] as? [[String: Any]])?.map(\.comparable) == [failure.comparable])
    }

    @Test("What no story walks through is listed where somebody asks for it")
    func uncovered() throws {
        let ended = try fixture.call(["content", "stories", "--uncovered"])
        #expect(ended.code == 0)
        #expect(ended.output.contains(#": no story chooses "no" at the question "child-danger"\#n"#))
        #expect(!ended.output.contains(#"no story chooses "yes" at the question "child-danger""#))
        #expect(ended.output.contains(#": no story ends at "police"\#n"#))
        let json = try fixture.call(["content", "stories", "--uncovered", "--format", "json"]).json()
        #expect((json["uncovered"] as? [[String: Any]])?.isEmpty == false)
    }

    @Test("One story is shown step by step")
    func oneStory() throws {
        let table = try fixture.call(["content", "stories", "next-door"])
        #expect(table.code == 0)
        let lines = table.output.split(separator: "\n")
        try #require(lines.count == 7, "\(table.output)")
        #expect(lines[0] == "next-door, stories/en/worry.txt:1")
        #expect(lines[1] == "A child is in danger at the neighbour's.")
        #expect(lines[2].hasPrefix("question "))
        #expect(lines[4].hasPrefix("child-danger "))
        #expect(lines[5].hasPrefix("ends at urgent-child: "))
        #expect(lines[6] == "the story holds")
        let json = try fixture.call(["content", "stories", "next-door", "--format", "json"]).json()
        let steps = try #require((json["stories"] as? [[String: Any]])?.first?["steps"] as? [[String: Any]])
        #expect(steps.compactMap { $0["question"] as? String } == ["topic", "child-danger"])
        let csv = try fixture.call(["content", "stories", "next-door", "--format", "csv"])
        #expect(csv.output.hasPrefix("language,story,question,asked,answer\nen,next-door,topic,"))
    }

    @Test("One story that fails is shown as far as it came")
    func oneThatFails() throws {
        try tell("  ends   police")
        let ended = try fixture.call(["content", "stories", "next-door"])
        #expect(ended.code == 1)
        #expect(ended.output.contains("\nstories/en/worry.txt:5: \"next-door\" ends at \"urgent-child\", not at "))
    }

    @Test("A story that is not there is told with the one that was meant")
    func noSuchStory() throws {
        let told = "kartoitin: unknown story \"nextdoor\", did you mean \"next-door\"?\n"
        #expect(try fixture.call(["content", "stories", "nextdoor"]) == ProgramResult(code: 64, error: told))
    }

    @Test("A story that names what does not exist yet fails, and the others are walked")
    func namesUnknown() throws {
        try tell(
            "  ends   moon-rescue\nstory other\n  person Kim\n  answer topic child-worry\n  answer child-danger yes\n  ends urgent-child"
        )
        let ended = try fixture.call(["content", "stories"])
        #expect(ended.code == 1)
        #expect(
            ended.output.hasPrefix(
                "stories/en/worry.txt:5: \"next-door\" cannot be walked yet: no outcome is called \"moon-rescue\""))
        #expect(ended.output.contains("\n1 stories and 0 visits hold, 1 fail; "))
        let check = try fixture.call(["content", "check"])
        #expect(check.code == 0)
        #expect(
            check.error.contains(
                "note: stories/en/worry.txt:5: the story \"next-door\" fails until there is one: no "))
        #expect(
            try fixture.call(["content", "check", "--strict", "--quiet"]).output.contains("stories/en/worry.txt:5: "))
    }

    @Test("A fault in a story's form is told by content check, and no story is walked before it is mended")
    func formFault() throws {
        try tell("  end    police\n  ends   police")
        let fault = #"stories/en/worry.txt:5: unknown word "end", did you mean "ends"?"#
        let check = try fixture.call(["content", "check", "--quiet"])
        #expect(check.code == 1)
        #expect(check.output.hasPrefix(fault + "\n"))
        let told = "kartoitin: the content has faults (1); fix them, see: kartoitin content check\n\(fault)\n"
        #expect(try fixture.call(["content", "stories"]) == ProgramResult(code: 65, error: told))
        // No desk reads stories.
        #expect(try fixture.call(["kiosk"], input: "0\n").code != 65)
    }

    @Test("Only the stories of one language are walked where a language is given")
    func oneLanguage() throws {
        let swedish = try fixture.call(["content", "stories", "next-door", "--language", "sv"])
        #expect(swedish == ProgramResult(code: 64, error: "kartoitin: unknown story \"next-door\"\n"))
        let none = try fixture.call(["content", "stories", "--language", "sv"])
        #expect(none.code == 0)
        #expect(none.output.hasPrefix("0 stories and 0 visits hold, 0 fail; "))
        #expect(try fixture.call(["content", "stories", "next-door", "--language", "en"]).code == 0)
    }

    /// A visit beside the story.
    private func visit(_ steps: String) throws {
        let file = fixture.folder.appending(path: "Content/stories/en/visits.txt")
        let visit = "visit afraid\n  person  Kim is afraid.\n  also    narrow\n\(steps)\n"
        try visit.write(to: file, atomically: true, encoding: .utf8)
    }

    @Test("A visit is walked at a kiosk, at 40 columns too, and counted once")
    func visitHolds() throws {
        try visit("  types   english\n  types   112\n  sees    I am safe\n  unseen  is not a number")
        let ended = try fixture.call(["content", "stories"])
        #expect(ended.code == 0, "\(ended.output)")
        #expect(ended.output.hasPrefix("1 stories and 1 visits hold, 0 fail; "))
        let shown = try fixture.call(["content", "stories", "afraid"])
        #expect(shown.output.contains("afraid, stories/en/visits.txt:1, at 80 columns\nKim is afraid.\n-----"))
        #expect(shown.output.contains("\n> 112\n"))
        #expect(shown.output.hasSuffix("\nthe visit holds\n"))
        let json = try fixture.call(["content", "stories", "afraid", "--format", "json"]).json()
        let visits = try #require(json["visits"] as? [[String: Any]])
        #expect(visits.compactMap { $0["columns"] as? Int } == [80, 40])
        let turns = try #require(visits.first?["turns"] as? [[String: Any]])
        #expect(turns.compactMap { $0["typed"] as? String } == ["english", "112"])
        let csv = try fixture.call(["content", "stories", "afraid", "--format", "csv"])
        #expect(csv.output.hasPrefix("visit,columns,screen,typed\nafraid,80,"))
    }

    @Test("What a visitor does not see is told by line and by the screen's width")
    func visitFails() throws {
        try visit("  types   3\n  sees    What is on your mind today?")
        let ended = try fixture.call(["content", "stories"])
        #expect(ended.code == 1)
        let told =
            "stories/en/visits.txt:5: \"afraid\" does not show \"What is on your mind today?\" on the last 24 lines"
        #expect(
            ended.output.hasPrefix(
                "\(told) (at 80 columns)\n\(told) (at 40 columns)\n1 stories and 0 visits hold, 2 fail; "))
    }

    @Test("A visit without a booking has nothing for the professional, and one that goes on too long is told")
    func visitWithoutBooking() throws {
        try visit("  types   3\n  reads   VAARA")
        #expect(try fixture.call(["content", "stories"]).output.contains("\"afraid\" has no booking to look at"))
    }
}
