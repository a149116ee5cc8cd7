// The reference of a visit, as large as the page allows, in three groups of three.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

Item {
    id: panel

    property string heading
    property string line
    property var groups: []
    property string spelled // how it is said: slowly, sign by sign
    property var steps: [] // what happens next, where there is room for it beside the reference
    property string stepsHeading
    property bool stepped: true // the steps are shown, where there are any
    readonly property real bareHeight: signs.y + signs.height + inset
    readonly property real fullHeight: bareHeight + (steps.length ? next.implicitHeight + inset / 2 : 0)
    readonly property bool showsSteps: stepped && steps.length > 0
    readonly property string spoken: [heading, line, spelled, ...(showsSteps ? [stepsHeading, ...steps.map((step, place) => (place + 1) + ". " + step)] : [])].join("\n")
    readonly property int inset: Math.round(Theme.padding * (Theme.step === 0 ? 1.4 : 0.9))
    readonly property real breadth: groups.length ? Theme.measure.width(groups.join(""), 100, 700) / 100 + 1.5 : 7.4 // of the font's size: M is wider than J
    readonly property int pixels: Math.min(Theme.referencePixels, Math.floor((width - 2 * inset) / breadth))

    implicitHeight: stepped ? fullHeight : bareHeight

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.panel
        border.width: Theme.edgeWidth
        border.color: Theme.panelInk
    }
    KHeading {
        id: title

        x: panel.inset
        y: panel.inset
        width: panel.width - 2 * panel.inset
        text: panel.heading
        color: Theme.panelInk
    }
    KText {
        id: note

        x: panel.inset
        y: title.y + title.implicitHeight
        width: title.width
        text: panel.line
        color: Theme.panelInk
    }
    Row {
        id: signs

        x: Theme.mirrored ? panel.width - width - panel.inset : panel.inset
        y: note.y + note.implicitHeight
        spacing: panel.pixels * 0.7
        LayoutMirroring.enabled: false // signs are read from the left in every language
        LayoutMirroring.childrenInherit: true
        Accessible.role: Accessible.StaticText
        Accessible.name: panel.groups.join(" ")

        Repeater {
            model: panel.groups
            delegate: KText {
                required property string modelData

                text: modelData
                spoken: modelData.split("").join(", ")
                pixels: panel.pixels
                weight: 700
                wrapMode: Text.NoWrap
                color: Theme.panelStrong
                lineHeight: Theme.linePixels(panel.pixels)
                Accessible.ignored: true
            }
        }
    }
    Column {
        id: next

        x: panel.inset
        y: signs.y + signs.height + panel.inset / 2
        width: title.width
        visible: panel.showsSteps
        spacing: Theme.tight

        KText {
            width: parent.width
            text: panel.stepsHeading
            pixels: Theme.choicePixels
            weight: 700
            color: Theme.panelInk
        }
        Repeater {
            model: panel.steps
            delegate: KStep {
                required property string modelData
                required property int index

                width: next.width
                height: implicitHeight
                number: index + 1
                text: modelData
                colour: Theme.panelInk
            }
        }
    }
}
