// What a resident wrote, on a card of its own, in its own language and script.
import QtQuick
import Kiosk.Theme

Item {
    id: quote

    property string text
    property string tongue: "" // its language, where that is not the page's
    property string origin: "" // and how that is said: "In Urdu"
    readonly property string spoken: (origin ? origin + " " : "") + words.spoken
    readonly property int tallest: implicitHeight + Theme.mm(14)
    readonly property int inset: Math.round(Theme.padding * (Theme.step === 0 ? 1.4 : 1))

    implicitHeight: words.tall + (origin ? from.tall + Theme.tight : 0) + 2 * inset

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.card
        border.width: Theme.edgeWidth
        border.color: Theme.edge
    }
    Rectangle {
        x: Theme.mirrored ? quote.width - width - Theme.padding / 2 : Theme.padding / 2
        y: Theme.padding
        width: Theme.chosenWidth
        height: quote.height - 2 * Theme.padding
        radius: width / 2
        color: Theme.action
    }
    KText {
        id: from

        x: 1.5 * Theme.padding
        y: quote.inset
        width: quote.width - 3 * Theme.padding
        visible: quote.origin !== ""
        text: quote.origin
        color: Theme.quiet
    }
    KText {
        id: words

        x: 1.5 * Theme.padding
        y: (quote.height - tall + (quote.origin ? from.tall + Theme.tight : 0)) / 2
        width: quote.width - 3 * Theme.padding
        text: quote.text
        tongue: quote.tongue
        pixels: Theme.headingPixels
        weight: 700
    }
}
