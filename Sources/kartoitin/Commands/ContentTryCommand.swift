import ContentLibrary
import Desks
import Dialogue

extension Command {
    static let contentTry = Command(
        words: ["content", "try"], summary: "walk through the questions without a store, and see why it ends there",
        options: [Option("--from", "QUESTION", "where to begin; the first question when left out")]
    ) { call in
        let content = try call.content()
        let language = try call.language(in: content) ?? content.languages[0]
        let question = call.value("--from")
        if let question { try call.check(question: question, for: "--from", in: content.tree) }
        let desk = AuthorDesk(
            content: content, matcher: call.matcher(of: content), console: try call.console(keys: .staff),
            language: language, startingAt: question)
        return desk.run()?.exitCode ?? .done
    }
}
