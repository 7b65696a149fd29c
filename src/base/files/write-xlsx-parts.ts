/** The parts of a workbook that are the same in each, as ECMA-376 says them. */
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const CONTENT_TYPES =
  `${XML}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet2.xml" ContentType="${TYPES}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`

export const PACKAGE_LINKS =
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

export const BOOK_LINKS =
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
  `<Relationship Id="rId2" Type="${OFFICE}/worksheet" Target="worksheets/sheet2.xml"/>` +
  `<Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`

/** Names as they may stand in XML. */
export const BOOK = (rows: string, about: string) =>
  `${XML}<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets>` +
  `<sheet name="${rows}" sheetId="1" r:id="rId1"/>` +
  `<sheet name="${about}" sheetId="2" r:id="rId2"/></sheets></workbook>`

/** Formats of cells; `s` of a cell is the place in `cellXfs`. */
const FORMATS = [
  ['General'],
  ['General', 'head'],
  ['yyyy\\-mm\\-dd'],
  ['yyyy\\-mm\\-dd\\ hh:mm:ss'],
  ['#,##0'],
  ['0.0%'],
  ['#,##0.00'],
  ['#,##0.000'],
  ['#,##0.0000'],
  ['0.00'],
  ['General', 'wrapped'],
] as const

const CUSTOM = 164

export const STYLES =
  `${XML}<styleSheet xmlns="${SHEETS}"><numFmts count="${FORMATS.length}">` +
  FORMATS.map(([code], at) => `<numFmt numFmtId="${CUSTOM + at}" formatCode="${code}"/>`).join('') +
  '</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${FORMATS.length}">` +
  FORMATS.map(([code, look], at) => {
    const number = code === 'General' ? 0 : CUSTOM + at
    const font = look === 'head' ? ' applyFont="1"' : ''
    const wrap =
      look === undefined
        ? '/>'
        : ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    return (
      `<xf numFmtId="${number}" fontId="${look === 'head' ? 1 : 0}" fillId="0" borderId="0" xfId="0"` +
      ` applyNumberFormat="1"${font}${wrap}`
    )
  }).join('') +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '</styleSheet>'
