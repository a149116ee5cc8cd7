// How large a millimetre is here: a card on the screen is made as long as a real one (ui/painting/panel.py).
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model

    readonly property var steps: [
        {
            name: qsTr("Shorter"),
            icon: "minus",
            by: -model.fine
        },
        {
            name: qsTr("Longer"),
            icon: "plus",
            by: model.fine
        },
        {
            name: qsTr("Much shorter"),
            icon: "minus",
            by: -model.coarse
        },
        {
            name: qsTr("Much longer"),
            icon: "plus",
            by: model.coarse
        }
    ]

    forwardName: qsTr("Done")
    forwardIcon: "done"
    columns: Theme.columnsFor(steps.map(step => step.name), Theme.buttonChrome, 2) // shorter at the start side, longer at the end side
    onForward: model.done()
    onBack: model.leave()

    KProse {
        heading: true
        text: qsTr("Is this as long as a bank card?")
        pixels: Theme.headingPixels
        weight: 800
    }
    KProse {
        text: qsTr("Hold a card or a ruler to the screen. Press until both are the same.")
    }
    KProse {
        text: page.model.problem
        colour: Theme.stop
        weight: 700
    }
    KRuler {
        card: page.model.card
        scale_: page.model.pxPerMm
    }
    Repeater {
        model: page.steps
        delegate: KButton {
            required property var modelData
            property bool cell: true

            name: modelData.name
            icon: modelData.icon
            onPressed: page.model.change(modelData.by)
        }
    }
}
