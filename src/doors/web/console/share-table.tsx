import type { AnswerRow } from '#metrics/pure'
import { UNKNOWN } from '../shared/numbers.ts'
import { ShareBar } from './parts/share-bar.tsx'
import { useText } from './texts/text.tsx'
import { moneyOf, numberOf, sizeOf } from './wire/rows.ts'

export type ShareRow = { readonly key: string; readonly name: string; readonly row: AnswerRow }

type ShareTableProps = {
  /** What the rows are: the head of their names. */
  readonly head: string
  readonly rows: readonly ShareRow[]
  /** Of which the shares are taken. */
  readonly whole: number | undefined
}

/** Names with gross, admissions and their share of the money. */
export function ShareTable({ head, rows, whole }: ShareTableProps) {
  const { t, numbers } = useText()
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="figure">
            {t('gross')}
          </th>
          <th scope="col" className="figure">
            {t('admissions')}
          </th>
          <th scope="col" className="figure share-head">
            {t('moneyShare')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, row }) => {
          const gross = moneyOf(row, 'gross')
          return (
            <tr key={key}>
              <th scope="row" className="cell-name">
                {name}
              </th>
              <td className="figure cell-lead">{gross ? numbers.money(gross) : UNKNOWN}</td>
              <td className="figure cell-note">
                {numbers.count(numberOf(row, 'admissions') ?? 0)}
                <span className="narrow-inline"> {t('admissionsLower')}</span>
              </td>
              <ShareCell row={row} whole={whole} />
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

type ShareCellProps = { readonly row: AnswerRow; readonly whole: number | undefined }

/** A row's part of the gross. */
export function ShareCell({ row, whole }: ShareCellProps) {
  const { numbers } = useText()
  const size = sizeOf(row, 'gross')
  const share = whole && size !== undefined ? size / whole : undefined
  return (
    <td className="figure cell-share">
      {share !== undefined && <ShareBar share={share} />}
      <span>{share === undefined ? UNKNOWN : numbers.percent(share)}</span>
    </td>
  )
}
