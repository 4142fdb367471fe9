public import BookingCore
import ContentLibrary
import SocialServices

extension StoreFailure {
    /// Told when the trouble is over.
    public static let over = "the database server answers again"

    /// `true` if no connection could be made: waiting may help.
    public var isOfConnecting: Bool { self == .unreachable || self == .turnedAway }

    /// What happened and what to do, for the staff. Lower case, without a full stop; never a client's words.
    public var explanation: String {
        switch self {
        case .missing(let path):
            "there is no store at \(path); make one with: kartoitin store create --store \(path)"
        case .alreadyThere(let path):
            "there is a \(path.contains("://") ? "store" : "file") at \(path) already; nothing was changed"
        case .halfCopied(let path):
            "the copy of a store at \(path) is not whole yet; finish it with the kartoitin store copy that began it, "
                + "or give it up with: DROP SCHEMA kartoitin_copy CASCADE"
        case .locked: "another program keeps the store busy; try again in a moment"
        case .withoutPostgreSQL:
            "this program was built without PostgreSQL; build it with: swift build -c release --traits PostgreSQL"
        case .unreachable: "the database server does not answer; check that it runs and that this machine reaches it"
        case .turnedAway:
            "the database server answers, but does not let this login in; check login, password and database in --store, "
                + "and that the server has room for one more connection"
        case .notAllowed: "the database does not let this user do that; check --store and the roles in the database"
        case .readOnly: "the store cannot be written; check the owner and the rights of the file and its folder"
        case .full: "the disk is full; make room and try again, nothing was lost"
        case .newer(let found, let known):
            "the store was written by a newer version of kartoitin (schema \(found), this one knows \(known)); "
                + "update the program"
        case .older(let path, let found, let known):
            "the store was written by an older version of kartoitin (schema \(found), this one knows \(known)); "
                + "bring it up to date with: kartoitin store migrate --store \(path)"
        case .faulty(let path, let faults):
            "the store has faults (\(faults)), nothing was copied; see them with: kartoitin store check --store \(path)"
        case .unequal(let table):
            "the table \(table) of the copy is not as it is in the store, so nothing was kept of the copy; try again"
        case .clock(let seconds):
            "the server's clock is \(abs(seconds)) s \(seconds > 0 ? "ahead of" : "behind") this machine's; "
                + "set both by a time server, see: timedatectl"
        case .notAStore: "the file is no store of kartoitin, or it is damaged; give another one with --store"
        case .tracesLeft:
            "it was removed, but traces stay in the store's files while another program reads them; "
                + "run: kartoitin store purge"
        case .other(let message): "the store did not do it: \(message)"
        }
    }
}

extension PhoneNumber {
    /// The number that was typed, or what is wrong with it.
    static func checked(_ typed: String) -> Result<PhoneNumber, WritingFault> {
        do {
            return .success(try PhoneNumber(typed: typed))
        } catch {
            return .failure(WritingFault(error.phrase))
        }
    }
}

extension PhoneNumber.Fault {
    var phrase: Phrase {
        switch self {
        case .empty: .booking.phoneEmpty
        case .notDigits: .booking.phoneNotDigits
        case .noPrefix: .booking.phoneNoPrefix
        case .tooShort: .booking.phoneTooShort
        case .tooLong: .booking.phoneTooLong
        }
    }
}
