import ContentLibrary
import Desks
import Dialogue
import Mapper

private enum TreeForm: String, CaseIterable {
    case text
    case dot
    case mermaid
}

private struct TreeOptions: CommandOptions {
    let question = Operand(optional: "QUESTION", as: "question", .question)
    let form: Option<TreeForm> = Option(
        "--as", "FORM", "text, dot (Graphviz) or mermaid; text when left out", .choice, default: .text)
    let ids = Flag("--ids", "drawings say options by their ids, not by their words")

    var rules: [OptionRule] {
        [
            OptionRule { given in
                let isText = given.options[form.name].map { $0 == [TreeForm.text.rawValue] } ?? true
                return given.has(ids) && isText
                    ? "--ids is for drawings, a text says the ids anyhow; add --as dot or --as mermaid" : nil
            }
        ]
    }
}

private struct TryOptions: CommandOptions {
    let from = Option("--from", "QUESTION", "where to begin; the first question when left out", .question)
}

extension Command {
    static let contentTree = Command(
        "content tree", "the questions and where each answer leads: all, or below one question", TreeOptions()
    ) { call in
        let county = try call.wholeCounty()
        let drawing = TreeDrawing(
            content: county.content, language: county.language, from: try call[\.question], showsIDs: call[\.ids])
        switch try call[\.form] {
        case .text: Output.data(TreeOutline(of: drawing).text)
        case .dot: Output.data(Graphviz(of: drawing).text)
        case .mermaid: Output.data(Mermaid(of: drawing).text)
        }
        return .done
    }

    static let contentTry = Command(
        "content try", "walk through the questions without a store, and see why it ends there", TryOptions()
    ) { call in
        let county = try call.wholeCounty()
        let desk = AuthorDesk(
            content: county.content, matcher: call.environment.classifier(of: county.content),
            console: try call.environment.console(keys: .staff), language: county.language,
            startingAt: try call[\.from])
        return desk.run()?.exitCode ?? .done
    }
}
