import Foundation

extension KioskMonkey {
    private static let wipe = Data("\u{1B}[3J".utf8)
    private static let afterKill = Data("\u{1B}[?25h".utf8)
    /// The same twice: of a visit that is killed as soon as it began, a screen to wait at comes before the next.
    private static let restingAfterKill = Data(
        "\u{1B}[?25h\u{1B}[0m\u{1B}[H\u{1B}[2J\u{1B}[3J\u{1B}[?2004l\u{1B}[?25h".utf8)
    private static let start = Data("Choose a language:".utf8)
    /// What stands on the empty screen after a booking.
    private static let cleared = ["last four digits", "neljä viimeistä", "de fyra sista"].map { Data($0.utf8) }
    private static let prompt = Data("> ".utf8)
    private static let booked = ["Your appointment is booked.", "Aikasi on varattu.", "Din tid är bokad."]
        .map { Data($0.utf8) }
    /// What only another program or a crash would say.
    private static let foreign = [
        "Fatal error", "Stack dump", "crashed", "Press space to interact", "Segmentation fault", "root:x:",
        "command not found", "sh-5", "Package.swift", ".sqlite", "Traceback",
    ].map { Data($0.utf8) }

    /// Seconds after which a visitor who waits would walk away.
    private static let patience = 60.0
    /// Seconds that a key which shows nothing has to show something.
    private static let moment = 0.012

    /// Waits until the visit sleeps at its prompt, looks at all that was printed and at the processes.
    func settle() {
        let begin = ContinuousClock.now
        var hasShown = false
        while true {
            let new = terminal.takeOutput(waiting: 4)
            pending += new
            if !new.isEmpty {
                hasShown = true
                if Data(pending).range(of: Self.wipe) != nil { awaitsStart = true }
                continue
            }
            if let status = terminal.statusNow { return fault("the program ended by itself with \(status)") }
            let waited = begin.duration(to: .now) / .seconds(1)
            if waited > Self.patience {
                return fault(awaitsStart ? "no next visit begins" : "the visit does not rest")
            }
            if hasShown || waited > Self.moment, isAtRest { break }
        }
        look()
        lookAtProcesses()
    }

    private var isAtRest: Bool {
        if awaitsStart {
            let output = Data(pending)
            let from = output.range(of: Self.wipe, options: .backwards)?.upperBound ?? 0
            let shown = ([Self.start] + Self.cleared).compactMap { output.range(of: $0, in: from..<output.count) }
            guard let start = shown.first, output.range(of: Self.prompt, in: start.upperBound..<output.count) != nil
            else { return false }
            awaitsStart = false
        }
        // An earlier visit may be about to end.
        let visits = ProcessTable.children(of: terminal.process)
        return visits.count <= 1 && visits.allSatisfy(ProcessTable.isSleeping)
    }

    /// Looks at whole lines: a character or an order may still be on its way.
    private func look() {
        guard let end = pending.lastIndex(of: 0x0A) else { return }
        let lines = Array(pending[...end])
        let output = Data(lines)
        for text in Self.foreign where output.range(of: text) != nil {
            fault("the terminal shows \(String(decoding: text, as: UTF8.self))")
        }
        let strange = ForeignBytes.found(in: lines)
        if !strange.isEmpty { fault("not the program's own bytes: \(strange)") }
        report.bookings += Self.booked.reduce(0) { $0 + places(of: $1, in: output).count }
        restorations +=
            places(of: Self.afterKill, in: output).count - places(of: Self.restingAfterKill, in: output).count
        if restorations != report.kills { fault("\(restorations) visits were killed, \(report.kills) by the monkey") }
        var from = 0
        for wipe in places(of: Self.wipe, in: output) {
            lookForMarkers(in: lines[from..<wipe])
            report.visits += 1
            firstOfVisit = max(firstOfVisit, marker.number)
            from = wipe
        }
        lookForMarkers(in: lines[from...])
        pending.removeSubrange(...end)
    }

    private func lookForMarkers(in output: ArraySlice<UInt8>) {
        for number in Marker.numbers(in: output) {
            if number < firstOfVisit {
                fault("an earlier visitor's word \(number) was printed; this visit's begin with \(firstOfVisit)")
            } else {
                report.markersSeen += 1
            }
        }
    }

    private func places(of text: Data, in output: Data) -> [Int] {
        var places: [Int] = []
        while let found = output.range(of: text, in: (places.last ?? 0)..<output.count) {
            places.append(found.upperBound)
        }
        return places
    }

    /// One visit, which is our own program, and nothing that it has started.
    private func lookAtProcesses() {
        let visits = ProcessTable.children(of: terminal.process)
        let programs = visits.map(ProcessTable.program)
        if programs != [ProcessTable.program(of: terminal.process)] { fault("the visits are \(programs)") }
        let others = visits.flatMap(ProcessTable.children).map(ProcessTable.program)
        if !others.isEmpty { fault("the visit has started \(others)") }
    }
}
