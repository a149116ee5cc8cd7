// Parts with a title each, as words that flow on from page to page: at the larger sizes a card may not fit.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

Repeater {
    id: parts

    property var items: [] // of {icon, title, words, tongue}

    function blocks(): var {
        const found = [];
        for (const part of items) {
            found.push({
                text: part.title,
                icon: part.icon,
                title: true,
                tongue: ""
            });
            for (const words of Theme.measure.chunks(part.words, Theme.choicePixels, 400, Theme.contentWidth, 3))
                found.push({
                    text: words,
                    icon: "",
                    title: false,
                    tongue: part.tongue ?? ""
                });
        }
        return found;
    }

    model: blocks()
    delegate: KTitle {
        required property var modelData

        keepWithNext: modelData.title
        flush: modelData.title
        close: false
        icon: modelData.icon
        text: modelData.text
        tongue: modelData.tongue
        pixels: Theme.choicePixels
        weight: modelData.title ? 700 : 400
        color: modelData.title ? Theme.action : Theme.ink
    }
}
