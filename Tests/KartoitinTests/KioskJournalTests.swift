import BookingCore
import ContentLibrary
import Testing

@testable import KartoitinCommand

@Suite("What the staff of a kiosk read")
struct KioskJournalTests {
    private final class Lines {
        var all: [String] = []
    }

    private let lines = Lines()

    private func journal() -> KioskJournal { KioskJournal { [lines] in lines.all.append($0) } }

    @Test("Once when something begins, and once when it is over, however often it is told")
    func once() {
        let journal = journal()
        let gone = KioskTrouble(StoreFailure.unreachable)
        for _ in 0..<3 { journal.hear(.trouble(.store, gone)) }
        // The desk in the visit tells the same.
        journal.hear(.remark(gone.begun))
        #expect(journal.isInTrouble(.store) && !journal.isInTrouble(.content))
        for _ in 0..<3 { journal.hear(.sound(.store)) }
        journal.hear(.remark(gone.over))
        journal.hear(.sound(.content))
        #expect(
            lines.all == [
                "the database server does not answer; check that it runs and that this machine reaches it",
                "the database server answers again",
            ])
        #expect(!journal.isInTrouble(.store))
    }

    @Test("Another cause is told, and each matter has its own end")
    func causes() {
        let journal = journal()
        journal.hear(.trouble(.store, KioskTrouble(StoreFailure.notAStore)))
        journal.hear(.trouble(.store, KioskTrouble(StoreFailure.readOnly)))
        journal.hear(.trouble(.content, KioskTrouble(.missing(folder: "/c"), isKept: true)))
        journal.hear(.trouble(.visits, KioskTrouble(endedBy: "a visit ended with code 69")))
        for matter in [KioskNews.Matter.store, .content, .visits] { journal.hear(.sound(matter)) }
        #expect(
            lines.all == [
                "the file is no store of kartoitin, or it is damaged; give another one with --store",
                "the store cannot be written; check the owner and the rights of the file and its folder",
                "there is no content in /c; the kiosk goes on with the last content that was whole; see: kartoitin "
                    + "content check",
                "a visit ended with code 69; trying again", "the store can be used again",
                "the content is whole again",
                "visits go well again",
            ])
    }

    @Test("Content is told with file and line, and with what the kiosk does meanwhile")
    func content() {
        let faults = (1...7).map { ContentFault(file: "tree/a.txt", line: $0, message: "wrong") }
        let told = KioskTrouble(.faults(faults), isKept: false).begun.split(separator: "\n").map(String.init)
        #expect(
            told == [
                "the content has faults (7); the kiosk rests until it is whole; see: kartoitin content check",
                "tree/a.txt:1: wrong", "tree/a.txt:2: wrong", "tree/a.txt:3: wrong", "tree/a.txt:4: wrong",
                "tree/a.txt:5: wrong",
            ])
        #expect(
            KioskTrouble(.unreadable(file: "/c/county.txt"), isKept: true).begun
                == "the content file /c/county.txt cannot be read; the kiosk goes on with the last content that was whole; "
                + "see: kartoitin content check")
    }
}
