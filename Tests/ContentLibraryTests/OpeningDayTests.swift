import BookingCore
import CivilTime
import Foundation
import SocialServices
import Testing

@testable import ContentLibrary

@Suite("From when on clients may book, in services.txt")
struct OpeningDayTests {
    private static let line = "  minutes 15"

    private func expect(_ opens: String, _ told: String) throws {
        let folder = try ContentFolder()
        let text = try String(contentsOfFile: folder.path(of: "services.txt"), encoding: .utf8)
        let number = try #require(text.split(separator: "\n").firstIndex { $0.hasPrefix(Self.line) }) + 1
        try folder.insert("\n" + opens, below: Self.line, in: "services.txt")
        try folder.expectFaults(
            told.split(separator: "\n").map { line in
                let parts = line.split(separator: " ", maxSplits: 1)
                return "services.txt:\(number + (Int(parts[0]) ?? 0)): \(parts[1])"
            }.joined(separator: "\n"))
    }

    @Test("Parts open one after another")
    func parts() throws {
        let folder = try ContentFolder()
        try folder.insert(
            "\n  opens 2026-11-02\n    method phone\n  opens 2027-02-01\n    method office\n    municipality 167",
            below: Self.line, in: "services.txt")
        try folder.expectFaults("")
        let type = try #require(try ContentReader.read(folder: folder.path).services.appointments.first)
        let clock = try #require(WallClock(timeZone: "Europe/Helsinki"))
        #expect(
            type.rules.openings.map(\.from)
                == (try [clock.moment("2026-11-02T00:00"), clock.moment("2027-02-01T00:00")]))
        #expect(type.rules.openings.map(\.methods) == [[.phone], [.office]])
        #expect(type.rules.openings.map { $0.municipalities.map(\.rawValue) } == [[], ["167"]])
    }

    @Test("A day that is none, and what the county does not have, are told")
    func unknown() throws {
        try expect(
            "  opens soon\n    method fax\n    municipality 999\n    service x",
            """
            1 "opens" must be a day, for example 2026-11-21
            2 unknown method "fax"; use one of: phone, remote, office
            3 county.txt has no municipality "999"
            4 working-age has no service "x"
            """)
    }

    @Test("What opens nothing that is not open already")
    func idle() throws {
        try expect(
            "  opens 2026-11-02\n  opens 2027-02-01\n    method office",
            "2 this opens nothing: all of it is open from 2026-11-02 on by a line above; keep one of them")
        try expect(
            "  opens 2027-02-01\n    method office\n  opens 2026-11-02",
            "3 with this, what opens on 2027-02-01 by a line above is open before; keep one of them")
    }

    @Test("What only a right opens has no day")
    func byRight() throws {
        let folder = try ContentFolder()
        try folder.addFollowUp("  by-right yes\n  opens 2027-01-01\n")
        #expect(
            try folder.faults().contains(
                "services.txt:19: a right opens the times of \"follow-up\" already; leave \"opens\" out"))
    }

    @Test("content diff tells what opens otherwise")
    func difference() throws {
        let (old, new) = (try ContentFolder(), try ContentFolder())
        try new.insert("\n  opens 2027-02-01\n    method office", below: Self.line, in: "services.txt")
        let difference = ContentDifference(
            from: try ContentReader.read(folder: old.path), to: try ContentReader.read(folder: new.path))
        #expect("\(difference)".contains("2027-02-01 office"))
    }
}
