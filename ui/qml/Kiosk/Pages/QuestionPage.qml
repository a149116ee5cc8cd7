// One question a page: its words are the heading; the control under it depends on what is asked.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

KPage {
    id: page

    required property var model
    readonly property bool chooses: model.choices.length > 0
    readonly property real widestChoice: model.choices.reduce((widest, choice) => Math.max(widest, Theme.measure.width(choice.label, Theme.choicePixels, 700)), 0)
    readonly property real choiceChrome: Theme.mm(8.8) + 3 * Theme.padding + (model.pictured ? Theme.mm(12.5) + Theme.padding : 0)

    function columnsFor(): int {
        if (model.fields.length > 1)
            return Theme.narrow || Theme.step > 2 ? 1 : Math.min(3, model.fields.length);
        const count = model.choices.length;
        if (Theme.step > 1 || Theme.narrow || count < 4)
            return 1;
        const most = model.kind === "range" ? 6 : count > 6 ? 4 : 2;
        for (let columns = Math.min(most, count); columns > 1; columns--)
            if ((Theme.contentWidth - (columns - 1) * Theme.gap) / columns >= widestChoice + choiceChrome)
                return Math.ceil(count / Math.ceil(count / columns));
        return 1;
    }

    columns: columnsFor()
    continued: qsTr("Choices %1–%2 of %3")
    returnName: qsTr("Question")
    sideName: model.skippable ? qsTr("Skip") : ""
    onForward: model.forward()
    onBack: model.back()
    onSide: model.skip()

    KProse {
        heading: true
        close: true
        text: page.model.label
        pixels: Theme.headingPixels
        weight: 800
        room: Theme.bodyHeight - (page.chooses || page.model.writes ? Theme.choiceHeight + Theme.gap : 0)
    }
    KProse {
        text: page.model.problem
        colour: Theme.stop
        weight: 700
        close: true
    }
    KProse {
        text: page.model.hint
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
        model: page.model.choices
        delegate: KChoice {
            required property var modelData

            name: modelData.label
            picture: modelData.picture
            several: page.model.several
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
    Repeater {
        model: page.model.fields
        delegate: KLabelledField {
            required property var modelData

            label: modelData.label
            name: modelData.label || page.model.label
            text: modelData.text
            severalLines: modelData.severalLines
            wrong: page.model.problem !== ""
            onPressed: page.model.typeIn(modelData.id)
            onEdited: text => page.model.write(modelData.id, text)
        }
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
