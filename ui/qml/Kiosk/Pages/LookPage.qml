// How big, which colours, and how the voice sounds. Each takes effect at once and goes back after the visit.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model

    hasBack: false
    forwardName: qsTr("Done")
    forwardIcon: "done"
    columns: Theme.narrow || Theme.step > 1 ? 1 : 2

    KProse {
        heading: true
        close: true
        text: qsTr("How should it look?")
        pixels: Theme.headingPixels
        weight: 800
    }
    KProse {
        heading: true
        close: true
        text: qsTr("Size of the words")
        weight: 700
    }
    Repeater {
        model: [
            {
                id: "standard",
                name: qsTr("Standard")
            },
            {
                id: "medium",
                name: qsTr("Bigger")
            },
            {
                id: "large",
                name: qsTr("Large")
            },
            {
                id: "largest",
                name: qsTr("Largest")
            }
        ]
        delegate: KChoice {
            required property var modelData

            name: modelData.name
            chosen: page.model.size === modelData.id
            slim: true
            onPressed: page.model.setSize(modelData.id)
        }
    }
    KProse {
        heading: true
        close: true
        text: qsTr("Colours")
        weight: 700
    }
    Repeater {
        model: [
            {
                id: "standard",
                name: qsTr("Standard colours")
            },
            {
                id: "high-contrast",
                name: qsTr("High contrast")
            }
        ]
        delegate: KChoice {
            required property var modelData

            name: modelData.name
            chosen: page.model.colours === modelData.id
            slim: true
            onPressed: page.model.setColours(modelData.id)
        }
    }
}
