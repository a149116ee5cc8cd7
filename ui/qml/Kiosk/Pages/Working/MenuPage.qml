// A page of cards: what there is to do on the wall, which replies to read, which question to answer.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model
    readonly property bool brief: Theme.step > 1 || Theme.narrow || model.cards.length > 6
    readonly property bool titled: model.cards.some(card => card.tongue || card.title.length > 40)

    hasForward: false
    columns: titled ? 1 : brief ? Theme.columnsFor(model.cards.map(card => card.title), Theme.mm(10.5) + 3 * Theme.padding, 2) : Math.ceil(model.cards.length / Math.ceil(model.cards.length / 3))
    onBack: model.back()

    KProse {
        heading: true
        close: true
        text: page.model.heading
        pixels: Theme.headingPixels
        weight: 800
    }
    KProse {
        text: page.model.text
        pixels: page.model.cards.length ? Theme.bodyPixels : Theme.choicePixels
        colour: page.model.cards.length ? Theme.quiet : Theme.ink
    }
    Repeater {
        model: page.model.cards
        delegate: KCard {
            required property var modelData

            name: modelData.spoken
            title: modelData.title
            summary: modelData.summary
            icon: modelData.icon
            letter: modelData.letter
            tongue: modelData.tongue
            brief: page.brief || page.titled
            onPressed: page.model.choose(modelData.id)
        }
    }
}
