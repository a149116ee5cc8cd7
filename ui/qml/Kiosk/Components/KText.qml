// Words on a page: the Theme's size and script, seen by a screen reader, never cut.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

Text {
    id: shown

    property int pixels: Theme.bodyPixels
    property int weight: 400
    property string tongue: "" // the language of the words, where that is not the page's
    readonly property string script: Theme.scriptOf(tongue)
    property string spoken: Theme.inTongue(shown.text, tongue)
    property int markStart: -1 // of the word that is heard now, and its length: it is underlined
    property int markLength: 0
    property real lead: 0 // px before the words, for a picture
    property bool level: false // its lines are about as long as each other, as a heading's are
    property bool snug: false // its width comes from its words
    readonly property real ragged: !snug && width > 0 && text ? width - lead - Theme.measure.evenly(text, pixels, weight, width - lead, level) : 0
    readonly property bool centred: horizontalAlignment === Text.AlignHCenter
    readonly property bool fromRight: !centred && (horizontalAlignment === Text.AlignRight) !== Theme.mirrored
    readonly property real tall: Math.max(1, lineCount) * lineHeight // Qt gives the last line more, where lines are close

    font.family: Theme.family
    font.pixelSize: pixels
    font.variableAxes: Theme.axes(weight)
    color: Theme.ink
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    lineHeightMode: Text.FixedHeight
    lineHeight: Theme.lineOf(pixels, script)
    leftPadding: centred ? ragged / 2 : fromRight ? ragged : lead
    rightPadding: centred ? ragged / 2 : fromRight ? lead : ragged
    horizontalAlignment: Theme.turned(tongue) ? Text.AlignRight : Text.AlignLeft

    // Each script has its letters at another height of a line; moved, they all stand in the middle of it.
    transform: Translate {
        y: Math.round(Math.max(shown.lineHeight, Theme.naturalShare * shown.pixels) / 2 + Theme.middleOf(shown.script) * shown.pixels - shown.baselineOffset)
    }

    Loader {
        active: shown.markStart >= 0
        sourceComponent: Repeater {
            model: Theme.measure.places(shown.text, shown.pixels, shown.weight, shown.width - shown.leftPadding - shown.rightPadding, shown.markStart, shown.markLength)
            delegate: Rectangle {
                required property var modelData
                readonly property real spare: shown.width - shown.leftPadding - shown.rightPadding - modelData.line

                x: shown.leftPadding + modelData.x + (shown.centred ? spare / 2 : shown.fromRight ? spare : 0)
                y: shown.baselineOffset + modelData.row * shown.lineHeight + Math.round(shown.pixels * 0.2)
                width: modelData.width
                height: Theme.focusWidth
                color: shown.color
                Accessible.ignored: true
            }
        }
    }

    Accessible.role: Accessible.StaticText
    Accessible.name: shown.text
}
