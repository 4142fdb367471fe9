import BookingCore
import Foundation
import Testing

@testable import Storage

@Suite("How a server guards a store")
struct ServerDiagnosisTests {
    private typealias Finding = ServerDiagnosis.Finding

    private func findings(_ change: (inout ServerDiagnosis) -> Void) -> [Finding] {
        var diagnosis = Self.sound
        change(&diagnosis)
        return diagnosis.findings.filter { !Self.sound.findings.contains($0) }
    }

    private static let sound = ServerDiagnosis(login: "kiosk7", roles: ["kartoitin_kiosk"], isLocal: true)

    @Test("Of a sound one it is found what was looked at")
    func sound() {
        #expect(
            Self.sound.findings == [
                .extensionThere, .rolesComplete, .loginHasRole(login: "kiosk7", role: "kartoitin_kiosk"),
                .connectionIsLocal,
            ])
        #expect(Self.sound.findings.allSatisfy { $0.severity == .well })
    }

    @Test("What is wrong is a fault")
    func faults() {
        let found =
            findings { $0.hasExtension = false }
            + findings { $0.missingRoles = ["kartoitin_kiosk", "kartoitin_messenger"] }
            + findings { $0.lackingRights = ["kartoitin_kiosk: SELECT on slot"] } + findings { $0.roles = [] }
        #expect(
            found == [
                .extensionMissing, .rolesMissing(["kartoitin_kiosk", "kartoitin_messenger"]),
                .rightsLacking(["kartoitin_kiosk: SELECT on slot"]), .loginHasNoRole(login: "kiosk7"),
            ])
        #expect(found.allSatisfy { $0.severity == .fault })
    }

    @Test("Roles that are missing come before rights that they lack")
    func rolesBeforeRights() {
        let found = findings { ($0.missingRoles, $0.lackingRights) = (["kartoitin_kiosk"], ["x"]) }
        #expect(found == [.rolesMissing(["kartoitin_kiosk"])])
    }

    @Test("What is to be known and no reason to stop is a remark")
    func remarks() {
        let found =
            findings { $0.isOwner = true } + findings { ($0.isOwner, $0.isSuperuser) = (true, true) }
            + findings { $0.roles.append("kartoitin_messenger") } + findings { $0.isLocal = false }
            + findings { $0.isPublicOpen = true }
        #expect(
            found == [
                .loginOwnsTables(login: "kiosk7"), .loginIsSuperuser(login: "kiosk7"),
                .loginHasRoles(login: "kiosk7", roles: ["kartoitin_kiosk", "kartoitin_messenger"]), .connectionIsOpen,
                .publicSchemaIsOpen,
            ])
        #expect(found.allSatisfy { $0.severity == .remark })
        #expect(findings { ($0.isLocal, $0.isEncrypted) = (false, true) } == [.connectionIsEncrypted])
        #expect(Finding.connectionIsEncrypted.severity == .well)
    }

    #if PostgreSQL
    @Test("A real server is asked, by any login", .enabled(if: TestAddress.isServer))
    func real() throws {
        let place = try TemporaryStore()
        let schema = place.address.schema
        let server = try #require(TestAddress.server)
        let owner = try ServerInspection.diagnosis(address: server, schema: schema)
        #expect(owner.isSuperuser && owner.isOwner && owner.isLocal && owner.hasExtension)
        #expect(owner.missingRoles == [] && owner.lackingRights == [])
        let login = "asking_\(schema)"
        try place.connection.script("CREATE ROLE \(login) LOGIN")
        let address = server.replacing("kartoitin@", with: "\(login)@")
        #expect(try ServerInspection.diagnosis(address: address, schema: schema).roles == [])
        #expect(throws: StoreFailure.notAllowed) {
            _ = try PostgreSQLStore.connection(address: address, schema: schema)
        }
        try place.connection.script(
            """
            GRANT kartoitin_kiosk TO \(login); REVOKE SELECT ON slot FROM kartoitin_kiosk;
            REVOKE UPDATE (status) ON booking FROM kartoitin_kiosk;
            REVOKE EXECUTE ON FUNCTION open_bookings(text, text, bigint) FROM kartoitin_professional
            """)
        let kiosk = try ServerInspection.diagnosis(address: address, schema: schema)
        #expect(kiosk.roles == ["kartoitin_kiosk"] && !kiosk.isOwner && !kiosk.isSuperuser)
        #expect(
            kiosk.lackingRights == [
                "kartoitin_kiosk: SELECT on slot", "kartoitin_kiosk: UPDATE (status) on booking",
                "kartoitin_professional: EXECUTE on FUNCTION open_bookings(text, text, bigint)",
            ])
    }
    #endif
}
