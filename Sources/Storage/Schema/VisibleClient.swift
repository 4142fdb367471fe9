/// The client whose bookings a kiosk's login sees: the one who has typed a phone number, or their word, and a reference or
/// a code there.
///
/// `RowSecurity` compares both with each row. A file has no logins: the program that opens it sees all of it.
final class VisibleClient {
    private let connection: any SQLConnection
    /// `false` of a login that sees every booking; nil before the server was asked.
    private var isRestricted: Bool?
    /// What was set outside a transaction, for a session that is begun anew.
    private var current: (proof: String?, codes: [String]) = (nil, [])

    init(_ connection: any SQLConnection) {
        self.connection = connection
        connection.renewSession = { [weak self] in try self?.renew() }
    }

    /// Shows what belongs to a client. In a transaction it adds to what is shown, until that ends; outside, it takes the
    /// place of what was shown.
    ///
    /// - Parameters:
    ///   - proof: the phone number, or the hash of the word of a client who has none; nil if only a code is known.
    ///   - codes: references of bookings and codes of rights.
    func set(_ proof: String?, _ codes: [String]) throws {
        guard connection.dialect == .postgreSQL, try restricted() else { return }
        if !connection.isInTransaction { current = (proof, codes) }
        try tell(proof, codes)
    }

    private func renew() throws {
        if isRestricted == true { try tell(current.proof, current.codes) }
    }

    /// Asked once: a login that sees every booking is spared a round trip with each of them.
    private func restricted() throws -> Bool {
        if let isRestricted { return isRestricted }
        let answer = try connection.integer("SELECT row_security_active('booking')") == 1
        isRestricted = answer
        return answer
    }

    private func tell(_ proof: String?, _ codes: [String]) throws {
        let sql =
            connection.isInTransaction
            ? """
            SELECT set_config('kartoitin.phone', coalesce(?1, current_setting('kartoitin.phone', true), ''), true),
                set_config('kartoitin.codes', concat_ws(' ', current_setting('kartoitin.codes', true), ?2), true)
            """
            : "SELECT set_config('kartoitin.phone', coalesce(?1, ''), false), set_config('kartoitin.codes', ?2, false)"
        try connection.run(sql, [SQLValue(proof), .text(codes.joined(separator: " "))])
    }
}
