import ContentLibrary
import SocialServices

extension Command {
    static let contentStories = Command(
        words: ["content", "stories"], summary: "the stories that no longer hold; one story, step by step",
        operands: ["[NAME]"],
        options: [Option("--uncovered", nil, "also what no story walks through")]
    ) { call in
        let content = try call.content()
        let language = try call.language(in: content)
        let format = try call.format()
        let told = try StoryReader.read(folder: call.contentFolder, content: content)
            .filter { $0.language == language ?? $0.language }
        let name = call.arguments.operands.first
        let stories = told.filter { $0.name == name ?? $0.name }
        if let name, stories.isEmpty {
            let hint = Suggestion.question(for: name, among: told.map(\.name))
            throw Failure(.usage, "no story is called \"\(name)\"" + hint)
        }
        let runner = try StoryRunner(for: stories, folder: call.contentFolder, content: content)
        let results = stories.map(runner.run)
        if name == nil {
            try StoryOverview(of: results, in: content, listsGaps: call.has("--uncovered")).print(as: format)
        } else {
            try StoryWalk.print(results, in: content, as: format)
        }
        return results.allSatisfy { $0.failure == nil } ? .done : .faultsFound
    }
}
