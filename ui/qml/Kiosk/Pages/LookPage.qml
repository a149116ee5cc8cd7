// How big, which colours, and how the voice sounds. Each takes effect at once and goes back after the visit.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model

    readonly property var sizes: [
        {
            id: "standard",
            name: qsTr("Standard"),
            share: 0.5
        },
        {
            id: "medium",
            name: qsTr("Bigger"),
            share: 0.62
        },
        {
            id: "large",
            name: qsTr("Large"),
            share: 0.8
        },
        {
            id: "largest",
            name: qsTr("Largest"),
            share: 1
        }
    ]
    readonly property var looks: [
        {
            id: "standard",
            name: qsTr("Standard colours")
        },
        {
            id: "dark",
            name: qsTr("Dark colours")
        },
        {
            id: "high-contrast",
            name: qsTr("High contrast")
        },
        {
            id: "low-glare",
            name: qsTr("Soft colours")
        }
    ]

    hasBack: false
    forwardName: qsTr("Done")
    forwardIcon: "done"
    columns: Theme.columnsFor(sizes.concat(looks).map(choice => choice.name), Theme.choiceChrome + Theme.tileExtent + Theme.padding, 2)

    KProse {
        heading: true
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
        model: page.sizes
        delegate: KChoice {
            id: size

            required property var modelData

            name: modelData.name
            chosen: page.model.size === modelData.id
            tile: Item {
                KIcon {
                    anchors.centerIn: parent
                    name: "look"
                    tint: size.colour
                    extent: Math.round(Theme.tileExtent * size.modelData.share)
                }
            }
            onPressed: page.model.setSize(modelData.id)
        }
    }
    KProse {
        heading: true
        fresh: true
        close: true
        text: qsTr("Colours")
        weight: 700
    }
    Repeater {
        model: page.looks
        delegate: KChoice {
            id: look

            required property var modelData

            name: modelData.name
            chosen: page.model.colours === modelData.id
            tile: Rectangle {
                readonly property var roles: Theme.palettes[look.modelData.id]

                radius: Theme.radius / 2
                color: roles.paper
                border.width: Theme.edgeWidth
                border.color: look.colour

                KIcon {
                    anchors.centerIn: parent
                    anchors.verticalCenterOffset: -Theme.tight
                    name: "look"
                    tint: parent.roles.ink
                    extent: Math.round(Theme.tileExtent * 0.6)
                }
                Rectangle {
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.bottom: parent.bottom
                    anchors.margins: 2 * Theme.edgeWidth
                    height: Theme.tight
                    radius: height / 2
                    color: parent.roles.action
                }
            }
            onPressed: page.model.setColours(modelData.id)
        }
    }
    KChoice {
        name: qsTr("Steady touch")
        hint: qsTr("A press may slip. A second tap waits.")
        several: true
        chosen: page.model.steady
        onPressed: page.model.setSteady()
    }
    KChoice {
        name: qsTr("Letters from A to Z")
        hint: qsTr("For the keys on the screen")
        several: true
        chosen: page.model.keys === "a-to-z"
        onPressed: page.model.setKeys(chosen ? "usual" : "a-to-z")
    }
}
