#if PostgreSQL
    import BookingCore

    /// What a login sees of bookings: its role's policies decide, by what a client has typed.
    extension PostgreSQLConnection {
        var outline: String { PostgreSQLSight.outline }

        func sql(of door: StoreDoor) -> String {
            let parameters = door.parameters.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
            return "SELECT \(door.name)(\(parameters))"
        }

        func know(_ phone: String?, _ codes: [String]) throws(BookingError) {
            guard try restricted() else { return }
            if !isInTransaction { known = (phone, codes) }
            try tell(phone, codes)
        }

        /// One trip to the server less for each booking, where it makes no difference.
        private func restricted() throws(BookingError) -> Bool {
            if let isRestricted { return isRestricted }
            let answer = try first("SELECT row_security_active('booking')") { $0.integer(0) } == 1
            isRestricted = answer
            return answer
        }

        func tell(_ phone: String?, _ codes: [String]) throws(BookingError) {
            let sql =
                isInTransaction
                ? """
                SELECT set_config('kartoitin.phone', coalesce(?1, current_setting('kartoitin.phone', true), ''), true),
                    set_config('kartoitin.codes', concat_ws(' ', current_setting('kartoitin.codes', true), ?2), true)
                """
                : "SELECT set_config('kartoitin.phone', coalesce(?1, ''), false), set_config('kartoitin.codes', ?2, false)"
            try run(sql, [SQLValue(phone), .text(codes.joined(separator: " "))])
        }
    }
#endif
