import BookingCore
import Desks
import Storage

extension Command {
    static let kiosk = Command(
        words: ["kiosk"], summary: "the public terminal: questions, an advice time, a situation description"
    ) { call in
        let content = try call.content()
        let language = try call.language(in: content)
        let store = try StoreFile.open(path: call.storePath)
        let desk = KioskDesk(
            tools: try call.deskTools(content, store), console: try call.console(), language: language)
        return desk.run().exitCode
    }
}

extension Ending {
    /// The end of the input is the usual end of a desk.
    var exitCode: ExitCode {
        switch self {
        case .endOfInput, .timedOut: .done
        case .interrupted: .interrupted
        }
    }
}
