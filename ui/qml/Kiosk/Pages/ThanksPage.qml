// Saved: the reference, large; what happens next; and the way to a clean screen.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model

    hasBack: false
    forwardName: qsTr("Finish and clear")
    forwardIcon: "done"
    forwardKind: "finish"
    columns: 1
    onForward: model.finish()

    KReference {
        heading: qsTr("Thank you. It is saved.")
        line: qsTr("Your reference. Keep it to see the reply.")
        groups: page.model.groups
        spelled: page.model.spelled
    }
    KProse {
        heading: true
        close: true
        text: page.model.steps.length ? qsTr("What happens next") : ""
        pixels: Theme.choicePixels
        weight: 700
    }
    Repeater {
        model: page.model.steps
        delegate: KStep {
            required property string modelData
            required property int index

            number: index + 1
            text: modelData
        }
    }
    KQrCard {
        text: page.model.sentence
        caption: qsTr("Take a photo, or ask us to write it on a card.")
    }
}
