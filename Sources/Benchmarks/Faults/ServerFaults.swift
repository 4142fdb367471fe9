import Foundation

/// The server goes away, or has no room.
extension FaultRun {
    private typealias Sentence = FaultyVisit.Sentence
    private typealias Remark = FaultyVisit.Remark

    /// Between two answers of a visitor: nobody notices.
    static func restart(_ ground: TestServer, _ mode: String) throws -> String {
        let visit = try ground.visit()
        try visit.type(FaultyVisit.walk)
        try ground.server.control("-m \(mode) restart")
        try visit.type(FaultyVisit.details)
        try ground.server.control("-m \(mode) restart")
        ground.promise(try visit.book())
        try expect(visit.remarks(), [], "the staff read")
        return "restarted twice in one visit, and the visitor noticed nothing; booked"
    }

    static func stopped(_ ground: TestServer) throws -> String {
        let visit = try ground.visit()
        try visit.type(FaultyVisit.walk)
        try ground.server.control("-m fast stop")
        try visit.type("Maija Testinen", then: Sentence.trouble)
        for _ in 0..<3 { try visit.type("again", then: Sentence.trouble) }
        try ground.server.control("start")
        try visit.type("again", then: FaultyVisit.details[0].1)
        try visit.type(Array(FaultyVisit.details.dropFirst()))
        try ground.server.control("-m immediate stop")
        try visit.type("yes", then: Sentence.unsure)
        try ground.server.control("start")
        ground.promise(try visit.bookAgain())
        try expect(visit.remarks(), [Remark.gone, Remark.back, Remark.gone, Remark.back], "the staff read")
        // Between two visitors: the next finds a screen that says so.
        try ground.server.control("-m fast stop")
        try visit.type("", then: Sentence.resting)
        try ground.server.control("start")
        let waited = try seconds { try visit.see(Sentence.start) }
        try expect(
            visit.remarks(), Array(repeating: [Remark.gone, Remark.back], count: 3).flatMap { $0 }, "the staff read")
        return "gone at a detail, at the booking and between two visitors: told each time, typed once, booked; "
            + "open again \(waited) after the server was"
    }

    static func stoppedAtStart(_ ground: TestServer) throws -> String {
        try ground.server.control("-m fast stop")
        let visit = try ground.visit(shows: Sentence.resting)
        let other = try ground.visit(shows: Sentence.resting)
        var ended: Int32?
        let ending = seconds { ended = other.terminate() }
        guard ended == 130 else { throw KillRun.Fault("SIGTERM gave \(ended ?? -1)") }
        Thread.sleep(forTimeInterval: 8)
        try ground.server.control("start")
        let waited = try seconds { try visit.see(Sentence.start) }
        try visit.type(FaultyVisit.walk + FaultyVisit.details)
        ground.promise(try visit.book())
        try expect(visit.remarks(), [Remark.gone, Remark.back], "the staff read")
        return "rested until the server was there, open \(waited) after it; another that was told to end did so in "
            + "\(ending)"
    }

    /// As many connections as the server gives one login.
    static func noConnectionLeft(_ ground: TestServer) throws -> String {
        let limit = { (count: Int) in
            _ = try ground.server.sql("ALTER ROLE \(TestServer.login) CONNECTION LIMIT \(count)")
        }
        let visit = try ground.visitAtConsent()
        try limit(0)
        let next = try ground.visit(shows: Sentence.resting)
        try ground.cut()
        try visit.type("yes", then: Sentence.trouble)
        try limit(-1)
        ground.promise(try visit.bookAgain())
        try next.see(Sentence.start)
        try expect(next.remarks(), [Remark.turnedAway, Remark.back], "the staff read")
        return "told, and booked once there was room; a kiosk that was starting rested and opened by itself"
    }

    /// On a disk of its own, of which only a little is left.
    static func diskFull(_ ground: TestServer) throws -> String {
        let disk = ground.folder.appendingPathComponent("disk")
        try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
        do {
            try ground.server.shell("mount -t tmpfs -o size=200m,mode=777 tmpfs \(disk.path)")
        } catch {
            return "SKIPPED: this user may not mount a small disk (\(error))"
        }
        defer { _ = try? ground.server.shell("umount -l \(disk.path)") }
        let small = try TestServer(ground.folder, content: ground.content, disk: disk)
        let visit = try small.visitAtConsent()
        let ballast = disk.appendingPathComponent("ballast").path
        // Nothing was booked yet: the tables have no page, and the first row needs one.
        try small.server.shell("dd if=/dev/zero of=\(ballast) bs=4096 status=none || true")
        try small.server.sql("SELECT 1")
        try visit.see("> ")
        return try fill(small, visit, ballast)
    }

    private static func fill(_ small: TestServer, _ visit: FaultyVisit, _ ballast: String) throws -> String {
        visit.answer("yes")
        let shown = try visit.seeOne(of: [Sentence.trouble, Sentence.unsure, Sentence.booked])
        if shown == Sentence.booked { throw KillRun.Fault("there was room") }
        let told = try visit.remarks()
        // A server that cannot write its log ends itself, and is not to be started before there is room.
        try small.server.shell("rm \(ballast)")
        try? small.server.control("start")
        small.promise(try visit.bookAgain())
        try visit.type("", then: Sentence.start)
        for fault in try small.faults() { throw KillRun.Fault(fault) }
        return "told (\(told.joined(separator: "; "))), and booked once there was room"
    }

    /// A newer program brings the store up to date while this one is in the middle of a visit.
    static func upgrade(_ ground: TestServer) throws -> String {
        let version = try ground.server.sql("SELECT version FROM kartoitin.store")
        let visit = try ground.visitAtConsent()
        try ground.server.sql("UPDATE kartoitin.store SET version = 99")
        try visit.type("yes", then: Sentence.trouble)
        try visit.type("again", then: Sentence.trouble)
        try expect(visit.remarks(), [Remark.newer], "the staff read")
        let next = try ground.visit(shows: Sentence.resting)
        guard next.terminate() == 130 else { throw KillRun.Fault("a resting kiosk does not end") }
        try expect(next.remarks(), [Remark.newer], "the staff read")
        try ground.server.sql("UPDATE kartoitin.store SET version = \(version)")
        for fault in try ground.faults() { throw KillRun.Fault("left by the older program: \(fault)") }
        ground.promise(try visit.bookAgain())
        return
            "an older program wrote nothing and said so; one that was starting rested; booked when the store was as before"
    }
}
