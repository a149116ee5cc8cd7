// A page of words under a heading: help, a notice in full, what is left out, what went wrong.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model
    readonly property bool cards: Theme.step < 2

    hasBack: model.hasBack
    hasForward: model.hasForward
    forwardName: model.forwardName
    forwardIcon: model.forwardIcon
    onForward: model.forward()
    columns: model.parts.length ? (cards && !Theme.narrow ? 2 : 1) : Theme.columnsFor(model.actions.map(action => action.name), Theme.buttonChrome, 2)
    onBack: model.back()

    component Action: KButton {
        required property var modelData
        required property int index
        property int before: 0 // of the page's buttons, that stand in another place
        readonly property bool beside: !cell
        readonly property bool cell: page.columns > 1
        readonly property real widest: cell ? Theme.contentWidth : Math.min(Math.max(implicitWidth, Theme.mm(70)), Theme.contentWidth)
        readonly property int tallest: Math.max(implicitHeight, Theme.mm(20))

        name: modelData.name
        icon: modelData.icon
        kind: modelData.kind ?? "plain"
        onPressed: page.model.act(before + index)
    }

    KProse {
        heading: true
        text: page.model.heading
        pixels: Theme.headingPixels
        weight: 800
    }
    Repeater {
        model: page.model.actions.slice(0, page.model.above)
        delegate: Action {}
    }
    KProse {
        text: page.model.text
        pixels: Theme.choicePixels
    }
    Repeater {
        model: page.cards ? page.model.parts : []
        delegate: KPanel {
            required property var modelData
            required property int index

            // The last of an odd number stands under the others, as wide as both.
            cell: index < page.model.parts.length - page.model.parts.length % 2
            icon: modelData.icon
            title: modelData.title
            words: modelData.words
        }
    }
    KParts {
        items: page.cards ? [] : page.model.parts
    }
    Repeater {
        model: page.model.actions.slice(page.model.above)
        delegate: Action {
            before: page.model.above
        }
    }
}
