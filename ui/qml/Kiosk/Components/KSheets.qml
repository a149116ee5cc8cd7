// Deals rows out to sheets by height: none cut, none left with one word where it can be helped.
import QtQuick

QtObject {
    property real full: 0 // px from top to foot
    property real footer: 0 // px that the page's buttons take at the foot
    property real alone: 0 // px taken there where everything is on one sheet
    property real height: 0 // px that a sheet holds
    property real headerHeight: 0 // px taken above the choices of a later sheet
    property bool evenly: true

    // Sheets of rows, each row with its y and height on its sheet, in px.
    function deal(rows: var): var {
        height = full - alone;
        let sheets = cut(rows, false);
        if (sheets.length > 1) {
            height = full - footer;
            const dealt = cut(rows, true);
            if (dealt.length > 1) // else all would fit beside the buttons, but not without them
                sheets = dealt;
        }
        for (let place = 1; evenly && place < sheets.length; place++)
            if (place === sheets.length - 1 || sheets[place + 1].rows[0].fresh)
                share(sheets[place - 1], sheets[place]);
        grow(sheets);
        return sheets;
    }
    // As many rows to a sheet as it holds; a heading stays with what follows it, or begins the next sheet of several.
    function cut(rows: var, several: bool): var {
        const sheets = [];
        let sheet = null;
        rows.forEach((row, place) => {
            const next = rows[place + 1];
            const kept = row.keep && next ? row.after + next.height : 0;
            const needed = row.height + (row.height + kept <= height ? kept : 0);
            // Where headings alone would be left behind, they keep this one instead of what follows it.
            const least = sheet?.rows.every(above => above.keep) ? row.height : needed;
            if (sheet === null || sheet.bottom + least > height || several && row.fresh) {
                sheet = {
                    rows: [],
                    later: sheets.length > 0
                };
                sheets.push(sheet);
            }
            sheet.rows.push(row);
            lay(sheet);
        });
        return sheets;
    }
    function lay(sheet: var) {
        sheet.bottom = sheet.later && sheet.rows[0].cells ? headerHeight : 0;
        for (const row of sheet.rows) {
            row.y = sheet.bottom;
            sheet.used = row.y + row.height;
            sheet.bottom = sheet.used + row.after;
        }
    }
    // The last sheet is not left with one word: the one before gives it of its own,
    // but never the first choices under its heading, nor what a fresh heading begins.
    function share(before: var, last: var) {
        if (before.rows[0].fresh || last.rows[0].fresh)
            return;
        for (let place = before.rows.length - 1; place > 0 && last.used < 0.45 * height; place--) {
            const row = before.rows[place];
            const above = before.rows[place - 1];
            if (last.used > 0.3 * height && last.used + row.height > row.y)
                return; // it has enough: what comes first is worth more
            if (above.keep || row.cells && !above.cells || row.y < 0.4 * height || last.used + row.height + row.after + headerHeight > before.used)
                return;
            last.rows.unshift(before.rows.pop());
            lay(before);
            lay(last);
        }
    }
    // What is left at the foot goes to the rows that may be taller, the same to each on every sheet.
    function grow(sheets: var) {
        const shares = sheets.map(sheet => {
            const able = sheet.rows.filter(row => row.tallest > row.height).length;
            return able ? Math.floor((height - sheet.used) / able) : Infinity;
        });
        const most = Math.max(0, Math.min(...shares));
        for (const sheet of sheets) {
            let lower = 0;
            for (const row of sheet.rows) {
                const more = Math.max(0, Math.min(most, row.tallest - row.height));
                row.y += lower;
                row.height += more;
                lower += more;
            }
        }
    }
}
