import ContentLibrary
import Desks
import Dialogue
import Mapper

extension Command {
    static let contentTree = Command(
        words: ["content", "tree"], summary: "the questions and where each answer leads: all, or below one question",
        operands: ["[QUESTION]"],
        options: [
            Option("--as", "FORM", "text, dot (Graphviz) or mermaid; text when left out"),
            Option("--ids", nil, "drawings say options by their ids, not by their words"),
        ]
    ) { call in
        let form = try call.choice("--as", TreeForm.self) ?? .text
        let content = try call.content()
        let language = try call.language(in: content) ?? content.languages[0]
        let question = call.arguments.operands.first
        if let question { try call.check(question: question, for: "content tree", in: content.tree) }
        let drawing = TreeDrawing(content: content, language: language, from: question, showsIDs: call.has("--ids"))
        switch form {
        case .text: Output.data(TreeOutline(of: drawing).text)
        case .dot: Output.data(Graphviz(of: drawing).text)
        case .mermaid: Output.data(Mermaid(of: drawing).text)
        }
        return .done
    }
}

private enum TreeForm: String, CaseIterable {
    case text
    case dot
    case mermaid
}

extension Invocation {
    /// - Parameter subject: what was given a question that does not exist, for example `--from`.
    func check(question: String, for subject: String, in tree: QuestionTree) throws(Failure) {
        if tree.questions[question] != nil { return }
        let hint = DidYouMean.hint(for: question, among: tree.questions.keys)
        throw Failure(
            .usage,
            "\(subject): no question is called \"\(question)\""
                + (hint.isEmpty ? "; see them all with: kartoitin content tree" : hint))
    }
}

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
