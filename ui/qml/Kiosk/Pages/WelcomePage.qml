// Where everybody begins: who is asking, and what there is to do.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model

    readonly property bool brief: Theme.step > 1 || Theme.narrow
    readonly property var asking: [!Theme.titleShown ? model.title : "", !Theme.lineShown ? model.organiser : "", model.notice.replace("\n", " ")].filter(words => words)

    hasBack: false
    hasForward: false
    evenly: false
    columns: brief ? Theme.columnsFor(model.cards.map(card => card.title), Theme.mm(10.5) + 3 * Theme.padding, 2) : 3
    footnote: model.footnote

    KProse {
        text: page.brief ? "" : page.asking.join("\n")
        weight: 700
        colour: Theme.quiet
        close: true
        widest: Theme.contentWidth
    }
    KProse {
        heading: true
        close: !page.brief
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
            brief: page.brief
            onPressed: page.model.choose(modelData.id)
        }
    }
    KProse {
        text: page.brief ? page.asking.join("\n") : ""
        weight: 700
        close: true
    }
    KProse {
        spare: true
        text: page.model.footnote
        colour: Theme.quiet
    }
}
