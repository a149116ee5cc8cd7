// A page of the team's, of whatever its model has: words, rows, fields, choices, progress and buttons.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model

    readonly property var names: model.choices.map(choice => choice.name).concat(model.choices.map(choice => choice.note))
    readonly property var buttons: model.actions.map(action => action.name)
    // A long value goes on in rows of its own, so that each part of the page holds what it can.
    readonly property var rows: [].concat(...model.rows.map(row => row.dots >= 0 || (row.value.length < 120 && Theme.step < 2) ? [row] : parted(row)))
    readonly property int beside: Theme.columnsFor(buttons, Theme.choiceChrome, 2)

    // Fields, and before one the words that it stands beside where both do not fit side by side.
    function entries(): var {
        const wide = Math.min(Theme.contentWidth, Theme.mm(220));
        const half = (wide - 2 * Theme.gap) / 2;
        const line = Theme.linePixels(Theme.bodyPixels);
        const found = [];
        for (const field of model.fields) {
            const lines = field.beside ? Theme.measure.chunks(field.beside, Theme.bodyPixels, 400, half, 1).length : 0;
            const halves = Theme.step < 2 && lines * line < Theme.bodyHeight * 0.6;
            if (!halves)
                for (const words of Theme.measure.chunks(field.beside, Theme.bodyPixels, 400, wide, Math.floor(Theme.bodyHeight * 0.8 / line)))
                    found.push(Object.assign({}, field, {
                        bare: true,
                        beside: words
                    }));
            found.push(Object.assign({}, field, {
                bare: false,
                beside: halves ? field.beside : ""
            }));
        }
        return found;
    }

    hasBack: model.hasBack
    hasForward: model.forwardName !== ""
    forwardName: model.forwardName
    forwardIcon: model.forwardIcon
    columns: names.length ? Theme.columnsFor(names, Theme.choiceChrome, model.extra.columns ?? 2) : beside
    sideName: model.sideName
    sideIcon: "continue"
    onSide: model.aside()
    onBack: model.back()
    onForward: model.forward()
    Keys.onPressed: event => {
        const ways = new Map([[Qt.Key_PageDown, "next"], [Qt.Key_PageUp, "previous"], [Qt.Key_Home, "first"], [Qt.Key_End, "last"]]);
        event.accepted = ways.has(event.key);
        if (event.accepted && !event.isAutoRepeat)
            page.model.leaf(ways.get(event.key));
    }

    function parted(row: var): var {
        const large = Theme.step > 1; // its value stands under its label
        const over = large ? Theme.measure.chunks(row.label, Theme.bodyPixels, 700, Theme.contentWidth * 0.9, 1).length : 0;
        const line = Theme.lineOf(Theme.bodyPixels, Theme.scriptOf(row.tongue));
        const most = Math.max(1, Math.floor(Theme.bodyHeight * (large ? 0.8 : 0.6) / line) - over);
        const pieces = Theme.measure.chunks(row.value, Theme.bodyPixels, 400, Theme.contentWidth * (large ? 0.9 : 0.55), most);
        return pieces.length < 2 ? [row] : pieces.map((piece, place) => Object.assign({}, row, {
                label: place ? "" : row.label,
                value: piece,
                tone: place ? "" : row.tone
            }));
    }
    data: [
        KDropArea {
            enabled: page.model.takesFiles
            onTaken: urls => page.model.dropped(urls)
        }
    ]

    KProse {
        heading: true
        close: true
        text: page.model.heading
        pixels: Theme.headingPixels
        weight: 800
    }
    KProse {
        text: page.model.said
        pixels: Theme.choicePixels
        weight: 700
        colour: Theme.stop
    }
    KProse {
        text: page.model.text
        tongue: page.model.textTongue
        pixels: Theme.choicePixels
    }
    Repeater {
        model: page.entries()
        delegate: KWordField {
            required property var modelData

            label: modelData.label
            text: modelData.text
            hidden: modelData.hidden
            severalLines: modelData.severalLines
            beside: modelData.beside
            besideTongue: modelData.besideLanguage
            note: modelData.note
            wrong: modelData.wrong
            tongue: modelData.language
            bare: modelData.bare
            onPressed: page.model.edit(modelData.id)
            onEdited: text => page.model.write(modelData.id, text)
            onEntered: text ? page.model.entered(modelData.id) : page.model.edit(modelData.id)
        }
    }
    KProgress {
        share: page.model.progress
    }
    Repeater {
        model: page.model.choices
        delegate: KChoice {
            required property var modelData

            name: modelData.note ? modelData.name + ", " + modelData.note : modelData.name
            words: modelData.name
            note: modelData.note
            picture: modelData.picture
            chosen: modelData.chosen
            several: modelData.several
            leads: modelData.leads
            onPressed: page.model.choose(modelData.id)
        }
    }
    Repeater {
        model: page.rows
        delegate: KRow {
            required property var modelData
            required property int index

            label: modelData.label
            value: modelData.value
            tone: modelData.tone
            dots: modelData.dots
            tongue: modelData.tongue
            flush: index < page.rows.length - 1
        }
    }
    KProse {
        text: page.model.tail
        colour: Theme.quiet
    }
    Repeater {
        model: page.model.actions
        delegate: KButton {
            required property var modelData
            readonly property bool beside: !cell
            readonly property bool cell: page.columns > 1 && page.beside > 1
            readonly property real widest: cell ? Theme.contentWidth : Math.min(Math.max(implicitWidth, Theme.mm(70)), Theme.contentWidth)
            readonly property int tallest: implicitHeight

            name: modelData.name
            icon: modelData.icon
            kind: modelData.kind
            room: cell ? (Theme.contentWidth - Theme.gap) / 2 : Theme.contentWidth
            onPressed: page.model.act(modelData.id)
        }
    }
}
