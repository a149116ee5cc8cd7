// A table by pages: rows to open, and at the foot the ways back, to find, and to the pages before and after.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme
import Kiosk.Components

FocusScope {
    id: page

    required property var model

    readonly property var table: model.extra.table ?? ({})
    readonly property int count: 1
    readonly property string spoken: [model.heading, model.said, line.text].filter(words => words).join("\n")

    signal arrived(string spoken)

    function restart() {
        page.forceActiveFocus();
        announce.restart();
    }
    function stepOut(): bool {
        if (!page.model.hasBack)
            return false;
        page.model.back();
        return true;
    }
    function mark(_start: int, _length: int, _word: string) {
    }

    anchors.fill: parent
    Component.onCompleted: restart()
    Keys.onPressed: event => {
        const ways = new Map([[Qt.Key_PageDown, "next"], [Qt.Key_PageUp, "previous"], [Qt.Key_Home, "first"], [Qt.Key_End, "last"]]);
        event.accepted = ways.has(event.key);
        if (event.accepted)
            page.model.leaf(ways.get(event.key));
    }

    Timer {
        id: announce

        interval: 0
        onTriggered: page.arrived(page.spoken)
    }
    Timer {
        id: counted

        interval: 0
        running: true
        onTriggered: page.model.fit(grid.fits)
    }
    KText {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.margin
        text: Theme.measure.fitted(page.model.heading, Theme.headingPixels, 800, width)
        pixels: Theme.headingPixels
        weight: 800
        wrapMode: Text.NoWrap
        Accessible.role: Accessible.Heading
        Accessible.name: page.model.heading
    }
    KText {
        id: line

        anchors.left: head.left
        anchors.right: head.right
        anchors.top: head.top
        anchors.topMargin: head.tall + Theme.tight
        readonly property string columns: grid.whole ? "" : qsTr("Columns %1 to %2 of %3").arg(Theme.number(grid.first + 1)).arg(Theme.number(grid.after)).arg(Theme.number(grid.columns.length))
        readonly property string all: [page.table.line, columns].filter(words => words).join(" · ")

        text: page.model.said || (Theme.measure.width(all, Theme.bodyPixels, 400) <= width ? all : page.table.line ?? "")
        color: page.model.said ? Theme.stop : Theme.quiet
    }
    KTable {
        id: grid

        anchors.left: head.left
        anchors.right: head.right
        anchors.top: line.top
        anchors.topMargin: line.tall + Theme.tight
        anchors.bottom: bar.top
        anchors.bottomMargin: Theme.gap
        columns: page.table.columns ?? []
        rows: page.table.rows ?? []
        onFitsChanged: counted.restart()
        onOpened: key => page.model.openRow(key)
    }
    Row {
        id: bar

        // Where the words of all do not fit, these are pictures alone, in this order.
        readonly property var order: [back, before, more, after, find]
        readonly property int bared: order.findIndex((_, count) => wide(count) <= width + spacing)

        function wide(count: int): real {
            return order.reduce((sum, one, place) => sum + (one.visible ? (place < count ? one.bareWidth : one.wordyWidth) + spacing : 0), 0);
        }
        function bare(button: var): bool {
            return bared < 0 || order.indexOf(button) < bared;
        }

        anchors.left: head.left
        anchors.right: head.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 2 * Theme.tight
        height: Theme.mainTarget
        spacing: Theme.gap

        KButton {
            id: back

            height: parent.height
            visible: page.model.hasBack
            name: qsTr("Back")
            icon: "back"
            directed: true
            iconOnly: bar.bare(back)
            onPressed: page.model.back()
        }
        KButton {
            id: find

            height: parent.height
            visible: page.table.findName !== ""
            name: page.table.findName ?? ""
            icon: "search"
            iconOnly: bar.bare(find)
            onPressed: page.model.act("find")
        }
        KButton {
            id: more

            height: parent.height
            visible: !grid.whole
            name: qsTr("More columns")
            icon: "continue"
            directed: true
            iconOnly: bar.bare(more)
            onPressed: grid.first = grid.after >= grid.columns.length ? 0 : grid.after
        }
        KButton {
            id: before

            height: parent.height
            visible: (page.table.pages ?? 1) > 1
            name: qsTr("Previous")
            icon: "up"
            iconOnly: bar.bare(before)
            onPressed: page.model.leaf("previous")
        }
        KButton {
            id: after

            height: parent.height
            visible: before.visible
            name: qsTr("Next")
            icon: "more"
            iconOnly: bar.bare(after)
            onPressed: page.model.leaf("next")
        }
    }
}
