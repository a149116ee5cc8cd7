// A page of the team's, of whatever its model has: words, rows, fields, choices, progress and buttons.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model

    readonly property var names: model.choices.map(choice => choice.name).concat(model.choices.map(choice => choice.note)).concat(model.actions.map(action => action.name))

    hasBack: model.hasBack
    hasForward: model.forwardName !== ""
    forwardName: model.forwardName
    forwardIcon: model.forwardIcon
    columns: Theme.columnsFor(names, Theme.choiceChrome, 2)
    onBack: model.back()
    onForward: model.forward()

    KProse {
        heading: true
        close: true
        text: page.model.heading
        pixels: Theme.headingPixels
        weight: 800
    }
    KProse {
        text: page.model.said
        pixels: Theme.choicePixels
        weight: 700
        colour: Theme.stop
    }
    KProse {
        text: page.model.text
        pixels: Theme.choicePixels
    }
    Repeater {
        model: page.model.fields
        delegate: KLabelledField {
            required property var modelData
            readonly property real widest: Theme.mm(110)

            label: modelData.label
            cell: false
            name: modelData.label
            text: modelData.text
            hidden: modelData.hidden
            onPressed: page.model.edit(modelData.id)
            onEdited: text => page.model.write(modelData.id, text)
            onEntered: page.model.entered(modelData.id)
        }
    }
    KProgress {
        share: page.model.progress
    }
    Repeater {
        model: page.model.choices
        delegate: KChoice {
            required property var modelData

            name: modelData.note ? modelData.name + ", " + modelData.note : modelData.name
            words: modelData.name
            note: modelData.note
            picture: modelData.picture
            chosen: modelData.chosen
            several: modelData.several
            onPressed: page.model.choose(modelData.id)
        }
    }
    Repeater {
        model: page.model.rows
        delegate: KRow {
            required property var modelData
            required property int index

            label: modelData.label
            value: modelData.value
            tone: modelData.tone
            dots: modelData.dots
            flush: index < page.model.rows.length - 1
        }
    }
    KProse {
        text: page.model.tail
        colour: Theme.quiet
    }
    Repeater {
        model: page.model.actions
        delegate: KButton {
            required property var modelData
            readonly property bool cell: page.columns > 1
            readonly property real widest: cell ? Theme.contentWidth : Math.min(Math.max(implicitWidth, Theme.mm(70)), Theme.contentWidth)
            readonly property int tallest: implicitHeight

            name: modelData.name
            icon: modelData.icon
            kind: modelData.kind
            room: page.columns > 1 ? (Theme.contentWidth - Theme.gap) / 2 : Theme.contentWidth
            onPressed: page.model.act(modelData.id)
        }
    }
}
