// What we promise about this: how much can change, what cannot, who decides, by when (charter, clause C).
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model
    readonly property bool cards: Theme.step < 2

    columns: Theme.narrow || Theme.step > 1 ? 1 : 2
    forwardName: qsTr("Start")
    onForward: model.forward()
    onBack: model.back()

    KProse {
        heading: true
        close: true
        text: qsTr("What we promise about this")
        pixels: Theme.headingPixels
        weight: 800
    }
    KRungs {
        names: page.model.rungs
        onExplained: page.model.explainRungs()
    }
    Repeater {
        model: page.cards ? page.model.parts : []
        delegate: KPanel {
            required property var modelData

            icon: modelData.icon
            title: modelData.title
            words: modelData.words
        }
    }
    KParts {
        items: page.cards ? [] : page.model.parts
    }
}
