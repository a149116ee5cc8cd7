// What a resident wrote as one or more cards for KPages: as many lines to a card as a page holds.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

Repeater {
    id: quotes

    property string text
    property string tongue: "" // its language, where that is not the page's
    property string origin: "" // and how that is said
    property real above: 0 // px that stand over the first card
    readonly property real room: Theme.bodyHeight - 3 * Theme.padding - above - (origin ? Theme.linePixels(Theme.bodyPixels) + Theme.tight : 0)
    readonly property int lines: Math.max(1, Math.floor(room / Theme.lineOf(Theme.headingPixels, Theme.scriptOf(tongue))))

    model: text ? Theme.measure.chunks(text, Theme.headingPixels, 700, Theme.contentWidth - 3 * Theme.padding, lines) : []
    delegate: KQuote {
        required property string modelData
        required property int index

        text: modelData
        tongue: quotes.tongue
        origin: index === 0 ? quotes.origin : ""
    }
}
