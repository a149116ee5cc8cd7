// A button of the top bar: icon over word, or the icon alone where the words do not fit.
import QtQuick
import Kiosk.Theme

KPressable {
    id: button

    property string words: button.name
    property string icon
    property string mark // a small icon at the corner of the other; empty for none
    property bool iconOnly: false
    property bool on: false
    property color tint: Theme.ink
    readonly property color colour: on ? Theme.actionInk : tint

    implicitWidth: Math.max(Theme.target, iconOnly ? 0 : Theme.measure.width(words, Theme.bodyPixels, 700) + 2 * Theme.tight)
    implicitHeight: Math.max(Theme.target, iconOnly ? 0 : picture.height + label.implicitHeight)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: button.down ? Theme.actionSoft : Theme.action
        visible: button.on || button.down
    }
    KIcon {
        id: picture

        anchors.horizontalCenter: parent.horizontalCenter
        y: button.iconOnly ? (parent.height - height) / 2 : 0
        name: button.icon
        tint: button.down ? Theme.actionSoftInk : button.colour
        extent: button.iconOnly ? Theme.mm(9) : Theme.mm(7)
    }
    Rectangle {
        visible: button.mark !== ""
        anchors.right: picture.right
        anchors.rightMargin: -width * 0.75
        anchors.top: picture.top
        anchors.topMargin: button.iconOnly ? -width * 0.1 : 0
        width: Theme.mm(4)
        height: width
        radius: width / 2
        color: Theme.finish
        border.width: Math.max(1, Theme.edgeWidth / 2)
        border.color: Theme.finishInk

        KIcon {
            anchors.centerIn: parent
            name: button.mark
            tint: Theme.finishInk
            extent: Math.round(parent.width * 0.8)
        }
    }
    KText {
        id: label

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        visible: !button.iconOnly
        text: button.words
        weight: 700
        wrapMode: Text.NoWrap
        color: picture.tint
        Accessible.ignored: true
    }
}
