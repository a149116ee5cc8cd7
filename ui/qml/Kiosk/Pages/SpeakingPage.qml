// Speaking an answer: one large button that records, stops and plays, and what can be done with the recording.
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model
    property bool held: false // the large button has the keys: on every sheet it is laid on

    hasForward: model.finishable
    forwardName: qsTr("Done")
    forwardIcon: "done"
    onForward: model.done()
    onBack: model.done()

    KProse {
        heading: true
        close: true
        text: page.model.typable ? page.model.question : page.model.text
        pixels: Theme.headingPixels
        weight: 800
        room: Theme.bodyHeight - Theme.choiceHeight - Theme.gap
    }
    KProse {
        text: page.model.typable ? page.model.text : ""
        pixels: Theme.choicePixels
    }
    KMeter {
        wanted: page.model.recording
        level: page.model.level
        clock: page.model.clock
    }
    KButton {
        readonly property bool beside: true
        readonly property real widest: Math.min(Math.max(implicitWidth, Theme.mm(70)), Theme.contentWidth)
        readonly property int tallest: Math.max(implicitHeight, Theme.mm(20))

        name: page.model.main.name
        icon: page.model.main.icon
        kind: page.model.main.kind
        onVisibleChanged: {
            if (visible && page.held)
                forceActiveFocus();
        }
        onPressed: {
            page.held = activeFocus;
            page.model.press();
        }
    }
    KButton {
        property bool wanted: page.model.kept
        readonly property bool beside: true
        readonly property real widest: Math.min(implicitWidth, Theme.contentWidth)
        readonly property int tallest: Math.max(implicitHeight, Theme.mm(20))

        name: qsTr("Record again")
        icon: "microphone"
        onPressed: page.model.again()
    }
    KButton {
        property bool wanted: page.model.kept
        readonly property bool beside: true
        readonly property real widest: Math.min(implicitWidth, Theme.contentWidth)
        readonly property int tallest: Math.max(implicitHeight, Theme.mm(20))

        name: qsTr("Delete it")
        icon: "wipe"
        onPressed: page.model.delete()
    }
    KButton {
        property bool wanted: page.model.typable
        readonly property bool beside: true
        readonly property real widest: Math.min(implicitWidth, Theme.contentWidth)
        readonly property int tallest: Math.max(implicitHeight, Theme.mm(20))

        name: qsTr("Type instead")
        icon: "keyboard"
        onPressed: page.model.type()
    }
    KProse {
        text: page.model.typable ? "" : page.model.question // what is asked can be read while speaking
        pixels: Theme.choicePixels
        colour: Theme.quiet
    }
    Connections {
        target: page.model

        function onChanged() {
            page.current = 0;
        }
    }
}
