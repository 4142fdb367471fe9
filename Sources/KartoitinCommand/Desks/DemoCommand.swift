import BookingCore
import ContentLibrary
import Desks
import Foundation
import Storage

extension Command {
    static let demo = Command(
        words: ["demo"],
        summary: "an example county in a store of its own, then a desk: kiosk, phone or professional",
        operands: ["[kiosk|phone|professional]"],
        options: kioskOptions + [Option("--professional", "ID", "whose bookings the professional's desk shows")]
    ) { call in
        let desk = try DemoDesk.named(call.arguments.operands.first ?? DemoDesk.kiosk.rawValue)
        let content = try call.content()
        _ = try call.language(in: content)
        let path = call.demoPath
        try makeDemonstration(path)
        let store = try call.store(of: content, at: path)
        guard try store.isDemonstration() else {
            throw Failure(.notPermitted, "\(Stores.shown(path)) is no demonstration; nothing was changed")
        }
        let county = ExampleCounty(content: content, wallClock: try call.wallClock(of: content))
        try county.fill(store, now: Date())
        switch desk {
        case .professional: return try demonstrate(call, content, store)
        case .phone:
            let member = try ExampleCounty.phoneServiceMember(in: store)
            let session = try call.sessions(content, store).staff(member)
            return try answerCalls(call, content, store, session)
        case .kiosk:
            let end = try serve(call, store: path)
            // Leaving a demonstration is how it ends.
            return end == .interrupted ? .done : end
        }
    }

    private static func makeDemonstration(_ path: String) throws {
        if FileManager.default.fileExists(atPath: path) { return }
        do {
            try Stores.create(path, isDemonstration: true)
        } catch StoreFailure.alreadyThere {
            // Another start was faster; its store is as good.
        }
    }
}

private enum DemoDesk: String, CaseIterable {
    case kiosk
    case phone
    case professional

    static func named(_ name: String) throws(Failure) -> DemoDesk {
        try Invocation.choice(name, of: "demo", DemoDesk.self)
    }
}
