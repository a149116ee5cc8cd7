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
    columns: Theme.columnsFor(model.acts.map(act => act.name), Theme.buttonChrome, 2)
    onForward: model.forward()
    onBack: model.back()

    KProse {
        text: page.model.problem
        colour: Theme.stop
        weight: 700
        close: true
    }
    Repeater {
        model: quote.pieces(page.model.text)
        delegate: KQuote {
            required property string modelData
            required property int index

            text: modelData
            tongue: page.model.tongue
            origin: index === 0 ? page.model.origin : ""
        }
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
            readonly property bool cell: page.columns > 1
            readonly property real widest: cell ? Theme.contentWidth : Math.min(Math.max(implicitWidth, Theme.mm(70)), Theme.contentWidth)

            name: modelData.name
            icon: modelData.icon
            kind: modelData.kind
            onPressed: page.model.act(modelData.id)
        }
    }
    QtObject {
        id: quote

        // As many lines to a card as a page holds beside what can be done with it.
        function pieces(text: string): var {
            const room = Theme.bodyHeight - 2 * Theme.padding - 2 * Theme.linePixels(Theme.bodyPixels);
            const lines = Math.max(1, Math.floor(room / (1.5 * Theme.headingPixels)));
            return Theme.measure.chunks(text, Theme.headingPixels, 700, Theme.contentWidth - 4 * Theme.padding, lines);
        }
    }
}
