// A page of words under a heading: help, a notice in full, what is left out, what went wrong.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    property string heading
    property string text // paragraphs, a line each
    property var actions: [] // {name, icon, kind}: buttons under the words, in order

    signal acted(int index)

    KProse {
        heading: true
        text: page.heading
        pixels: Theme.headingPixels
        weight: 800
    }
    KProse {
        text: page.text
        pixels: Theme.choicePixels
    }
    Repeater {
        model: page.actions
        delegate: KButton {
            required property var modelData
            required property int index
            readonly property real widest: Math.min(implicitWidth, Theme.contentWidth)

            name: modelData.name
            icon: modelData.icon
            kind: modelData.kind ?? "plain"
            onPressed: page.acted(index)
        }
    }
}
