// One choice of a question: a box or a ring that is ticked, a picture from the pack, and words. The whole card is the target.
// Or, where it leads on, the way to another page: with an arrow at its end.
import QtQuick
import Kiosk.Theme

KPressable {
    id: choice

    property string words: choice.name
    property string note // a quieter line under the words
    property bool chosen: false
    property bool several: false // boxes; rings otherwise
    property bool leads: false // to another page: nothing is ticked
    property bool bare: false // without a box or a ring until it is chosen
    property url picture
    property bool cell: true // may stand beside others in KPages
    readonly property int tallest: Math.max(Theme.choiceTallest, implicitHeight)
    property Component tile // drawn where there is no picture of the pack
    readonly property bool pictured: picture.toString() !== "" || tile !== null
    readonly property real sign: Theme.padding + Theme.boxExtent // a box, a ring or an arrow, and what parts it from the words
    readonly property real before: Theme.padding + (leads ? 0 : sign) + (pictured ? Theme.tileExtent + Theme.padding : 0)
    readonly property color colour: chosen ? Theme.actionSoftInk : Theme.ink

    implicitHeight: Math.max(Theme.choiceHeight, label.implicitHeight + (note ? under.tall : 0) + 2 * Theme.tight, pictured ? Theme.tileExtent + 2 * Theme.tight : 0)
    implicitWidth: before + Theme.measure.width(words, Theme.choicePixels, 700) + Theme.padding * 2 + (leads ? sign : 0)
    Accessible.role: leads ? Accessible.Button : several ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.checkable: !leads
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
        visible: !choice.leads && (choice.chosen || !choice.bare)
        tint: choice.colour
        extent: Theme.boxExtent
    }
    KIcon {
        id: arrow

        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        anchors.rightMargin: Theme.padding
        name: "continue"
        directed: true
        visible: choice.leads
        tint: choice.colour
        extent: Theme.boxExtent
    }
    Rectangle {
        id: frame

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: box.right
        anchors.leftMargin: Theme.padding
        visible: choice.pictured
        width: Theme.tileExtent
        height: width
        radius: Theme.radius / 2
        color: choice.tile ? "transparent" : Theme.picture

        Image {
            anchors.fill: parent
            anchors.margins: Theme.tight / 2
            source: choice.picture
            sourceSize: Qt.size(width, height)
            fillMode: Image.PreserveAspectFit
            asynchronous: false
            Accessible.ignored: true
        }
        Loader {
            anchors.fill: parent
            sourceComponent: choice.tile
        }
    }
    KText {
        id: label

        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: choice.note ? -under.tall / 2 : 0
        anchors.left: parent.left
        anchors.leftMargin: choice.before
        anchors.right: parent.right
        anchors.rightMargin: Theme.padding + (choice.leads ? choice.sign : 0)
        text: choice.words
        pixels: Theme.choicePixels
        weight: choice.chosen ? 700 : 500
        color: choice.colour
        Accessible.ignored: true
    }
    KText {
        id: under

        anchors.top: label.bottom
        anchors.left: label.left
        width: Math.min(label.width, Theme.measure.readable(choice.note, Theme.bodyPixels, 400))
        visible: choice.note !== ""
        text: choice.note
        color: choice.chosen ? Theme.actionSoftInk : Theme.quiet
        Accessible.ignored: true
    }
}
