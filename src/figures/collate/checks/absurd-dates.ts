import type { Check, CheckContext, Finding } from './check.ts'
import { rowsOf } from './check.ts'
import { waitingRowsOf } from './import-check-store.ts'
import { within } from './scope-sql.ts'
import { counted, daysText, epochDay, placeName, sourceName } from './wording.ts'

const TABLES = [
  { table: 'ticket', day: 'trading_day', presence: 'quantity' },
  { table: 'box_office', day: 'first_day', presence: 'weight' },
  { table: 'screening', day: 'trading_day', presence: 'weight' },
  { table: 'concession', day: 'sold_day', presence: 'weight' },
  { table: 'stored_value', day: 'day', presence: 'weight' },
] as const

/** Outside: farther from where nearly all days are than those span, and at least a year. */
const YEAR = 366
const DAYS_TO_JUDGE = 20
const FUTURE_DAYS_MAX = 2 * YEAR
/** What stands for a day that is not stated. */
const UNSTATED = 0

type Outside = {
  owner: number
  source: number
  cinema: number
  days: readonly string[]
  facts: readonly string[]
  first: string
  last: string
}

export const absurdDates: Check = {
  id: 'absurd_dates',
  name: 'Dates that cannot be',
  severity: 'warning',
  explanation:
    'Days more than a year outside of those that nearly all figures of their source and cinema belong ' +
    'to, or more than two years ahead: a mistyped year, a till whose clock was reset. Rows with years ' +
    'such as 0216 wait in quarantine and are counted here too. Correct them in the import.',
  needs: ['ticket', 'box_office', 'screening', 'concession', 'stored_value', 'imports'],
  async run(context) {
    const found: Finding[] = []
    for (const one of TABLES) {
      const rows = await outsideOf(context, one)
      found.push(...rows.map((row) => finding(one.table, row, context)))
    }
    return { findings: [...found, ...(await quarantined(context))] }
  },
}

/** All days are looked at, whichever were touched: what is usual shows over the whole. */
function outsideOf(context: CheckContext, { table, day, presence }: (typeof TABLES)[number]) {
  const ahead = epochDay(context.now.toString().slice(0, 10)) + FUTURE_DAYS_MAX
  const key = 'owner, source, cinema'
  const daily = `
    select ${key}, toInt32(toUInt16(${day})) as at, count() as facts from ${table}
    where ${within(context, { cinema: 'cinema', source: 'source' })} and at != ${UNSTATED}
    group by ${key}, at having sum(${presence}) > 0`
  return context.ask<Outside>(`
    select ${key}, groupArray(toString(toDate(at))) as days, groupArray(toString(facts)) as facts,
      toString(toDate(any(least_day))) as first, toString(toDate(any(most_day))) as last
    from (
      select *, greatest(${YEAR}, most_day - least_day) as reach from (${daily}) as d
      inner join (
        select ${key}, quantileExactWeighted(0.02)(at, facts) as least_day,
          quantileExactWeighted(0.98)(at, facts) as most_day, count() as all_days
        from (${daily}) group by ${key}
      ) as usual using (${key})
      where at > ${ahead} or (all_days >= ${DAYS_TO_JUDGE}
        and (at < least_day - reach or at > most_day + reach))
      order by at
    ) group by ${key} order by ${key}`)
}

function finding(table: string, row: Outside, context: CheckContext): Finding {
  const { owner, source, cinema, days, facts } = row
  const [firstDay = '', lastDay = ''] = [days[0], days.at(-1)]
  const all = facts.reduce((sum, one) => sum + Number(one), 0)
  const name = sourceName(context, source)
  const place = cinema === 0 ? '' : placeName(context, cinema)
  return {
    subject: `${table}/${source}/${cinema}`,
    sentence: 'outside',
    say:
      `“${name}”${place === '' ? '' : ` of ${place}`} dates ${counted(all, 'row')} ` +
      `${daysText(firstDay, lastDay)}, though its figures run from ${daysText(row.first, row.last)}: ` +
      'correct the year in the file and import it again.',
    values: {
      source: name,
      cinema: place,
      count: all,
      firstDay,
      lastDay,
      from: row.first,
      to: row.last,
    },
    organisationId: owner,
    sourceId: source,
    ...(cinema !== 0 && { cinemaId: cinema }),
    firstDay,
    lastDay,
    rows: rowsOf(
      ['day', 'facts', 'table'],
      days.map((day, at) => [day, Number(facts[at]), table]),
    ),
  }
}

async function quarantined(context: CheckContext): Promise<readonly Finding[]> {
  const waiting = await waitingRowsOf(context.store, context, 'year_absurd')
  return waiting.map(({ organisationId, importId, fileName, waiting: all, first, rows }) => ({
    subject: `import/${importId}`,
    sentence: 'quarantined',
    say:
      `${counted(all, 'row')} of ${fileName} ${all === 1 ? 'has' : 'have'} a year that cannot be ` +
      `(line ${first}): correct it in the import.`,
    values: { count: all, file: fileName, line: first },
    organisationId,
    importId,
    rows: rowsOf(['line', 'say', 'raw'], rows),
  }))
}
