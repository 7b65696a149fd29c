import { fileSize } from '../file-size.ts'
import type { Texts } from '../texts/text.tsx'
import { useText } from '../texts/text.tsx'
import type { FileView, Reading, ReadingWish } from '../wire/imports.ts'
import { FactChoice } from './fact-choice.tsx'

const ENCODINGS: Readonly<Record<NonNullable<Reading['encoding']>, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB18030',
  'tis-620': 'TIS-620',
  'windows-1252': 'Windows-1252',
  big5: 'Big5',
  shift_jis: 'Shift JIS',
  'euc-kr': 'EUC-KR',
}

const FORMATS: Readonly<Record<Reading['format'], string>> = {
  csv: 'CSV',
  json: 'JSON',
  ndjson: 'NDJSON',
  xlsx: 'XLSX',
  xls: 'XLS',
  parquet: 'Parquet',
}

const HEADER_LINES_MAX = 40

type FileFactsProps = {
  readonly file: FileView
  readonly wish: ReadingWish
  readonly onWish: (wish: ReadingWish) => void
  /** "Europe/Dublin" and "EUR, decimal comma", where they are settled. */
  readonly timezone: string | undefined
  readonly amounts: string | undefined
}

/** How the file is read, each part of it to be corrected: what changes is read anew at once. */
export function FileFacts({ file, wish, onWish, timezone, amounts }: FileFactsProps) {
  const texts = useText()
  const { t, lang } = texts
  const { reading } = file
  const change = (changed: ReadingWish) => onWish({ ...wish, ...changed })
  return (
    <ul className="file-facts">
      <li>{fileSize(file.bytes, lang)}</li>
      {reading?.compression && <li>{reading.compression}</li>}
      {reading && <ReadAs reading={reading} texts={texts} onChange={change} />}
      <Tables file={file} onChange={change} />
      {reading?.headerLine !== undefined && (
        <li>
          <FactChoice
            label={t('fileHeader')}
            value={String(reading.headerLine)}
            shown={reading.headerLine === 0 ? t('fileHeaderNone') : String(reading.headerLine)}
            items={[
              { id: '0', name: t('fileHeaderNone') },
              ...Array.from({ length: HEADER_LINES_MAX }, (_, at) => ({
                id: String(at + 1),
                name: String(at + 1),
              })),
            ]}
            onChange={(line) => change({ headerLine: Number(line) })}
          />
        </li>
      )}
      {timezone && (
        <li>
          {t('timesIn')} <b>{timezone}</b>
        </li>
      )}
      {amounts && (
        <li>
          {t('amountsIn')} <b>{amounts}</b>
        </li>
      )}
    </ul>
  )
}

type ReadAsProps = {
  readonly reading: Reading
  readonly texts: Texts
  readonly onChange: (wish: ReadingWish) => void
}

/** Text has an encoding and, as CSV, a separator; other formats say all of that themselves. */
function ReadAs({ reading, texts: { t }, onChange }: ReadAsProps) {
  const { format, encoding, separator } = reading
  const separators = [
    { id: ',', name: t('separator_comma') },
    { id: ';', name: t('separator_semicolon') },
    { id: '\t', name: t('separator_tab') },
    { id: '|', name: t('separator_pipe') },
  ]
  const named = separators.find(({ id }) => id === separator)?.name ?? separator
  return (
    <>
      <li>
        {encoding === undefined ? (
          <>
            {t('encoding')} <b>{FORMATS[format]}</b>
          </>
        ) : (
          <FactChoice
            label={t('encoding')}
            value={encoding}
            shown={`${FORMATS[format]}, ${ENCODINGS[encoding]}`}
            items={Object.entries(ENCODINGS).map(([id, name]) => ({ id, name }))}
            onChange={(id) => {
              const chosen = Object.keys(ENCODINGS).find((one) => one === id)
              if (isEncoding(chosen)) onChange({ encoding: chosen })
            }}
          />
        )}
      </li>
      {separator !== undefined && (
        <li>
          <FactChoice
            label={t('separator')}
            value={separator}
            shown={named ?? ''}
            items={separators}
            onChange={(chosen) => onChange({ separator: chosen })}
          />
        </li>
      )}
    </>
  )
}

function isEncoding(id: string | undefined): id is NonNullable<Reading['encoding']> {
  return id !== undefined && id in ENCODINGS
}

type TablesProps = {
  readonly file: FileView
  readonly onChange: (wish: ReadingWish) => void
}

/** Of a zip the file, of a workbook the sheet, of a document where its rows stand. */
function Tables({ file, onChange }: TablesProps) {
  const { t } = useText()
  const { reading, tables = [] } = file
  if (!reading) return null
  const parts = [
    ['member', t('fileMember')],
    ['sheet', t('fileSheet')],
    ['path', t('filePath')],
  ] as const
  return parts.map(([part, label]) => {
    const now = reading[part]
    if (now === undefined) return null
    const others = [now, ...tables.flatMap((table) => table[part] ?? [])]
    const items = [...new Set(others)].map((name) => ({ id: name, name }))
    return (
      <li key={part}>
        {items.length < 2 ? (
          <>
            {label} <b>{now}</b>
          </>
        ) : (
          <FactChoice
            label={label}
            value={now}
            shown={now}
            items={items}
            onChange={(chosen) => onChange({ [part]: chosen })}
          />
        )}
      </li>
    )
  })
}
