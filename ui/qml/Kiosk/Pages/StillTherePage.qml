// Nobody touched anything for a while: a warning with the seconds left, answered by one press.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

FocusScope {
    id: page

    required property var model

    readonly property bool close: Theme.step > 2 // the seconds end the sentence, where there is no room for a line of their own
    readonly property string why: qsTr("To keep your answers private, this screen will clear in")

    signal arrived(string spoken)

    function restart() {
        stay.forceActiveFocus();
        announce.restart();
    }
    function announced() {
        page.arrived([heading.text, why, qsTr("%1 seconds").arg(Theme.number(model.secondsLeft)), stay.name + ", " + clear.name].join("\n"));
    }

    function stepOut(): bool {
        model.stay();
        return true;
    }

    anchors.fill: parent
    Component.onCompleted: restart()

    Timer {
        id: announce

        interval: 0
        onTriggered: page.announced()
    }

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        spacing: Theme.gap

        KHeading {
            id: heading

            pixels: Theme.step < 2 ? Math.round(Theme.headingPixels * 1.25) : Theme.headingPixels

            width: parent.width
            text: qsTr("Are you still there?")
            horizontalAlignment: Text.AlignHCenter
        }
        KText {
            id: line

            width: parent.width
            text: page.close ? page.why + " " + Theme.number(page.model.secondsLeft) : page.why
            pixels: Theme.step < 2 ? Theme.choicePixels : Theme.bodyPixels
            horizontalAlignment: Text.AlignHCenter
        }
        KText {
            width: parent.width
            visible: !page.close
            text: Theme.number(page.model.secondsLeft)
            pixels: Theme.countPixels
            weight: 800
            color: Theme.action
            horizontalAlignment: Text.AlignHCenter
        }
        Flow {
            id: answers

            readonly property real natural: stay.implicitWidth + clear.implicitWidth + spacing
            readonly property bool stacked: natural > parent.width // one over the other: both as wide as the page

            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, natural)
            spacing: Theme.gap

            KButton {
                id: stay

                name: qsTr("I need more time")
                icon: "clock"
                kind: "action"
                width: answers.stacked ? answers.width : implicitWidth
                implicitHeight: Math.max(Theme.mm(20), Theme.linePixels(pixels) + 2 * Theme.tight)
                onPressed: page.model.stay()
            }
            KButton {
                id: clear

                name: qsTr("Clear it now")
                icon: "start-again"
                kind: "stop"
                width: answers.stacked ? answers.width : implicitWidth
                implicitHeight: stay.implicitHeight
                onPressed: page.model.clearNow()
            }
        }
    }
}
