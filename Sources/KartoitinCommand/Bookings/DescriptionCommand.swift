import BookingCore
import ContentLibrary
import Desks
import HostSystem
import SocialServices

extension Command {
    static let printDescription = Command(
        words: ["description"],
        summary: "a situation description as plain text or a page for printing, for the client register",
        operands: ["REFERENCE"],
        options: signInOptions + [
            Option("--purpose", "TEXT", "why you read it; the access log keeps it"),
            Option("--html", nil, "a page for printing, for example to PDF"),
            Option("--output", "FILE", "a new file that only you can read; standard output when left out"),
        ]
    ) { call in
        let content = try call.content()
        let language = try call.language(in: content) ?? content.languages.first ?? .finnish
        let reference = try call.reference()
        let purpose = try call.required("--purpose")
        let store = try call.store(of: content)
        let session = try call.session(content, store)
        guard let booking = try session.booking(reference, purpose: purpose) else {
            throw Failure(.badData, "no booking has this reference; check it")
        }
        let paper: DescriptionDocument
        do {
            paper = try DescriptionDocument.reading(
                booking, purpose: purpose, session: session, tools: try call.deskTools(content, store),
                language: language)
        } catch BookingRefusal.notFound {
            throw Failure(.badData, "the description of this booking was removed: its time of keeping is over")
        }
        let text = call.has("--html") ? paper.html : paper.text
        guard let path = call.value("--output") else {
            Output.data(String(text.dropLast()))
            return .done
        }
        do throws(FileError) {
            try PrivateFile.write(text, to: path)
        } catch {
            throw Failure(.badData, error.explanation(of: path))
        }
        call.remark("written: \(path); only you can read it, delete it when you no longer need it")
        return .done
    }
}

extension FileError {
    /// What happened and what to do, for the command line.
    fileprivate func explanation(of path: String) -> String {
        switch self {
        case .exists: "there is a file \(path) already; nothing was written, give another name"
        case .full: "the disk is full; nothing was written to \(path), give another place"
        case .denied: "the file \(path) cannot be written; check the folder and its rights"
        }
    }
}
