import BookingCore
import Foundation
import Mapper
import SocialServices
import Testing

@testable import ContentLibrary

@Suite("The content that is shipped")
struct RealContentTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Content").path

    private func content() throws -> Content { try ContentReader.read(folder: Self.folder) }

    @Test("It has no fault")
    func noFault() throws {
        #expect(try ContentCheck(folder: Self.folder, today: ContentFolder.today).faults.map(\.description) == [])
    }

    @Test("Finnish, Swedish and English are there, and every language says everything")
    func complete() throws {
        let content = try content()
        #expect(Set(content.languages).isSuperset(of: [.finnish, .swedish, .english]))
        for language in content.languages {
            let words = content.words(in: language)
            #expect(words.language == language)
            #expect(Set(words.questions.keys) == Set(content.tree.questions.keys))
            #expect(Set(words.outcomes.keys) == Set(content.tree.outcomes.keys))
            #expect(Set(words.readyAnswers.keys) == Set(content.readyAnswers.keys))
            #expect(Set(words.contacts.keys) == Set(content.county.contacts.map(\.id)))
            #expect(Set(words.phrases.keys) == Set(PhraseCatalogue.all.entries.map(\.key)))
        }
    }

    @Test("No question offers the same words twice")
    func differentOptions() throws {
        let content = try content()
        for words in content.languages.map(content.words(in:)) {
            for (id, question) in words.questions {
                let texts = question.options.values.map(\.text)
                #expect(Set(texts).count == texts.count, "\(id) in \(words.language)")
            }
        }
    }

    @Test("What an outcome books exists and is open to all")
    func bookedOutcomes() throws {
        let content = try content()
        let booked = content.tree.outcomes.values.compactMap(\.appointmentType)
        #expect(!booked.isEmpty)
        for id in booked { #expect(content.services.appointment(id)?.isByRight == false, "\(id)") }
    }

    @Test("Each of the seven directions is reached")
    func directions() throws {
        let tree = try content().tree
        let reached = Walks(of: tree).reachedOutcomes.compactMap { tree.outcomes[$0]?.group }
        #expect(Set(reached) == Set(OutcomeGroup.allCases))
    }

    @Test("Child protection leads to no time of its own, only to advice from others")
    func childProtection() throws {
        let content = try content()
        #expect(content.services.firstAppointment(of: .childProtection) == nil)
        let outcomes = content.tree.outcomes.values.filter { $0.group == .childProtection }
        #expect(!outcomes.isEmpty)
        let booked = outcomes.compactMap(\.appointmentType).compactMap(content.services.appointment)
        #expect(booked.filter { $0.task == .childProtection }.isEmpty)
    }

    @Test("Follow-up times are by right and have the lengths that a source gave")
    func followUps() throws {
        let services = try content().services
        let types = services.appointments.filter(\.isByRight)
        #expect(
            types.map { "\($0.id) \($0.task.rawValue) \($0.minutes)" } == [
                "separation family-law 90", "maintenance-continued family-law 60",
                "maintenance-changed family-law 60", "advice-child-protection child-protection 15",
            ])
        #expect(types.allSatisfy { $0.rules.openPerPhone == nil && $0.rules.ahead == nil && $0.seats == 1 })
        #expect(services.firstAppointment(of: .familyLaw)?.id == "advice-family-law")
    }

    @Test("What is sent to a phone about a follow-up time speaks of no fear and no danger")
    func safeMessages() throws {
        let content = try content()
        let types = content.services.appointments.filter(\.isByRight)
        let telling = #/112|pelk|vaara|lastensuojelu|rädd|fara|barnskydd|afraid|danger|protection/#.ignoresCase()
        for language in content.languages {
            let words = content.words(in: language)
            for type in types {
                let sent =
                    words.bring(service: nil, appointment: type.id)
                    + words.prepare(service: nil, appointment: type.id)
                #expect(sent.filter { $0.contains(telling) } == [], "\(language.rawValue) \(type.id)")
            }
        }
    }

    @Test("The way to urgent help begins with 112")
    func urgent() throws {
        let county = try content().county
        let first = try #require(county.urgentContacts.first)
        #expect(county.contact(first)?.number(in: .english)?.digits == "112")
    }

    @Test("Every office is marked as an example: real ones were not found")
    func offices() throws {
        let offices = try content().county.offices
        #expect(!offices.isEmpty)
        #expect(offices.filter { !$0.isExample }.isEmpty)
    }

    @Test("All its stories hold")
    func stories() throws {
        let content = try content()
        let stories = try StoryReader.read(folder: Self.folder, content: content).stories
        #expect(!stories.isEmpty)
        let runner = try StoryRunner(for: stories, folder: Self.folder, content: content)
        #expect(stories.compactMap { runner.run($0).fault?.description } == [])
    }
}
