import BookingCore
import CivilTime
import Foundation
import TestValues
import Testing

@testable import Storage

@Suite("Making a store", .enabled(if: !TestAddress.isServer))
final class CreatingTests {
    let folder: URL

    init() throws { folder = try TemporaryStore.newFolder() }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    private func rights(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    @Test("The file is its owner's alone, and so are the folders made for it")
    func rightsOfOwnerAlone() throws {
        let file = path("state/kartoitin/kartoitin.sqlite")
        try StoreFile.create(path: file)
        #expect(try rights(file) == 0o600)
        #expect(try rights(path("state/kartoitin")) == 0o700)
        #expect(try rights(path("state")) == 0o700)
    }

    @Test("The files that SQLite lays beside an open store are the owner's alone too")
    func rightsOfFilesBeside() throws {
        let file = path("kartoitin.sqlite")
        try StoreFile.create(path: file)
        let connection = try StoreFile.connection(file)
        try connection.script("CREATE TABLE made_now (id INTEGER)")
        #expect(try rights(file + "-wal") == 0o600)
        #expect(try rights(file + "-shm") == 0o600)
    }

    @Test("A folder that was there keeps its rights")
    func folderThereBefore() throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
        try StoreFile.create(path: path("kartoitin.sqlite"))
        #expect(try rights(folder.path) == 0o755)
    }

    @Test("Nothing but the store is left in the folder")
    func noDraftLeft() throws {
        try StoreFile.create(path: path("kartoitin.sqlite"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["kartoitin.sqlite"])
    }

    @Test("A file that is there is refused and stays as it is")
    func fileThereBefore() throws {
        let file = path("letter.txt")
        try Data("Hei".utf8).write(to: URL(fileURLWithPath: file))
        #expect(throws: StoreFailure.alreadyThere(path: file)) { try StoreFile.create(path: file) }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "Hei")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["letter.txt"])
    }

    @Test("A store that takes the name while ours is being made is kept, and no draft is left")
    func nameTakenMeanwhile() throws {
        // A link to nothing: the name looks free until the last step.
        let file = path("kartoitin.sqlite")
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: path("nothing"))
        #expect(throws: StoreFailure.alreadyThere(path: file)) { try StoreFile.create(path: file) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["kartoitin.sqlite"])
    }

    @Test("A folder that cannot be made is told")
    func folderCannotBeMade() throws {
        try Data().write(to: folder.appending(path: "file"))
        let failure = StoreFailure.other("the folder \(path("file/in")) cannot be made")
        #expect(throws: failure) { try StoreFile.create(path: path("file/in/store.sqlite")) }
    }

    @Test("A new store is empty, sound and of the newest version")
    func newStore() throws {
        let file = path("kartoitin.sqlite")
        try StoreFile.create(path: file)
        #expect(try Stores.check(file) == [])
        #expect(try Stores.open(file, clock: .helsinki).professionals() == [])
        let connection = try StoreFile.connection(file)
        #expect(try connection.integer("PRAGMA user_version") == Schema.version)
        #expect(try connection.integer("PRAGMA application_id") == 0x4B61_7274)
    }

    @Test("A store knows whether it is a demonstration", arguments: [true, false])
    func demonstration(isDemonstration: Bool) throws {
        let file = path("demo.sqlite")
        try StoreFile.create(path: file, isDemonstration: isDemonstration)
        #expect(try Stores.open(file, clock: .helsinki).isDemonstration() == isDemonstration)
    }
}
