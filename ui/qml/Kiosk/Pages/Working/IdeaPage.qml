// One idea of the wall, in its own language and script, and what somebody can do with it.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model

    forwardName: model.last ? qsTr("Add an idea") : qsTr("Next idea")
    forwardIcon: model.last ? "plus" : "continue"
    columns: Theme.columnsFor(model.acts.filter(act => act.kind !== "quiet").map(act => act.name), Theme.buttonChrome, 2)
    onForward: model.forward()
    onBack: model.back()

    KProse {
        text: page.model.problem
        colour: Theme.stop
        weight: 700
        close: true
    }
    KQuotes {
        text: page.model.text
        tongue: page.model.tongue
        origin: page.model.origin
    }
    KProse {
        text: page.model.taps
        colour: Theme.quiet
        close: true
    }
    Repeater {
        model: page.model.acts
        delegate: KButton {
            required property var modelData
            readonly property bool quiet: modelData.kind === "quiet"
            readonly property bool beside: !cell
            readonly property bool cell: page.columns > 1 && !quiet
            readonly property real widest: cell ? Theme.contentWidth : Math.min(quiet ? implicitWidth : Math.max(implicitWidth, Theme.mm(70)), Theme.contentWidth)

            name: modelData.name
            icon: modelData.icon
            kind: modelData.kind
            pixels: quiet ? Theme.bodyPixels : Theme.choicePixels
            onPressed: page.model.act(modelData.id)
        }
    }
}
