import BookingCore

/// How lines of the log of changes are printed: deeds and the names of fields, never values.
enum LogTables {
    static let changes = Table<Change>(
        "changes",
        [
            Column("id") { $0.id },
            Column("time") { $0.at },
            Column("userID") { $0.doer.id },
            Column("userName") { $0.doer.name },
            Column("deed") { $0.deed.rawValue },
            Column("reference") { $0.booking },
            Column("client") { $0.client },
            Column("professional") { $0.professional },
            Column("account") { $0.account },
            Column("fields") { $0.fields },
            Column("count") { $0.count },
            Column("reason") { $0.reason },
            Column("undoes") { $0.undoes },
        ])
}
