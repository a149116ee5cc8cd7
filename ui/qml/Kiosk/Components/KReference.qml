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
    readonly property string spoken: heading + " " + line + " " + spelled
    readonly property int inset: Theme.padding * 2
    readonly property int pixels: Math.min(Theme.referencePixels, Math.floor((width - 2 * inset) / 7.4))

    implicitHeight: title.implicitHeight + note.implicitHeight + Theme.linePixels(pixels) + 2 * inset

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

        anchors.horizontalCenter: parent.horizontalCenter
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
                pixels: panel.pixels
                weight: 700
                wrapMode: Text.NoWrap
                color: Theme.panelStrong
                lineHeight: Theme.linePixels(panel.pixels)
                Accessible.ignored: true
            }
        }
    }
}
