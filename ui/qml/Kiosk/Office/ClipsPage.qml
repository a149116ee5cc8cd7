// Spoken clips: lists of languages and texts; and one text, shown large, with one button that records, stops and plays.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model
    property bool held: false // the large button has the keys: on every sheet it is laid on

    readonly property bool recorder: model.extra.main !== undefined
    readonly property var names: model.choices.map(choice => choice.name).concat(model.choices.map(choice => choice.note)).concat(model.actions.map(action => action.name))

    hasBack: model.hasBack
    hasForward: model.forwardName !== ""
    forwardName: model.forwardName
    forwardIcon: model.forwardIcon
    columns: names.length ? Theme.columnsFor(names, Theme.choiceChrome, 2) : 1
    onBack: model.back()
    onForward: model.forward()

    KProse {
        heading: true
        close: true
        text: page.recorder ? page.model.extra.words : page.model.heading
        tongue: page.recorder ? page.model.extra.tongue : ""
        pixels: Theme.headingPixels
        weight: 800
        room: page.recorder ? Theme.bodyHeight - Theme.mm(20) - Theme.gap : Theme.bodyHeight
    }
    KButton {
        property bool wanted: page.recorder
        readonly property real widest: Math.min(Math.max(implicitWidth, Theme.mm(70)), Theme.contentWidth)
        readonly property int tallest: Math.max(implicitHeight, Theme.mm(20))

        name: page.recorder ? page.model.extra.main.name : ""
        icon: page.recorder ? page.model.extra.main.icon : ""
        kind: page.recorder ? page.model.extra.main.kind : "plain"
        onVisibleChanged: {
            if (visible && page.held)
                forceActiveFocus();
        }
        onPressed: {
            page.held = activeFocus;
            page.model.act("main");
        }
    }
    KMeter {
        wanted: page.recorder && page.model.extra.recording
        level: page.model.level
        clock: page.model.clock
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
    KButton {
        property bool wanted: page.recorder && page.model.extra.again
        readonly property real widest: Math.min(implicitWidth, Theme.contentWidth)

        name: qsTr("Record again")
        icon: "microphone"
        onPressed: page.model.act("again")
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
            chosen: modelData.chosen
            leads: modelData.leads
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
            room: cell ? (Theme.contentWidth - Theme.gap) / 2 : Theme.contentWidth
            onPressed: page.model.act(modelData.id)
        }
    }
}
