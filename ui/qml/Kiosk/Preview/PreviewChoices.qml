// A few words in a row, of which one is how it is now.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

Flow {
    id: choices

    required property string title
    required property var options // of {id, name, chosen}

    signal picked(string id)

    spacing: Theme.tight
    width: parent ? parent.width : 0

    KText {
        width: Theme.mm(28)
        height: Theme.mm(9)
        verticalAlignment: Text.AlignVCenter
        text: choices.title
        weight: 700
    }
    Repeater {
        model: Theme.measure ? choices.options : []
        delegate: KButton {
            required property var modelData

            name: modelData.name
            kind: modelData.chosen ? "action" : "plain"
            pixels: Theme.bodyPixels
            width: Theme.measure.width(name, pixels, 700) + 2 * Theme.padding * 1.6 + 4
            height: Theme.mm(9)
            Accessible.checkable: true
            Accessible.checked: modelData.chosen
            onPressed: choices.picked(modelData.id)
        }
    }
}
