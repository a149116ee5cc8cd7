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
    property bool fresh: false // begins a sheet, where there are several
    property string tongue: "" // the language of the text, where that is not the page's
    property bool close: false
    property bool spare: false // stands only where everything does not fit on one part
    property real room: Theme.bodyHeight // px that one block may take
    property real widest: Math.max(Theme.longestLine, pixels * 24)

    model: text ? Theme.measure.chunks(text, pixels, weight, Math.min(Theme.contentWidth, widest), Math.max(1, Math.floor(room / Theme.lineOf(pixels, Theme.scriptOf(tongue))))) : []
    delegate: KText {
        required property string modelData
        required property int index
        property bool fresh: prose.fresh && index === 0
        property bool keepWithNext: prose.heading
        property bool close: prose.close
        property bool spare: prose.spare
        property real widest: Math.min(prose.widest, Theme.measure.readable(modelData, prose.pixels, prose.weight))

        text: prose.heading ? Theme.unbroken(modelData) : modelData
        spoken: Theme.inTongue(modelData, tongue)
        tongue: prose.tongue
        pixels: prose.pixels
        weight: prose.weight
        level: prose.heading
        color: prose.colour
        Accessible.role: prose.heading ? Accessible.Heading : Accessible.StaticText
        Accessible.name: modelData
    }
}
