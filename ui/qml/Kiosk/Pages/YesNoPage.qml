// One question of the kiosk's own with two or three answers, each a big button.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model

    hasBack: model.hasBack
    hasForward: false
    columns: Theme.columnsFor(model.actions.map(action => action.name), Theme.buttonChrome, 2)
    onBack: model.back()

    KProse {
        heading: true
        text: page.model.heading
        pixels: Theme.headingPixels
        weight: 800
    }
    KQuotes {
        text: page.model.quote
        above: Theme.linePixels(Theme.headingPixels) + Theme.gap
    }
    KProse {
        text: page.model.text
        pixels: Theme.choicePixels
    }
    Repeater {
        model: page.model.actions
        delegate: KButton {
            required property var modelData
            required property int index
            readonly property bool beside: !cell
            readonly property bool cell: page.columns > 1
            readonly property real widest: cell ? Theme.contentWidth : Math.min(Math.max(implicitWidth, Theme.mm(70)), Theme.contentWidth)
            readonly property int tallest: Math.max(implicitHeight, Theme.mm(20))

            name: modelData.name
            icon: modelData.icon
            kind: modelData.kind ?? "plain"
            onPressed: page.model.act(index)
        }
    }
}
