import BookingCore
import ContentLibrary
import Desks
import HostSystem

private struct DescriptionOptions: StaffCommandOptions {
    let reference = Operand("REFERENCE", .reference)
    let signIn = SignInOptions()
    let purpose = Option(required: "--purpose", "TEXT", "why you read it; the access log keeps it", .text)
    let html = Flag("--html", "a page for printing, for example to PDF")
    let output = Option(
        "--output", "FILE", "a new file that only you can read; standard output when left out", .text)
}

extension Command {
    static let printDescription = Command(
        "description", "a situation description as plain text or a page for printing, for the client register",
        DescriptionOptions()
    ) { call in
        let county = try call.county()
        let purpose = try call[\.purpose]
        let sessions = try call.sessions()
        let session = try call.signedIn(to: sessions)
        guard let booking = try session.booking(try call[\.reference], purpose: purpose) else {
            throw Failure.noBooking
        }
        let document: DescriptionDocument
        do {
            document = try DescriptionDocument.reading(
                booking, purpose: purpose, session: session,
                tools: try call.environment.deskTools(sessions.visitor), language: county.language)
        } catch BookingRefusal.notFound {
            throw Failure(.badData, "the description of this booking was removed: its time of keeping is over")
        }
        let text = call[\.html] ? document.html : document.text
        guard let path = try call[\.output] else {
            Output.data(String(text.dropLast()))
            return .done
        }
        do throws(FileError) {
            try PrivateFile.write(text, to: path)
        } catch {
            throw Failure(error, writing: path)
        }
        call.remark("written: \(path); only you can read it, delete it when you no longer need it")
        return .done
    }
}
