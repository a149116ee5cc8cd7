// One question a page: its words are the heading; the control under it depends on what is asked.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model
    readonly property bool chooses: model.choices.length > 0
    readonly property real choiceChrome: Theme.choiceChrome + (model.pictured ? Theme.tileExtent + Theme.padding : 0)
    readonly property bool scaled: model.scale && fitsAsScale()
    readonly property bool numerals: model.kind === "range" && !model.pictured
    readonly property int scaleLines: scaled && !numerals ? Math.max(...model.choices.map(choice => lines(choice.label, wide(model.choices.length) - 2 * Theme.tight))) : 1

    function wide(columns: int): real {
        return (Theme.contentWidth - (columns - 1) * Theme.gap) / columns;
    }
    // A scale stands as one row of tall cards where its longest word fits into one.
    function fitsAsScale(): bool {
        const room = wide(model.choices.length);
        const words = model.choices.map(choice => choice.label).join(" ").split(" ");
        if (!numerals)
            return Theme.step < 2 && words.every(word => Theme.measure.width(word, Theme.choicePixels, 700) <= room - 3 * Theme.tight);
        return room >= Theme.mainTarget && words.every(word => Theme.measure.width(word, Theme.numberPixels, 800) <= room - 3 * Theme.tight);
    }
    function lines(label: string, room: real): int {
        return Theme.measure.chunks(label, Theme.choicePixels, 700, room, 1).length;
    }
    function columnsFor(): int {
        const count = model.choices.length;
        const across = Math.min(3, model.fields.length);
        if (across > 1)
            return model.fields.every(field => Theme.measure.width(field.label, Theme.bodyPixels, 400) <= wide(across)) ? across : 1;
        if (scaled)
            return count;
        const asked = Math.min(model.columns, count);
        if (asked < 2 && (model.columns === 1 || count < (Theme.step > 1 ? 2 : 4)))
            return 1;
        const most = columns => Math.max(...model.choices.map(choice => lines(choice.label, wide(columns) - choiceChrome)));
        const whole = columns => model.choices.every(choice => choice.label.split(" ").every(word => Theme.measure.width(word, Theme.choicePixels, 700) <= wide(columns) - choiceChrome));
        for (let columns = asked; columns > 1; columns--)
            if (whole(columns))
                return columns;
        for (let columns = Math.min(count > 6 ? 4 : 2, count); columns > 1; columns--)
            if (most(columns) === 1 || columns === 2 && Theme.step < 2 && most(2) === 2 && whole(2))
                return Math.ceil(count / Math.ceil(count / columns));
        return 1;
    }

    columns: columnsFor()
    continued: chooses ? qsTr("Choices %1–%2 of %3") : ""
    returnName: qsTr("Question")
    sideName: model.skippable ? qsTr("Skip") : ""
    onForward: model.forward()
    onBack: model.back()
    onSide: model.skip()

    KProse {
        heading: true
        close: true
        text: page.model.label
        tongue: page.model.tongue
        pixels: Theme.headingPixels
        weight: 800
        room: Theme.bodyHeight - (page.chooses || page.model.writes ? Theme.choiceHeight + Theme.gap : 0)
    }
    KProblem {
        id: problem

        name: page.model.problem
    }
    Connections {
        target: page.model

        function onRefused() {
            page.current = 0;
            problem.take();
        }
    }
    KProse {
        text: page.model.hint
        colour: Theme.quiet
        close: true
    }
    KProse {
        text: page.model.guide
        colour: Theme.quiet
        close: true
    }
    KProse {
        text: page.model.warning
        colour: Theme.quiet
        close: true
    }
    KPicture {
        wanted: page.model.picture !== ""
        source: page.model.picture
        words: page.model.label
    }
    Repeater {
        model: page.model.seeks ? page.model.fields : []
        delegate: KLabelledField {
            required property var modelData

            label: modelData.label
            name: modelData.label || page.model.label
            text: modelData.text
            onPressed: page.model.typeIn(modelData.id)
            onEntered: page.model.typeIn(modelData.id)
            onEdited: text => page.model.write(modelData.id, text)
        }
    }
    KProse {
        text: page.model.told
        colour: Theme.quiet
        close: true
    }
    Repeater {
        model: page.scaled ? page.model.choices : []
        delegate: KScalePoint {
            required property var modelData

            name: modelData.label
            picture: modelData.picture
            lines: page.scaleLines
            numeral: page.numerals
            chosen: page.model.chosen.includes(modelData.name)
            onPressed: page.model.choose(modelData.name)
        }
    }
    Repeater {
        model: page.scaled ? [] : page.model.choices
        delegate: KChoice {
            required property var modelData
            required property int index

            name: page.model.names[index] ?? modelData.label
            picture: modelData.picture
            several: page.model.several
            bare: page.model.bare
            chosen: page.model.chosen.includes(modelData.name)
            onPressed: page.model.choose(modelData.name)
        }
    }
    KStepper {
        wanted: page.model.kind === "range" && !page.chooses
        name: page.model.label
        text: page.model.value || "–"
        onLess: page.model.step(-1)
        onMore: page.model.step(1)
    }
    KDrawing {
        id: drawing

        wanted: page.model.draws
        ratio: page.model.kind === "signature" ? 3 : 1.8
        wrong: page.model.problem !== ""
        path: page.model.draws ? page.model.value : ""
        acts: page.model.acts
        onDrawn: path => page.model.draw(path)
        onActed: id => page.model.act(id)
    }
    Repeater {
        model: page.model.seeks ? [] : page.model.fields
        delegate: KLabelledField {
            required property var modelData

            label: modelData.label
            name: modelData.label || page.model.label
            text: modelData.text
            severalLines: modelData.severalLines
            secret: page.model.personal && !page.model.voice.details
            wrong: page.model.problem !== ""
            onPressed: page.model.typeIn(modelData.id)
            onEntered: page.model.typeIn(modelData.id)
            onEdited: text => page.model.write(modelData.id, text)
        }
    }
    Repeater {
        model: page.model.draws && drawing.beside ? [] : page.model.acts
        delegate: KButton {
            required property var modelData
            readonly property bool beside: true
            readonly property real widest: Math.min(implicitWidth, Theme.contentWidth)

            name: modelData.label
            icon: modelData.icon
            pixels: Theme.choicePixels
            onPressed: page.model.act(modelData.id)
        }
    }
    KDetailsAloud {
        asked: page.model.personal
        voice: page.model.voice
    }
    KButton {
        property bool wanted: page.model.noticed
        readonly property real widest: Math.min(implicitWidth, Theme.contentWidth)

        name: qsTr("How we look after your details")
        icon: "info"
        kind: "quiet"
        pixels: Theme.bodyPixels
        onPressed: page.model.readNotice()
    }
}
