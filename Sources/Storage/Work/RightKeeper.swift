import BookingCore
import Foundation

/// Grants and withdraws booking rights, and says which times an authority opens.
struct RightKeeper {
    let connection: any SQLConnection
    let rights: RightTable
    let professionals: ProfessionalTable
    let clients: ClientTable
    let changes: ChangeTable

    func grant(_ grant: RightGrant, by doer: Doer, now: Date, drawing draw: () -> RightCode) throws -> BookingRight {
        try connection.transaction {
            try professionals.require(grant.grantee, now: now)
            var code = draw()
            while try rights.id(of: code) != nil { code = draw() }
            try rights.insert(grant, code, now: now)
            guard let row = try rights.right(code, now: now) else {
                throw SQLError.other("the new right is not there")
            }
            try keep(.rightGranted, row.right, by: doer, now: now)
            return row.right
        }
    }

    func withdraw(_ code: RightCode, by doer: Doer, now: Date) throws -> BookingRight {
        try connection.transaction {
            guard let found = try rights.right(code, now: now)?.right else { throw RightRefusal.unknown }
            guard found.withdrawnAt == nil else { throw RightRefusal.withdrawn }
            try rights.setWithdrawn(code, now: now)
            guard let withdrawn = try rights.right(code, now: now)?.right else { throw RightRefusal.unknown }
            try keep(.rightWithdrawn, withdrawn, by: doer, now: now)
            return withdrawn
        }
    }

    private func keep(_ deed: Deed, _ right: BookingRight, by doer: Doer, now: Date) throws {
        var line = NewChange(deed, by: doer)
        line.client = try clients.id(of: right.grant)
        try changes.insert(line, now: now)
    }

    /// What an authority opens now.
    ///
    /// - Throws: `RightRefusal` if it is a right that opens nothing.
    func filter(of authority: BookingAuthority, now: Date) throws -> SlotFilter {
        switch authority {
        case .open: return SlotFilter()
        case .staff(let workers): return SlotFilter(isByRight: true, workers: workers, isAcrossTasks: true)
        case .right(let code): return try filter(of: code, isMove: false, now: now)
        case .moving(let reference):
            guard let code = try rights.code(ofRightOf: reference) else { return SlotFilter() }
            return try filter(of: code, isMove: true, now: now)
        }
    }

    private func filter(of code: RightCode, isMove: Bool, now: Date) throws -> SlotFilter {
        guard let (id, right) = try rights.right(code, now: now) else { throw RightRefusal.unknown }
        if let refusal = right.trouble(at: now, isMove: isMove) { throw refusal }
        return SlotFilter(
            isByRight: true, workers: right.grant.grantee.workers, team: right.grant.grantee.team,
            appointmentType: right.grant.appointmentType, right: id)
    }

    /// Checks a right for this client, in the transaction that books. A wrong phone number and an unknown code get the
    /// same answer: codes cannot be tried out.
    ///
    /// - Throws: `RightRefusal`.
    func check(_ id: Int, of client: Client, now: Date) throws {
        guard let right = try rights.right(id: id, now: now)?.right, right.grant.clientPhone == client.phone else {
            throw RightRefusal.unknown
        }
        if let refusal = right.trouble(at: now) { throw refusal }
    }
}
