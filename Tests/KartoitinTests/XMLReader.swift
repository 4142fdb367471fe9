import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Reads XML and names its elements in order; throws where it is not well formed.
enum XMLReader {
    struct NotWellFormed: Error {}

    static func elements(of text: String) throws -> [String] {
        let names = Names()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = names
        guard parser.parse() else { throw NotWellFormed() }
        return names.all
    }

    private final class Names: NSObject, XMLParserDelegate {
        var all: [String] = []

        func parser(
            _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
            qualifiedName qName: String?, attributes attributeDict: [String: String] = [:]
        ) {
            all.append(elementName)
        }
    }
}
