#if PostgreSQL
import BookingCore
import Foundation
import SocialServices
import Testing

@testable import Storage

/// The store as somebody sees it whose login has one role alone.
struct DatabaseLogin {
    let store: SQLStore
    let connection: any SQLConnection

    init(_ role: DatabaseRole, at place: TemporaryStore) throws {
        let login = "login_\(role.rawValue)_\(place.address.schema)"
        try place.connection.script("CREATE ROLE \(login) LOGIN; GRANT \(role.name) TO \(login)")
        connection = try place.address.connection()
        try connection.script("SET SESSION AUTHORIZATION \(login)")
        store = try SQLStore(connection)
    }

    /// Books with a description.
    static func book(through store: SQLStore, at minutes: Int, of place: TemporaryStore) throws -> Booking {
        let answer = DescribedAnswer(question: "q", options: ["a"], asked: "Kuka?", told: "Minä")
        return try store.book(
            place.choice(at: minutes),
            try place.request(description: SituationDescription(ownWords: "En jaksa.", answers: [answer])),
            now: place.now, drawing: TemporaryStore.draw)
    }

    func book(at minutes: Int, of place: TemporaryStore) throws -> Booking {
        try Self.book(through: store, at: minutes, of: place)
    }

    /// Expects that the database refuses each of these.
    func expectRefused(_ all: [String]) {
        for sql in all {
            #expect(throws: SQLError.notAllowed, "\(sql)") { try connection.script(sql) }
        }
    }

    func number(_ sql: String) throws -> Int { try #require(try connection.integer(sql)) }
}
#endif
