import Testing

@testable import ContentLibrary

@Suite("What the stories walk through")
struct StoryCoverageTests {
    @Test("Options and outcomes of the stories that hold are counted; the others are listed where the tree has them")
    func counted() throws {
        let stories = try StoryFolder()
        let coverage = StoryCoverage(of: try stories.results(), in: try stories.content())
        #expect(coverage.options == StoryCoverage.Share(covered: 3, all: 12))
        #expect(coverage.outcomes == StoryCoverage.Share(covered: 2, all: 4))
        #expect(
            coverage.gaps.map { "\($0.file):\($0.line): \($0.message)" } == [
                #"tree/money.txt:1: no story chooses "debts" at the question "needs""#,
                #"tree/money.txt:1: no story chooses "none" at the question "needs""#,
                #"tree/money.txt:1: no story chooses "unknown" at the question "needs""#,
                #"tree/money.txt:12: no story chooses "unknown" at the question "story""#,
                #"tree/start.txt:5: no story chooses "child" at the question "topic""#,
                #"tree/start.txt:5: no story chooses "unknown" at the question "topic""#,
                #"tree/start.txt:11: no story chooses "advice" at the question "talk""#,
                #"tree/start.txt:16: no story ends at "child-help""#,
                #"tree/urgent.txt:2: no story chooses "now" at the question "danger""#,
                #"tree/urgent.txt:2: no story chooses "unknown" at the question "danger""#,
                #"tree/urgent.txt:6: no story ends at "call-now""#,
            ])
    }

    @Test("A story that fails proves nothing of what it walked through")
    func failed() throws {
        let stories = try StoryFolder()
        try stories.folder.replace("ready budget", with: "contact helpline", in: "stories/en/money.txt")
        let coverage = StoryCoverage(of: try stories.results(), in: try stories.content())
        #expect(coverage.options.covered == 1)
        #expect(coverage.outcomes.covered == 1)
    }

    @Test("A share is rounded down: 1 only where nothing is left out")
    func rounded() {
        #expect(StoryCoverage.Share(covered: 999, all: 1000).share == 0.99)
        #expect(StoryCoverage.Share(covered: 29, all: 100).share == 0.29)
        #expect(StoryCoverage.Share(covered: 54, all: 54).share == 1)
        #expect(StoryCoverage.Share(covered: 0, all: 0).share == 1)
    }
}
