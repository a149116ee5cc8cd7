// What is wrong with an answer and how to put it right: it takes the keys, and a press leads to the field (row 9).
import QtQuick
import Kiosk.Theme

KPressable {
    id: problem

    property bool wanted: name !== ""
    property bool close: true
    property bool taking: false
    readonly property string spoken: name

    // The keys come here as soon as it can be seen.
    function take() {
        if (problem.visible)
            problem.forceActiveFocus(Qt.OtherFocusReason);
        problem.taking = !problem.visible;
    }

    hint: qsTr("Press to go to the answer.")
    implicitHeight: Math.max(Theme.target, words.tall + 2 * Theme.tight)
    onPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    onVisibleChanged: if (visible && taking)
        take()

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: problem.down ? Theme.actionSoft : Theme.card
        border.width: Theme.chosenWidth
        border.color: Theme.stop
    }
    KIcon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        name: "danger"
        tint: Theme.stop
        extent: Math.round(Theme.bodyPixels * 1.3)
    }
    KText {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: Theme.padding
        anchors.right: parent.right
        anchors.rightMargin: Theme.padding
        anchors.verticalCenter: parent.verticalCenter
        text: problem.name
        weight: 700
        color: Theme.stop
        Accessible.ignored: true
    }
}
