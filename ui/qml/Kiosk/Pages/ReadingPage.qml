// Something to read, card by card: the replies to what was said, or the charter.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model
    readonly property bool cards: Theme.step < 2 && !Theme.narrow
    // At the larger sizes a card may be longer than a page: its words flow on instead.
    readonly property var flow: cards ? [] : flowing(model.cards)

    function flowing(cards: var): var {
        const blocks = [];
        for (const card of cards) {
            blocks.push({
                text: card.title,
                title: true
            });
            for (const words of Theme.measure.chunks(card.words, Theme.choicePixels, 400, Theme.contentWidth, 4))
                blocks.push({
                    text: words,
                    title: false
                });
        }
        return blocks;
    }

    hasForward: false
    columns: cards ? 2 : 1
    onBack: model.back()

    KProse {
        heading: true
        close: true
        text: page.model.heading
        pixels: Theme.headingPixels
        weight: 800
    }
    KProse {
        text: page.model.line
        colour: Theme.quiet
    }
    Repeater {
        model: page.cards ? page.model.cards : []
        delegate: KPanel {
            required property var modelData

            picture: modelData.icon
            title: modelData.title
            words: modelData.words
        }
    }
    Repeater {
        model: page.flow
        delegate: KText {
            required property var modelData
            property bool keepWithNext: modelData.title
            property bool close: true

            text: modelData.text
            pixels: Theme.choicePixels
            weight: modelData.title ? 700 : 400
            color: modelData.title ? Theme.action : Theme.ink
        }
    }
}
