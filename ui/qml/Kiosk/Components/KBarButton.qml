// A button of the top bar: icon over word, or the icon alone where the words do not fit.
import QtQuick
import Kiosk.Theme

KPressable {
    id: button

    property string words: button.name
    property string icon
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
