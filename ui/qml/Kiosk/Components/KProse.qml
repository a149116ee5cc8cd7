// A text as one or more blocks for KPages: as many lines to a block as a page holds.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

Repeater {
    id: prose

    property string text
    property int pixels: Theme.bodyPixels
    property int weight: 400
    property color colour: Theme.ink
    property bool heading: false
    property string tongue: "" // the language of the text, where that is not the page's
    property bool close: false
    property bool spare: false // stands only where everything does not fit on one part
    property real room: Theme.bodyHeight // px that one block may take
    property real widest: Math.max(Theme.longestLine, pixels * 24)

    model: text ? Theme.measure.chunks(text, pixels, weight, Math.min(Theme.contentWidth, widest), Math.max(1, Math.floor(room / Theme.lineOf(pixels, Theme.scriptOf(tongue))))) : []
    delegate: KText {
        required property string modelData
        property bool keepWithNext: prose.heading
        property bool close: prose.close
        property bool spare: prose.spare
        property real widest: prose.widest

        text: modelData
        tongue: prose.tongue
        pixels: prose.pixels
        weight: prose.weight
        color: prose.colour
        Accessible.role: prose.heading ? Accessible.Heading : Accessible.StaticText
    }
}
