import { hash64, moneyToWire } from '#kernel'
import type { MoneyWire } from '#kernel/pure'
import type { Reader, Transaction } from '#store'
import type { Check, CheckScope, Finding } from './check.ts'
import type { FindingState, FindingView, Rows, Severity, Value } from './finding.ts'

// What comes back as it was when somebody accepted it stays accepted; other figures open it again. Ids
// are looked up: facts may outlive the cinema or film that they name.
const KEEP = `
  insert into finding (organisation_id, check_id, subject, severity, say, detail, print, cinema_id,
    film_id, source_id, import_id, first_day, last_day, first_seen, last_seen, accepted_at, note)
  select f.organisation, $2, f.subject, f.severity, f.say, f.detail, f.print,
    (select id from cinema where id = f.cinema), (select id from film where id = f.film),
    (select id from source where id = f.source), (select id from import where id = f.import),
    f.first_day, f.last_day, $3, $3, before.accepted_at, coalesce(before.note, '')
  from json_to_recordset($1) as f(organisation integer, subject text, severity text, say text,
    detail json, print text, cinema integer, film integer, source integer, import integer,
    first_day date, last_day date)
  left join lateral (
    select accepted_at, note from finding g
    where g.check_id = $2 and g.subject = f.subject and g.gone_at is not null
      and g.organisation_id is not distinct from f.organisation
      and g.print = f.print and g.accepted_at is not null
    order by id desc limit 1
  ) before on true
  on conflict (coalesce(organisation_id, 0), check_id, subject) where gone_at is null
  do update set severity = excluded.severity, say = excluded.say, detail = excluded.detail,
    print = excluded.print, cinema_id = excluded.cinema_id, film_id = excluded.film_id,
    source_id = excluded.source_id, import_id = excluded.import_id,
    first_day = excluded.first_day, last_day = excluded.last_day, last_seen = excluded.last_seen,
    accepted_at = case when finding.print = excluded.print then finding.accepted_at end`

// Only what the run looked at and did not see: the rest is as it was.
const CLOSE = `
  update finding set gone_at = $2
  where check_id = $1 and gone_at is null and last_seen < $2
    and (organisation_id is null or organisation_id = any($3::integer[]))
    and ($4::date is null or last_day is null or last_day >= $4)
    and ($5::date is null or first_day is null or first_day <= $5)
    and ($6::integer is null or cinema_id = $6)
    and ($7::integer is null or source_id = $7)
    and ($8::integer is null or import_id is null or import_id = $8)`

const ACCEPT = `
  update finding set accepted_at = case when $2 then clock_timestamp() end,
    note = coalesce($3, note)
  where id = $1 and gone_at is null`

/** Named by the state in which a finding is. */
const STATES: Readonly<Record<FindingState, string>> = {
  open: 'f.gone_at is null and f.accepted_at is null',
  accepted: 'f.gone_at is null and f.accepted_at is not null',
  gone: 'f.gone_at is not null',
}

// Where a source's figures are the matter, the newest import of it that speaks of those days.
const VIEWS = `
  select f.*, f.first_day::text as first_day, f.last_day::text as last_day, c.name as cinema,
    s.kind as source_kind, coalesce(f.import_id, (
      select max(i.id) from import i
      where i.source_id = f.source_id and i.state = 'done' and i.accepted > 0
        and (f.cinema_id is null or i.cinema_id is null or i.cinema_id = f.cinema_id)
        and (f.first_day is null
          or (i.first_day <= f.last_day + 14 and i.last_day >= f.first_day - 14)))) as mended_in
  from finding f left join cinema c on c.id = f.cinema_id left join source s on s.id = f.source_id
  where (f.organisation_id is null or f.organisation_id = any($1::integer[]))`

const ORDER = `
  order by array_position(array['error', 'warning', 'notice'], f.severity), f.first_seen desc, f.id`

/** Keeps what a check found, and closes what it looked for and found no more. */
export async function settleFindings(
  transaction: Transaction,
  check: Check,
  scope: CheckScope,
  findings: readonly Finding[],
  at: Date,
): Promise<void> {
  const rows = findings.map((finding) => rowOf(check, finding))
  if (rows.length > 0) await transaction.run(KEEP, JSON.stringify(rows), check.id, at)
  const { owners, from, to, cinemaId, sourceId, importId } = scope
  const narrowed = [from, to, cinemaId, sourceId, importId].map((value) => value ?? null)
  await transaction.run(CLOSE, check.id, at, owners, ...narrowed)
}

type Detail = {
  readonly sentence: string
  readonly values: Readonly<Record<string, Value>>
  readonly money: readonly MoneyWire[]
  readonly rows: Rows
}

function rowOf(check: Check, finding: Finding) {
  const { say, values, rows, sentence = '' } = finding
  const money = (finding.money ?? []).map(moneyToWire)
  const detail: Detail = { sentence, values, money, rows }
  return {
    organisation: finding.organisationId ?? null,
    subject: finding.subject,
    severity: finding.severity ?? check.severity,
    say,
    detail,
    print: hash64(JSON.stringify([say, values, money])).toString(16),
    cinema: finding.cinemaId ?? null,
    film: finding.filmId ?? null,
    source: finding.sourceId ?? null,
    import: finding.importId ?? null,
    first_day: finding.firstDay ?? null,
    last_day: finding.lastDay ?? null,
  }
}

/** Leaves a finding as it is, or opens it again. False where there is none such any more. */
export async function acceptFinding(
  transaction: Transaction,
  id: number,
  accepted: boolean,
  note?: string,
): Promise<boolean> {
  return (await transaction.run(ACCEPT, id, accepted, note ?? null)) > 0
}

export type FindingsAsked = {
  readonly owners: readonly number[]
  readonly state?: FindingState
  readonly check?: string
  readonly cinemaId?: number
  readonly importId?: number
  readonly atMost: number
}

/** Worst first, and of these the newest. */
export async function findingViews(
  reader: Reader,
  { owners, state = 'open', check, cinemaId, importId, atMost }: FindingsAsked,
): Promise<readonly FindingView[]> {
  const sql = `${VIEWS} and ${STATES[state]} and ($2::text is null or f.check_id = $2)
    and ($3::integer is null or f.cinema_id = $3) and ($4::integer is null or f.import_id = $4)
    ${ORDER} limit $5`
  const narrowed = [check ?? null, cinemaId ?? null, importId ?? null]
  return (await reader.rows<ViewRow>(sql, owners, ...narrowed, atMost)).map(view)
}

export async function findingView(
  reader: Reader,
  owners: readonly number[],
  id: number,
): Promise<FindingView | undefined> {
  const row = await reader.row<ViewRow>(`${VIEWS} and f.id = $2`, owners, id)
  return row && view(row)
}

export type FindingCounts = Readonly<Record<Severity | 'accepted', number>>

const COUNTS = `
  select count(*) filter (where severity = 'error' and accepted_at is null)::int as error,
    count(*) filter (where severity = 'warning' and accepted_at is null)::int as warning,
    count(*) filter (where severity = 'notice' and accepted_at is null)::int as notice,
    count(*) filter (where accepted_at is not null)::int as accepted
  from finding where gone_at is null
    and (organisation_id is null or organisation_id = any($1::integer[]))`

export async function findingCounts(
  reader: Reader,
  owners: readonly number[],
): Promise<FindingCounts> {
  const row = await reader.row<FindingCounts>(COUNTS, owners)
  return row ?? { error: 0, warning: 0, notice: 0, accepted: 0 }
}

const BY_CHECK = `
  select check_id as check, count(*)::int as open from finding
  where gone_at is null and accepted_at is null
    and (organisation_id is null or organisation_id = any($1::integer[]))
  group by check_id`

/** How many findings stand open, by the id of their check. */
export async function openByCheck(
  reader: Reader,
  owners: readonly number[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.rows<{ check: string; open: number }>(BY_CHECK, owners)
  return new Map(rows.map(({ check, open }) => [check, open]))
}

type ViewRow = {
  id: number
  organisation_id: number | null
  check_id: string
  severity: Severity
  say: string
  detail: Detail
  cinema_id: number | null
  cinema: string | null
  film_id: number | null
  source_id: number | null
  source_kind: string | null
  mended_in: number | null
  first_day: string | null
  last_day: string | null
  first_seen: Date
  last_seen: Date
  gone_at: Date | null
  accepted_at: Date | null
  note: string
}

function view(row: ViewRow): FindingView {
  const { detail, organisation_id, cinema_id, cinema, film_id, source_id, source_kind } = row
  return {
    id: String(row.id),
    check: row.check_id,
    severity: row.severity,
    state: row.gone_at ? 'gone' : row.accepted_at ? 'accepted' : 'open',
    say: row.say,
    ...detail,
    ...(organisation_id !== null && { organisationId: String(organisation_id) }),
    ...(cinema_id !== null && { cinemaId: String(cinema_id) }),
    ...(cinema !== null && { cinema }),
    ...(film_id !== null && { filmId: String(film_id) }),
    ...(source_id !== null && { sourceId: String(source_id) }),
    ...(source_kind !== null && { sourceKind: source_kind }),
    ...(row.mended_in !== null && { importId: String(row.mended_in) }),
    ...(row.first_day !== null && { firstDay: row.first_day }),
    ...(row.last_day !== null && { lastDay: row.last_day }),
    firstSeenAt: row.first_seen.toISOString(),
    lastSeenAt: row.last_seen.toISOString(),
    ...(row.gone_at && { goneAt: row.gone_at.toISOString() }),
    ...(row.accepted_at && { acceptedAt: row.accepted_at.toISOString() }),
    ...(row.note !== '' && { note: row.note }),
  }
}
