// One choice of a question: a box or a ring that is ticked, a picture from the pack, and words. The whole card is the target.
import QtQuick
import Kiosk.Theme

KPressable {
    id: choice

    property string words: choice.name
    property bool chosen: false
    property bool several: false // boxes; rings otherwise
    property url picture
    property bool cell: true // may stand beside others in KPages
    property bool slim: false // as low as a target may be
    readonly property int boxExtent: Theme.mm(8.8)
    readonly property int pictureExtent: Theme.mm(Theme.step < 2 ? 12.5 : 13.5)
    readonly property bool pictured: picture.toString() !== ""
    readonly property real before: Theme.padding * 2 + boxExtent + (pictured ? pictureExtent + Theme.padding : 0)
    readonly property color colour: chosen ? Theme.actionSoftInk : Theme.ink

    implicitHeight: Math.max(slim ? Theme.mainTarget : Theme.choiceHeight, label.implicitHeight + 2 * Theme.tight, pictured ? pictureExtent + 2 * Theme.tight : 0)
    implicitWidth: before + Theme.measure.width(words, Theme.choicePixels, 700) + Theme.padding * 2
    Accessible.role: several ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: chosen

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: choice.chosen || choice.down ? Theme.actionSoft : Theme.card
        border.width: choice.chosen ? Theme.chosenWidth : Theme.edgeWidth
        border.color: choice.chosen ? Theme.action : Theme.edge
    }
    KIcon {
        id: box

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        name: (choice.several ? "check-" : "radio-") + (choice.chosen ? "filled" : "empty")
        tint: choice.colour
        extent: choice.boxExtent
    }
    Rectangle {
        id: frame

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: box.right
        anchors.leftMargin: Theme.padding
        visible: choice.pictured
        width: choice.pictureExtent
        height: width
        radius: Theme.radius / 2
        color: Theme.picture

        Image {
            anchors.fill: parent
            anchors.margins: Theme.tight / 2
            source: choice.picture
            sourceSize: Qt.size(width, height)
            fillMode: Image.PreserveAspectFit
            asynchronous: false
            Accessible.ignored: true
        }
    }
    KText {
        id: label

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.leftMargin: choice.before
        anchors.right: parent.right
        anchors.rightMargin: Theme.padding
        text: choice.words
        pixels: Theme.choicePixels
        weight: choice.chosen ? 700 : 500
        color: choice.colour
        Accessible.ignored: true
    }
}
