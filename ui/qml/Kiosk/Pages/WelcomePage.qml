// Where everybody begins: who is asking, and what there is to do.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model

    hasBack: false
    hasForward: false
    columns: Theme.narrow ? 1 : Theme.step === 0 ? 3 : 2
    footnote: count === 1 && Theme.step === 0 ? model.footnote : ""

    KProse {
        text: Theme.titleShown ? "" : page.model.title
        weight: 700
        close: true
    }
    KProse {
        text: Theme.titleShown ? "" : page.model.organiser
        colour: Theme.quiet
    }
    KProse {
        text: page.model.notice
        colour: Theme.stop
        weight: 700
    }
    KProse {
        heading: true
        text: qsTr("What would you like to do?")
        pixels: Theme.headingPixels
        weight: 800
    }
    Repeater {
        model: page.model.cards
        delegate: KCard {
            required property var modelData

            name: modelData.spoken
            title: modelData.title
            summary: modelData.summary
            label: modelData.rung
            icon: modelData.icon
            onPressed: page.model.choose(modelData.id)
        }
    }
    KProse {
        text: page.footnote ? "" : page.model.footnote
        colour: Theme.quiet
    }
}
