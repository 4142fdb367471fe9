import Storage
import Testing

@testable import KartoitinCommand

@Suite("What doctor says of a server")
struct ServerFindingsTests {
    private typealias Finding = ServerDiagnosis.Finding

    @Test("Of a sound one it says what was looked at")
    func sound() {
        let found: [Finding] = [
            .extensionThere, .rolesComplete, .loginHasRole(login: "kiosk7", role: "kartoitin_kiosk"),
            .connectionIsLocal, .connectionIsEncrypted,
        ]
        #expect(
            found.map(\.explanation) == [
                "btree_gist: there", "database roles: each may do what its desk needs",
                "database login: kiosk7 has the role kartoitin_kiosk", "connection: does not leave this machine",
                "connection: TLS",
            ])
    }

    @Test("What is wrong is told, with what to do")
    func faults() {
        #expect(
            Finding.extensionMissing.explanation
                == "btree_gist: the server does not have this extension; install PostgreSQL's contrib modules there")
        #expect(
            Finding.rolesMissing(["kartoitin_kiosk", "kartoitin_messenger"]).explanation
                == "database roles: not all are there; make them, then restore the backup, which gives them their "
                + "rights: CREATE ROLE kartoitin_kiosk NOLOGIN; CREATE ROLE kartoitin_messenger NOLOGIN;")
        #expect(
            Finding.rightsLacking(["kartoitin_kiosk: SELECT on slot", "kartoitin_kiosk: INSERT on hold"]).explanation
                == "database roles: a desk needs more than its role may do; as the owner of the tables, GRANT: "
                + "kartoitin_kiosk: SELECT on slot, kartoitin_kiosk: INSERT on hold")
        #expect(
            Finding.loginHasNoRole(login: "kiosk7").explanation
                == "database login: kiosk7 has none of the roles and may do nothing; as the owner of the tables: "
                + "GRANT kartoitin_kiosk TO kiosk7, or another role")
    }

    @Test("What is to be known and no reason to stop is told as such")
    func remarks() {
        let giving =
            "run desks with a login of its own for each machine, and GRANT it one role, such as kartoitin_kiosk"
        let all = "and may read everything, which is for making and migrating a store; \(giving)"
        #expect(
            Finding.loginOwnsTables(login: "kiosk7").explanation == "database login: kiosk7 owns the tables \(all)")
        #expect(
            Finding.loginIsSuperuser(login: "kiosk7").explanation == "database login: kiosk7 is a superuser \(all)")
        #expect(
            Finding.loginHasRoles(login: "kiosk7", roles: ["kartoitin_kiosk", "kartoitin_messenger"]).explanation
                == "database login: kiosk7 has the roles kartoitin_kiosk, kartoitin_messenger, so each desk may do "
                + "what all of them may; \(giving)")
        #expect(
            Finding.connectionIsOpen.explanation
                == "connection: no TLS, so whoever is on the network reads names and what clients wrote; "
                + "add ?sslmode=verify-full to the address")
        #expect(
            Finding.publicSchemaIsOpen.explanation
                == "schema public: everybody may make tables in it; "
                + "close it with: REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    }
}
