import type { Reader, Transaction } from '#store'
import type { Evidence, MatchKind, MatchState, Verdict } from './match.ts'

/** A pair as it stands: what was weighed, and what was decided of it. */
export type StandingMatch = {
  readonly id: number
  readonly kind: MatchKind
  readonly organisationId: number
  readonly left: number
  readonly right: number
  readonly bits: number
  readonly evidence: readonly Evidence[]
  readonly state: MatchState
  readonly verdict?: Verdict
  readonly how?: 'automatic' | 'by_hand'
  readonly madeAt?: Date
}

/** A pair as a run found it. */
export type FoundMatch = {
  readonly left: number
  readonly right: number
  readonly bits: number
  readonly evidence: readonly Evidence[]
  /** A plain decimal. */
  readonly stake: string
}

export type Of = { readonly organisationId: number; readonly kind: MatchKind }

const LOCK = 'select id from organisation where id = $1 for no key update'
const STATES = `
  select m.id, m.kind, m.organisation_id, m.left_id, m.right_id, m.bits, m.evidence, m.stake,
    d.id as decision_id, d.verdict, d.how, d.made_at,
    case when d.id is not null then 'made'
      when exists (select from match_decision u where u.match_id = m.id and u.undone_by = 'by_hand')
        then 'undone' else 'open' end as state
  from match m left join match_decision d on d.match_id = m.id and d.undone_at is null`
const STANDING = `${STATES} where m.organisation_id = $1 and m.kind = $2`
const BY_ID = `${STATES} where m.id = $1`
const LISTED = `
  select *, count(*) over () as total from (${STATES}
    where m.organisation_id = any($1::integer[]) and ($2::text is null or m.kind = $2)) as standing
  where state = $3
  order by case when state = 'open' then stake end desc, made_at desc, bits desc, id
  limit $4`
const OPEN_COUNT = `
  select count(*)::integer as open from (${STATES} where m.organisation_id = any($1::integer[])) as s
  where state = 'open'`
const KEEP = `
  insert into match (organisation_id, kind, left_id, right_id, bits, evidence, stake)
  select $1, $2, left_id, right_id, bits, evidence::json, stake
  from unnest($3::integer[], $4::integer[], $5::double precision[], $6::text[], $7::numeric[])
    as found (left_id, right_id, bits, evidence, stake)
  on conflict (kind, left_id, right_id)
    do update set bits = excluded.bits, evidence = excluded.evidence, stake = excluded.stake
    where match.bits is distinct from excluded.bits or match.stake is distinct from excluded.stake
      or match.evidence::text is distinct from excluded.evidence::text`
const MAKE = `
  insert into match_decision (match_id, verdict, how, bits, evidence)
  select m.id, 'same', 'automatic', m.bits, m.evidence
  from unnest($2::integer[], $3::integer[]) as made (left_id, right_id)
  join match m on m.kind = $1 and m.left_id = made.left_id and m.right_id = made.right_id
  where not exists (select from match_decision d where d.match_id = m.id and d.undone_at is null)`
const WITHDRAW = `
  update match_decision set undone_at = clock_timestamp(), undone_by = 'automatic'
  where match_id = any($1::integer[]) and undone_at is null and how = 'automatic'`
const FORGET = `
  delete from match m where m.id = any($1::integer[])
    and not exists (select from match_decision d where d.match_id = m.id and d.undone_by = 'by_hand')
    and not exists (select from match_decision d where d.match_id = m.id and d.undone_at is null)`
const UNDO = `
  update match_decision set undone_at = clock_timestamp(), undone_by = 'by_hand'
  where match_id = $1 and undone_at is null`
const DECIDE = `
  insert into match_decision (match_id, verdict, how, bits, evidence)
  select id, $2, 'by_hand', bits, evidence from match where id = $1`

/** One run or decision over an organisation's matches at a time; until the transaction ends. */
export async function lockMatches(transaction: Transaction, organisationId: number): Promise<void> {
  await transaction.rows(LOCK, organisationId)
}

export async function standingMatches(
  reader: Reader,
  { organisationId, kind }: Of,
): Promise<readonly StandingMatch[]> {
  return (await reader.rows<MatchRow>(STANDING, organisationId, kind)).map(readRow)
}

export async function matchById(reader: Reader, id: number): Promise<StandingMatch | undefined> {
  const row = await reader.row<MatchRow>(BY_ID, id)
  return row && readRow(row)
}

/** The first of a state: open ones by money at stake, others the newest first; and how many there are. */
export async function listMatches(
  reader: Reader,
  asked: {
    readonly owners: readonly number[]
    readonly kind: MatchKind | undefined
    readonly state: MatchState
    readonly most: number
  },
): Promise<{ readonly matches: readonly StandingMatch[]; readonly total: number }> {
  const { owners, kind, state, most } = asked
  const values = [owners, kind ?? null, state, most]
  const rows = await reader.rows<MatchRow & { total: bigint }>(LISTED, ...values)
  return { matches: rows.map(readRow), total: Number(rows[0]?.total ?? 0) }
}

export async function openMatches(reader: Reader, owners: readonly number[]): Promise<number> {
  return (await reader.row<{ open: number }>(OPEN_COUNT, owners))?.open ?? 0
}

/** Keeps what was found of pairs; what is decided of them stays. */
export async function keepMatches(
  transaction: Transaction,
  { organisationId, kind }: Of,
  found: readonly FoundMatch[],
): Promise<void> {
  if (found.length === 0) return
  await transaction.run(
    KEEP,
    organisationId,
    kind,
    found.map(({ left }) => left),
    found.map(({ right }) => right),
    found.map(({ bits }) => bits),
    found.map(({ evidence }) => JSON.stringify(evidence)),
    found.map(({ stake }) => stake),
  )
}

/** Makes pairs the same without asking, where nothing is in force; says how many. */
export async function makeMatches(
  transaction: Transaction,
  kind: MatchKind,
  pairs: readonly Pick<FoundMatch, 'left' | 'right'>[],
): Promise<number> {
  if (pairs.length === 0) return 0
  const [left, right] = [pairs.map((pair) => pair.left), pairs.map((pair) => pair.right)]
  return transaction.run(MAKE, kind, left, right)
}

/** Undoes automatic decisions for which the evidence is no longer there; says how many. */
export async function withdrawMatches(
  transaction: Transaction,
  ids: readonly number[],
): Promise<number> {
  return ids.length === 0 ? 0 : transaction.run(WITHDRAW, ids)
}

/** Pairs that are doubtful no more, and of which nobody ever decided anything. */
export async function forgetMatches(
  transaction: Transaction,
  ids: readonly number[],
): Promise<void> {
  if (ids.length > 0) await transaction.run(FORGET, ids)
}

export async function decideByHand(
  transaction: Transaction,
  id: number,
  verdict: Verdict,
): Promise<void> {
  await transaction.run(UNDO, id)
  await transaction.run(DECIDE, id, verdict)
}

/** Undoes the decision in force, by hand; says whether there was one. */
export async function undoDecision(transaction: Transaction, id: number): Promise<boolean> {
  return (await transaction.run(UNDO, id)) > 0
}

type MatchRow = {
  id: number
  kind: MatchKind
  organisation_id: number
  left_id: number
  right_id: number
  bits: number
  evidence: readonly Evidence[]
  state: MatchState
  verdict: Verdict | null
  how: 'automatic' | 'by_hand' | null
  made_at: Date | null
}

function readRow(row: MatchRow): StandingMatch {
  const { id, kind, bits, evidence, state, verdict, how, made_at: madeAt } = row
  return {
    id,
    kind,
    organisationId: row.organisation_id,
    left: row.left_id,
    right: row.right_id,
    bits,
    evidence,
    state,
    ...(verdict && { verdict }),
    ...(how && { how }),
    ...(madeAt && { madeAt }),
  }
}
