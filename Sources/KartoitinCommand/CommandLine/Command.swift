/// One thing the program can do from the command line.
struct Command: Sendable {
    struct Option: Sendable {
        /// With its dashes, for example `--store`.
        let name: String
        /// What its value is called in the help; nil for an option without a value.
        let value: String?
        let help: String
        var isRepeatable = false

        init(_ name: String, _ value: String? = nil, _ help: String, isRepeatable: Bool = false) {
            self.name = name
            self.value = value
            self.help = help
            self.isRepeatable = isRepeatable
        }
    }

    /// For example `["booking", "show"]`.
    let words: [String]
    let summary: String
    /// Names of what must follow, in order; one in square brackets may be left out.
    var operands: [String] = []
    var options: [Option] = []
    let run: @Sendable (Invocation) throws -> ExitCode

    var name: String { words.joined(separator: " ") }

    /// Open to every command.
    static let globalOptions = [
        Option("--store", "PATH", "where bookings are kept: a file or postgresql://… (KARTOITIN_STORE)"),
        Option("--content", "DIR", "the content folder (KARTOITIN_CONTENT)"),
        Option("--language", "CODE", "fi, sv, en or another language of the content"),
        Option("--format", "FORMAT", "table, json or csv, where there is something to print"),
        Option("--no-color", nil, "no colour"),
        Option("--quiet", nil, "no remarks on standard error"),
        Option("--help", nil, "this help"),
        Option("--version", nil, "the version"),
    ]

    /// Every command, in the order of the help.
    static let all = [
        kiosk, phone, professional, demo, printDescription,
        slots, book, bookingShow, bookingMove, bookingCancel,
        timetableOpen, timetableTemplate, timetableAbsence, timetableLeave, timetableHandover, timetableList,
        rightGrant, rightList, rightWithdraw,
        messagesDue, messagesSend, messagesWrite,
        reportBookings, reportContacts, reportWaiting, reportJourneys,
        match, contentCheck, contentPaths, contentTree, contentTry, contentStories, contentDiff,
        staffAdd, staffList, staffLock, staffUnlock, staffPassword,
        arrangements, logOfClient, logOfUser,
        storeCreate, storeCheck, storeMigrate, storeBackup, storeCopy, storePurge, storeClient, storeErase,
        serviceUnit, doctor,
    ]
}
