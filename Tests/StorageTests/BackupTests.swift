import BookingCore
import Foundation
import TestValues
import Testing

@testable import Storage

@Suite("A backup of a store in a file", .enabled(if: !TestAddress.isServer))
struct BackupTests {
    let place: TemporaryStore

    init() throws {
        place = try TemporaryStore()
        try place.fillWithEverything()
    }

    private var file: String { place.folder.appending(path: "backups/first.sqlite").path }

    @Test("It is whole, sound, its owner's alone, and nothing else is in its folder")
    func whole() throws {
        #expect(try Stores.backUp(place.path, to: file) == [])
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let folder = place.folder.appending(path: "backups").path
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["first.sqlite"])
        #expect(try Stores.check(file) == [])
        #expect(try StoreFile.connection(file).everything() == place.connection.everything())
    }

    @Test("What another program is just writing is not in it, and hinders nobody")
    func whileOthersWrite() throws {
        let other = try StoreFile.connection(place.path)
        try other.transaction {
            try other.run("UPDATE journey SET count = 8")
            #expect(try Stores.backUp(place.path, to: file) == [])
        }
        #expect(try StoreFile.connection(file).integer("SELECT count FROM journey") == 7)
        #expect(try place.number("SELECT count FROM journey") == 8)
    }

    @Test("A file that is there is never written over")
    func there() throws {
        _ = try Stores.backUp(place.path, to: file)
        try place.connection.script("UPDATE journey SET count = 8")
        #expect(throws: StoreFailure.alreadyThere(path: file)) { _ = try Stores.backUp(place.path, to: file) }
        #expect(try StoreFile.connection(file).integer("SELECT count FROM journey") == 7)
    }

    @Test("Faults are told, and the copy stays: there may be no better one")
    func faults() throws {
        try place.damage(.noRightWorkers)
        let told = ["booking rights that name nobody, or a team and workers: 1"]
        #expect(try Stores.backUp(place.path, to: file) == told)
        #expect(FileManager.default.fileExists(atPath: file))
    }

    @Test("A store of an older version is copied as it is, before anything brings it up to date")
    func older() throws {
        let old = place.folder.appending(path: "old.sqlite").path
        try Data().write(to: URL(fileURLWithPath: old))
        try SQLiteConnection(path: old).script(
            "PRAGMA application_id = \(Schema.applicationID);" + Schema1.step.sqlite + "; PRAGMA user_version = 1")
        #expect(try Stores.backUp(old, to: file) == [])
        #expect(try Stores.version(old) == 1)
        #expect(try Stores.version(file) == 1)
    }

    @Test("What is no store is not backed up")
    func noStore() throws {
        let letter = place.folder.appending(path: "letter.txt").path
        try Data("Hei".utf8).write(to: URL(fileURLWithPath: letter))
        #expect(throws: StoreFailure.notAStore) { _ = try Stores.backUp(letter, to: file) }
        #expect(!FileManager.default.fileExists(atPath: file))
    }
}
