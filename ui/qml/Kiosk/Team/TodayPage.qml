// The desk: how the stall stands, what today has brought, and how the tablet is.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model

    readonly property var names: model.actions.map(action => action.name)

    hasBack: model.hasBack
    hasForward: model.forwardName !== ""
    forwardName: model.forwardName
    forwardIcon: model.forwardIcon
    columns: Theme.columnsFor(names, Theme.buttonChrome, 3)
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
        weight: 700
        colour: Theme.stop
    }
    KProse {
        text: page.model.text
        pixels: Theme.choicePixels
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
            onPressed: page.model.act(modelData.id)
        }
    }
    KTiles {
        wanted: items.length > 0
        items: page.model.extra.tiles ?? []
    }
    KBars {
        readonly property bool wanted: page.model.extra.hours !== undefined

        cell: false
        title: qsTr("By the hour")
        none: qsTr("Nobody has been here yet today.")
        items: page.model.extra.hours ?? []
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
}
