// One question of the kiosk's own with two or three answers, each a big button.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    property string heading
    property string text
    property var answers: [] // {name, icon, kind}

    signal answered(int index)

    hasForward: false

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
        model: page.answers
        delegate: KButton {
            required property var modelData
            required property int index
            readonly property real widest: Math.min(Math.max(implicitWidth, Theme.mm(70)), Theme.contentWidth)

            name: modelData.name
            icon: modelData.icon
            kind: modelData.kind ?? "plain"
            onPressed: page.answered(index)
        }
    }
}
