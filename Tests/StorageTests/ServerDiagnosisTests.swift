import BookingCore
import Foundation
import Testing

@testable import Storage

@Suite("How a server guards a store")
struct ServerDiagnosisTests {
    private typealias Finding = ServerDiagnosis.Finding

    private func findings(_ change: (inout ServerDiagnosis) -> Void) -> [Finding] {
        var condition = Self.sound
        change(&condition)
        return condition.findings.filter { !Self.sound.findings.contains($0) }
    }

    private static let sound = ServerDiagnosis(login: "kiosk7", roles: ["kartoitin_kiosk"], isLocal: true)

    @Test("Of a sound one it is told what was looked at")
    func sound() {
        #expect(
            Self.sound.findings == [
                Finding(kind: .well, text: "btree_gist: there"),
                Finding(kind: .well, text: "database roles: each may do what its desk needs"),
                Finding(kind: .well, text: "database login: kiosk7 has the role kartoitin_kiosk"),
                Finding(kind: .well, text: "connection: does not leave this machine"),
            ])
    }

    @Test("What is wrong is told, with what to do")
    func faults() {
        #expect(
            findings { $0.hasExtension = false } == [
                Finding(
                    kind: .fault,
                    text:
                        "btree_gist: the server does not have this extension; install PostgreSQL's contrib modules there"
                )
            ])
        #expect(
            findings { $0.missingRoles = ["kartoitin_kiosk", "kartoitin_messenger"] } == [
                Finding(
                    kind: .fault,
                    text:
                        "database roles: not all are there; make them, then restore the backup, which gives them their "
                        + "rights: CREATE ROLE kartoitin_kiosk NOLOGIN; CREATE ROLE kartoitin_messenger NOLOGIN;")
            ])
        #expect(
            findings { $0.lackingRights = ["kartoitin_kiosk: SELECT on slot"] } == [
                Finding(
                    kind: .fault,
                    text:
                        "database roles: a desk needs more than its role may do; as the owner of the tables, GRANT: "
                        + "kartoitin_kiosk: SELECT on slot")
            ])
        #expect(
            findings { $0.roles = [] } == [
                Finding(
                    kind: .fault,
                    text:
                        "database login: kiosk7 has none of the roles and may do nothing; as the owner of the tables: "
                        + "GRANT kartoitin_kiosk TO kiosk7, or another role")
            ])
    }

    @Test("What is to be known and no reason to stop is told as such")
    func remarks() {
        let giving =
            "run desks with a login of its own for each machine, and GRANT it one role, such as kartoitin_kiosk"
        let all = "and may read everything, which is for making and migrating a store; \(giving)"
        #expect(
            findings { $0.isOwner = true } == [
                Finding(kind: .remark, text: "database login: kiosk7 owns the tables \(all)")
            ])
        #expect(
            findings { $0.isSuperuser = true } == [
                Finding(kind: .remark, text: "database login: kiosk7 is a superuser \(all)")
            ])
        #expect(
            findings { $0.roles.append("kartoitin_messenger") } == [
                Finding(
                    kind: .remark,
                    text:
                        "database login: kiosk7 has the roles kartoitin_kiosk, kartoitin_messenger, so each desk may do "
                        + "what all of them may; \(giving)")
            ])
        #expect(
            findings { $0.isLocal = false } == [
                Finding(
                    kind: .remark,
                    text: "connection: no TLS, so whoever is on the network reads names and what clients wrote; "
                        + "add ?sslmode=verify-full to the address")
            ])
        #expect(
            findings { ($0.isLocal, $0.isEncrypted) = (false, true) } == [
                Finding(kind: .well, text: "connection: TLS")
            ])
        #expect(
            findings { $0.isPublicOpen = true } == [
                Finding(
                    kind: .remark,
                    text: "schema public: everybody may make tables in it; "
                        + "close it with: REVOKE CREATE ON SCHEMA public FROM PUBLIC")
            ])
    }

    #if PostgreSQL
    @Test("A real server is asked, by any login", .enabled(if: TestAddress.isServer))
    func real() throws {
        let place = try TemporaryStore()
        let schema = place.address.schema
        let server = try #require(TestAddress.server)
        let owner = try PostgreSQLStore.server(address: server, schema: schema)
        #expect(owner.isSuperuser && owner.isOwner && owner.isLocal && owner.hasExtension)
        #expect(owner.missingRoles == [] && owner.lackingRights == [])
        let login = "asking_\(schema)"
        try place.connection.script("CREATE ROLE \(login) LOGIN")
        let address = server.replacing("kartoitin@", with: "\(login)@")
        #expect(try PostgreSQLStore.server(address: address, schema: schema).roles == [])
        #expect(throws: StoreFailure.notAllowed) {
            _ = try PostgreSQLStore.connection(address: address, schema: schema)
        }
        try place.connection.script(
            """
            GRANT kartoitin_kiosk TO \(login); REVOKE SELECT ON slot FROM kartoitin_kiosk;
            REVOKE UPDATE (status) ON booking FROM kartoitin_kiosk;
            REVOKE EXECUTE ON FUNCTION open_bookings(text, text, bigint) FROM kartoitin_professional
            """)
        let kiosk = try PostgreSQLStore.server(address: address, schema: schema)
        #expect(kiosk.roles == ["kartoitin_kiosk"] && !kiosk.isOwner && !kiosk.isSuperuser)
        #expect(
            kiosk.lackingRights == [
                "kartoitin_kiosk: SELECT on slot", "kartoitin_kiosk: UPDATE (status) on booking",
                "kartoitin_professional: EXECUTE on FUNCTION open_bookings(text, text, bigint)",
            ])
    }
    #endif
}
