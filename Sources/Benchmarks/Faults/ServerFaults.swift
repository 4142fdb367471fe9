import Foundation

/// The server goes away, or has no room.
enum ServerFaults {
    private typealias Sentence = FaultyVisit.Sentence
    private typealias Remark = FaultyVisit.Remark

    /// Between two answers of a visitor, who notices nothing.
    static func restart(_ target: TestServer, _ mode: String) throws -> String {
        let visit = try target.visit()
        try visit.type(FaultyVisit.walk)
        try target.server.control("-m \(mode) restart")
        try visit.type(FaultyVisit.details)
        try target.server.control("-m \(mode) restart")
        target.promise(try visit.book())
        try visit.expectRemarks([])
        return "restarted twice in one visit, and the visitor noticed nothing; booked"
    }

    static func stopped(_ target: TestServer) throws -> String {
        let visit = try target.visit()
        try visit.type(FaultyVisit.walk)
        try target.server.control("-m fast stop")
        try visit.type("Maija Testinen", then: Sentence.trouble)
        for _ in 0..<3 { try visit.type("again", then: Sentence.trouble) }
        try target.server.control("start")
        try visit.type("again", then: FaultyVisit.details[0].1)
        try visit.type(Array(FaultyVisit.details.dropFirst()))
        try target.server.control("-m immediate stop")
        try visit.type("ok", then: Sentence.unsure)
        try target.server.control("start")
        target.promise(try visit.bookAgain())
        try visit.expectRemarks([Remark.gone, Remark.back, Remark.gone, Remark.back])
        // Between two visitors: the next is told so, and goes on.
        try target.server.control("-m fast stop")
        try visit.end(then: Sentence.closed)
        try visit.see(Sentence.start)
        try visit.type(Array(FaultyVisit.walk.prefix(4)))
        try visit.type("book", then: Sentence.paused)
        try target.server.control("start")
        let waited = try ElapsedTime.of { try visit.type("again", then: FaultyVisit.walk[4].1) }
        try visit.expectRemarks(Array(repeating: [Remark.gone, Remark.back], count: 3).flatMap { $0 })
        return "gone at a detail, at the booking and between two visitors: told each time, typed once, booked; "
            + "open again \(waited) after the server was"
    }

    static func stoppedAtStart(_ target: TestServer) throws -> String {
        try target.server.control("-m fast stop")
        let visit = try target.visit(shows: Sentence.closed)
        let other = try target.visit(shows: Sentence.closed)
        var ended: Int32?
        let ending = ElapsedTime.of { ended = other.terminate() }
        guard ended == 130 else { throw DrillFailure("SIGTERM gave \(ended ?? -1)") }
        Thread.sleep(forTimeInterval: 8)
        try target.server.control("start")
        try visit.type(Array(FaultyVisit.walk.prefix(4)))
        let waited = try ElapsedTime.of { try visit.type("book", then: FaultyVisit.walk[4].1) }
        try visit.type(FaultyVisit.walk.dropFirst(5) + FaultyVisit.details)
        target.promise(try visit.book())
        try visit.expectRemarks([Remark.gone, Remark.back])
        return
            "open without the server, and booked when it was there: found within \(waited); another that was told to "
            + "end did so in \(ending)"
    }

    /// As many connections as the server gives one login.
    static func noConnectionLeft(_ target: TestServer) throws -> String {
        let limit = { (count: Int) in
            _ = try target.server.sql("ALTER ROLE \(TestServer.login) CONNECTION LIMIT \(count)")
        }
        let visit = try target.visitAtConsent()
        try limit(0)
        let next = try target.visit(shows: Sentence.closed)
        try target.cut()
        try visit.type("ok", then: Sentence.trouble)
        try limit(-1)
        target.promise(try visit.bookAgain())
        try next.type(Array(FaultyVisit.walk.prefix(5)))
        try next.expectRemarks([Remark.turnedAway, Remark.back])
        return "told, and booked once there was room; a kiosk that was starting was open, and booked by itself later"
    }

    /// On a disk of its own, of which only a little is left.
    static func diskFull(_ target: TestServer) throws -> String {
        let disk = target.folder.appendingPathComponent("disk")
        try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
        do {
            try target.server.shell("mount -t tmpfs -o size=200m,mode=777 tmpfs \(disk.path)")
        } catch {
            return "SKIPPED: this user may not mount a small disk (\(error))"
        }
        defer { _ = try? target.server.shell("umount -l \(disk.path)") }
        let small = try TestServer(target.folder, content: target.content, disk: disk)
        let visit = try small.visitAtConsent()
        let ballast = disk.appendingPathComponent("ballast").path
        // Nothing was booked yet: the tables have no page, and the first row needs one.
        try small.server.shell("dd if=/dev/zero of=\(ballast) bs=4096 status=none || true")
        try small.server.sql("SELECT 1")
        try visit.see("> ")
        return try fill(small, visit, ballast)
    }

    private static func fill(_ small: TestServer, _ visit: FaultyVisit, _ ballast: String) throws -> String {
        visit.answer("ok")
        let shown = try visit.seeOne(of: [Sentence.trouble, Sentence.unsure, Sentence.booked])
        if shown == Sentence.booked { throw DrillFailure("there was room") }
        let told = try visit.remarks()
        // A server that cannot write its log ends itself, and is not to be started before there is room.
        try small.server.shell("rm \(ballast)")
        try? small.server.control("start")
        small.promise(try visit.bookAgain())
        try visit.end(then: Sentence.start)
        for fault in try small.faults() { throw DrillFailure(fault) }
        return "told (\(told.joined(separator: "; "))), and booked once there was room"
    }

    /// A newer program brings the store up to date while this one is in the middle of a visit.
    static func upgrade(_ target: TestServer) throws -> String {
        let version = try target.server.sql("SELECT version FROM kartoitin.store")
        let visit = try target.visitAtConsent()
        try target.server.sql("UPDATE kartoitin.store SET version = 99")
        try visit.type("ok", then: Sentence.trouble)
        try visit.type("again", then: Sentence.trouble)
        try visit.expectRemarks([Remark.newer])
        let next = try target.visit(shows: Sentence.closed)
        guard next.terminate() == 130 else { throw DrillFailure("a kiosk whose booking is closed does not end") }
        try next.expectRemarks([Remark.newer])
        try target.server.sql("UPDATE kartoitin.store SET version = \(version)")
        for fault in try target.faults() { throw DrillFailure("left by the older program: \(fault)") }
        target.promise(try visit.bookAgain())
        return
            "an older program wrote nothing and said so; one that was starting said that booking is closed; booked when the store was as before"
    }
}
