import BookingCore
import CivilTime
import ContentLibrary
import Delivery
import Desks
import Dialogue
import Foundation
import HostSystem
import SocialServices

// Every error that ends a command, in words: lower case, without a full stop; what happened, where, and what to do.

extension Failure {
    /// Every error that reaches the top, as its exit code and what to tell.
    init(_ error: any Error) {
        self =
            switch error {
            case let failure as Failure: failure
            case let error as ContentError: Self.failure(error)
            case let error as BookingRefusal: Self.failure(error)
            case let error as StaffRefusal: Self.failure(error)
            case let error as ClientRefusal: Self.failure(error)
            case let error as UndoRefusal: Self.failure(error)
            case let error as RightRefusal: Failure(.notPermitted, error.explanation)
            case let error as StoreFailure: Failure(.unreachable, error.explanation)
            case let error as TransportError: Self.failure(error)
            default: Failure(.unreachable, "\(error)")
            }
    }

    private static func failure(_ error: ContentError) -> Failure {
        switch error {
        case .missing(let folder):
            Failure(.badData, "there is no content in \(folder); say where it is with --content DIR")
        case .unreadable(let file): Failure(.badData, "the content file \(file) cannot be read")
        case .faults(let faults):
            Failure(
                .badData,
                "the content has faults (\(faults.count)); fix them, see: kartoitin content check\n"
                    + faults.prefix(5).map(\.description).joined(separator: "\n"))
        }
    }

    /// An error in one of two content folders that are compared: tells in which.
    init(_ error: ContentError, comparing folder: String) {
        self =
            switch error {
            case .missing: Failure(.badData, "there is no content in \(folder); name two content folders")
            case .unreadable: Self.failure(error)
            case .faults(let faults):
                Failure(
                    .badData,
                    "\(folder) has faults (\(faults.count)); fix them, see: kartoitin content check --content \(folder)"
                )
            }
    }

    private static func failure(_ error: BookingRefusal) -> Failure {
        switch error {
        case .noLongerFree: Failure(.noLongerFree, "this time is no longer free; choose another")
        case .notFound: Failure(.badData, "no booking has this reference and phone number; check both")
        case .alreadyCancelled: Failure(.badData, "this booking was cancelled before; nothing was changed")
        case .alreadyPast:
            Failure(.notPermitted, "this meeting has begun or is over; it can no longer be moved or cancelled")
        case .closed: Failure(.noLongerFree, "the county is closed on this day; choose another")
        case .notBegun:
            Failure(.notPermitted, "this meeting has not begun; mark it when it has")
        case .noPhoneNumber:
            Failure(.notPermitted, "the client has no phone number; choose --method office or remote")
        case .severalProfessionals:
            Failure(
                .notPermitted,
                "several professionals have this booking together; cancel it and book a new one instead of moving it")
        case .tooSoon(let notice):
            Failure(
                .notPermitted,
                "a time like this is booked at least \(notice.words) before it begins; choose a later one")
        case .tooSoonForInterpreter(let notice):
            Failure(
                .notPermitted,
                "with an interpreter a time like this is booked at least \(notice.words) before it begins; choose a later "
                    + "one, or add --ordinary-time and the worker sees to it")
        case .tooShortForInterpreter(let minutes):
            Failure(
                .notPermitted,
                "with an interpreter a meeting like this takes \(minutes) minutes; choose a time that is as long, or add "
                    + "--ordinary-time and the worker sees to it")
        case .tooFar(let ahead):
            Failure(
                .notPermitted,
                "a time like this is booked at most \(ahead.words) before it begins; choose an earlier one")
        case .notOpen(let from):
            Failure(
                .notPermitted,
                "clients cannot book a time like this themselves \(from.map { "before \($0)" } ?? "yet"); the county's "
                    + "staff can")
        case .tooLateToChange(let until):
            Failure(
                .notPermitted,
                "a client can move or cancel a time like this until \(until.words) before it begins; "
                    + "now only the professional or the phone service can, ask them")
        case .tooManyOpen(let open, let limit):
            Failure(
                .notPermitted,
                "this phone number has \(open) coming bookings of this kind, at most \(limit) are allowed; "
                    + "cancel one of them first")
        case .seriesTooLong(let times, let limit):
            Failure(
                .notPermitted,
                "a series of \(times) is more than the \(limit) coming bookings of this kind that one client may have; "
                    + "choose fewer with --times, or let the county's staff book it")
        case .clientIsElsewhere(let meetings):
            Failure(
                .notPermitted,
                "the client has another meeting at this time (\(meetings)); choose another time, or add --at-once-too"
            )
        case .onlyWithAnother(let professional, let name):
            Failure(
                .noLongerFree,
                "whom the client meets is not free then, \(name) is; add --professional \(professional), or choose "
                    + "another time")
        case .notFreeThen(let start):
            Failure(
                .noLongerFree,
                "no time of this series is free at \(start.formatted(.iso8601)); nothing was booked, choose others")
        }
    }

    private static func failure(_ error: StaffRefusal) -> Failure {
        switch error {
        case .overlapping(let start):
            Failure(.badData, "the professional has another time at \(start.formatted(.iso8601)); nothing was opened")
        case .noSuchProfessional(let id):
            Failure(.badData, "unknown professional \"\(id)\"; see kartoitin timetable list")
        case .notAbsent:
            Failure(.badData, "there is no absence in this period to take back; see kartoitin timetable list")
        case .noSuchStaff(let id): Failure(.badData, "unknown account \"\(id)\"; see kartoitin staff list")
        case .staffExists(let id): Failure(.badData, "the account \"\(id)\" is there already; choose another id")
        case .notPermitted(let operation, let role):
            Failure(
                .notPermitted,
                "the role \(role.rawValue) may not do this (\(operation.rawValue)), or not with what is a colleague's; "
                    + "the try was written to the access log")
        case .signInFailed:
            Failure(
                .notPermitted,
                "the name or the password is wrong, or the account is locked; ten wrong passwords lock it, a main user opens it"
            )
        case .signInNeeded:
            Failure(
                .notPermitted,
                "this store is in operation: say who you are with --as ID and --password-file FILE")
        case .lastMainUser:
            Failure(
                .notPermitted,
                "no other main user could sign in then, and nobody could open accounts; give another one a password first"
            )
        case .stillBooked(let count):
            Failure(.badData, "the client has coming bookings (\(count)); cancel them first, nothing was erased")
        }
    }

    private static func failure(_ error: ClientRefusal) -> Failure {
        switch error {
        case .unknown: Failure(.badData, "there is no client with this number; see kartoitin find")
        case .erased: Failure(.badData, "what was kept of this client is removed, their time of keeping is over")
        case .unchanged: Failure(.badData, "the client is so already; nothing was changed")
        case .raced(let name, let moment):
            Failure(
                .noLongerFree,
                "\(name) corrected this client at \(moment.formatted(.iso8601)); look at them again with kartoitin client "
                    + "show")
        case .notIdentified(let left):
            Failure(
                .notPermitted,
                "the caller has not shown who they are: give --code with --said-name or --said-phone, or name, number and "
                    + "one thing of a meeting; tries left: \(left)")
        case .joined: Failure(.badData, "the two are one client already; nothing was changed")
        case .noSuchParty:
            Failure(
                .badData,
                "that person comes to the meeting already, or nobody with this code does; see kartoitin booking also")
        }
    }

    private static func failure(_ error: UndoRefusal) -> Failure {
        switch error {
        case .unknown: Failure(.badData, "no deed has this number; see kartoitin log changes")
        case .superseded:
            Failure(.badData, "this deed was undone before, or something else was done since; nothing was changed")
        case .notUndoable(let deed):
            Failure(.badData, "\"\(deed.rawValue)\" cannot be undone; do the opposite instead")
        case .noLongerFree:
            Failure(.noLongerFree, "somebody has the time meanwhile, or it was closed; move the booking instead")
        case .alreadyBegun: Failure(.notPermitted, "the meeting has begun; nothing was undone")
        }
    }

    private static func failure(_ error: TransportError) -> Failure {
        switch error {
        case .notAnAddress:
            Failure(.badData, "--sms-gateway is not an address such as https://sms.example.fi/send")
        case .addressHoldsSecret:
            Failure(
                .badData,
                "--sms-gateway has a user or a password in it, which everybody on this machine can see; "
                    + "write a token to a file and give that with --sms-gateway-token")
        case .notEncrypted:
            Failure(
                .badData,
                "--sms-gateway must begin with https://, SMS hold names; "
                    + "http:// goes only to this machine: 127.0.0.1, [::1] or localhost")
        case .notAToken(let path):
            Failure(
                .badData, "the first line of \(path) is no token; one is of letters, digits and signs without spaces")
        case .token(let error): Failure(error, reading: "token")
        case .noCurl: Failure(.unreachable, noCurl)
        case .noFolder(let path):
            Failure(.unreachable, "there is no folder \(path); make it, or give another with --sms-spool")
        case .folderNotWritable(let path):
            Failure(.unreachable, "nothing can be written to the folder \(path); check its owner and rights")
        case .noSendmail(let path):
            Failure(.unreachable, "there is no program \(path) that may be run; give another one with --sendmail")
        }
    }

    /// - Parameter what: what the secret is called, for example `token`.
    init(_ error: SecretFile.Failure, reading what: String) {
        self =
            switch error {
            case .cannotBeRead(let path):
                Failure(.badData, "the \(what) file \(path) cannot be read; check its path and its owner")
            case .notAFile(let path):
                Failure(.badData, "\(path) is no file; give a file with the \(what) in its first line")
            case .othersCanRead(let path): .othersCanRead(path, .badData)
            case .notText(let place):
                Failure(.badData, "the first line of \(place) is no \(what); it is too long or no text")
            case .empty(let place):
                Failure(.badData, "there is no \(what) in \(place); write it to the first line")
            }
    }

    /// - Parameter path: the file that was to be written.
    init(_ error: FileError, writing path: String) {
        let told =
            switch error {
            case .exists: "there is a file \(path) already; nothing was written, give another name"
            case .full: "the disk is full; nothing was written to \(path), give another place"
            case .denied: "the file \(path) cannot be written; check the folder and its rights"
            }
        // A name that is taken is a wrong word; all else is the machine's.
        self.init(error == .exists ? .badData : .unreachable, told)
    }

    /// An error in a content folder that was to be put in force.
    ///
    /// - Parameter strictly: as it was checked.
    init(_ error: ContentError, using folder: String, strictly: Bool = false) {
        self =
            switch error {
            case .missing:
                Failure(.badData, "there is no content in \(folder); nothing was changed, name a content folder")
            case .unreadable(let file):
                Failure(.badData, "the content file \(file) cannot be read; nothing was changed, check its rights")
            case .faults(let faults):
                Failure(
                    .faultsFound,
                    "\(folder) has faults (\(faults.count)); nothing was changed, see: kartoitin content check "
                        + (strictly ? "--strict " : "") + "--content \(folder)\n"
                        + faults.prefix(5).map(\.description).joined(separator: "\n"))
            }
    }

    /// - Parameter path: where content was to be put in force.
    init(_ error: FolderClaim.Failure, publishingAt path: String) {
        self =
            switch error {
            case .taken:
                Failure(
                    .noLongerFree,
                    "another \"content use\" is at work on \(path); nothing was changed, see what it did and try again"
                )
            case .notMade(let error): Failure(error, publishingAt: path)
            case .unsupported:
                Failure(
                    .unreachable,
                    "the file system of \(path) cannot keep two programs apart; nothing was changed, put the content on a disk of "
                        + "this machine")
            }
    }

    /// - Parameter path: where content was to be put in force.
    init(_ error: FileError, publishingAt path: String) {
        let told =
            switch error {
            case .exists: "something is in the way in \(path).d; nothing was changed, look there and move it away"
            case .full: "the disk is full; nothing was changed, make room and try again"
            case .denied:
                "nothing can be written beside \(path); nothing was changed, check the folder's owner and rights"
            }
        self.init(.unreachable, told)
    }

    /// A folder stands where a link is to be.
    static func cannotExchange(_ path: String) -> Failure {
        Failure(
            .unreachable,
            "the folder \(path) cannot be moved into \(path).d in one step; nothing was changed, move it away yourself and "
                + "try again: kiosks go on with their copy meanwhile")
    }

    static let noBooking = Failure(.badData, "no booking has this reference; check it")

    /// Gives what `body` gives; this failure if it finds no booking.
    func ifNotFound<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch BookingRefusal.notFound {
            throw self
        }
    }

    /// A time of a series is taken, told on the county's clock.
    static func notFreeThen(_ start: Date, on clock: WallClock) -> Failure {
        Failure(
            .noLongerFree,
            "the series has no free time at \(clock.iso8601(start)); nothing was booked, choose other times")
    }

    /// A time overlaps another one, told on the county's clock.
    static func overlapping(_ start: Date, on clock: WallClock) -> Failure {
        Failure(.badData, "the professional has another time at \(clock.iso8601(start)); nothing was opened")
    }

    static let noYescrypt = "this machine's libcrypt does not know yescrypt; install libcrypt1 of Debian 12"

    static let noCurl = "curl is not there, so no SMS goes to a gateway; install it with: apt-get install curl"
}

extension RightRefusal {
    /// What is wrong with a booking right and what to do, for the command line.
    fileprivate var explanation: String {
        switch self {
        case .unknown: "no booking right has this code and phone number; check both"
        case .withdrawn: "this booking right was withdrawn; ask the professional"
        case .expired: "this booking right is no longer valid; ask the professional for a new one"
        case .usedUp: "every time of this booking right is booked; ask the professional for a new one"
        case .workerLeft: "whom this booking right names is no longer there; ask the phone service"
        }
    }
}

extension PhoneNumber.Fault {
    /// What is wrong and what to type, for the command line.
    var explanation: String {
        switch self {
        case .empty: "the number is missing; write it such as 040 123 4567"
        case .notDigits: "there is something else than digits in it; write it such as 040 123 4567"
        case .noPrefix: "it must begin with 0 or with + and a country code"
        case .tooShort: "it is too short"
        case .tooLong: "it is too long"
        }
    }
}

extension Password.Fault {
    /// What is wrong with a new password and what to do, for the command line.
    var explanation: String {
        switch self {
        case .tooShort:
            "the password is too short; take at least \(Password.shortest) characters, for example four words in a row"
        case .tooLong: "the password is too long; take at most \(Password.longest) characters"
        case .isName: "the password is the account's id or name; take another one"
        case .hasControls: "the password has control characters in it; take letters, digits, spaces and punctuation"
        case .noHash: Failure.noYescrypt
        }
    }
}

extension ClosedRange<Int> {
    /// For example "5 to 480".
    var words: String { "\(lowerBound) to \(upperBound)" }
}
