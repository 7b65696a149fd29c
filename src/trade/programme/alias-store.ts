import type { Migration, Reader, Transaction } from '#store'

export type AliasKind = 'film' | 'cinema'

/** What stands for what: a member's id and the id of its group. Whoever is in no group has no entry. */
export type Aliases = {
  readonly film: ReadonlyMap<number, number>
  readonly cinema: ReadonlyMap<number, number>
}

export const NO_ALIASES: Aliases = { film: new Map(), cinema: new Map() }

/** Films or cinemas that are one: all of them, and the one whose name they go by. */
export type AliasGroup = {
  /** The smallest of its members. */
  readonly id: number
  readonly members: readonly number[]
  readonly namedBy: number
}

export const ALIAS_MIGRATIONS: readonly Migration[] = [
  {
    id: 'programme-alias-1',
    sql: `
-- Films and cinemas that are one in every answer. Facts keep the ids they came with.
create table alias_group (
  kind text not null check (kind in ('film', 'cinema')),
  -- Its smallest member.
  id integer not null,
  organisation_id integer not null references organisation on delete cascade,
  -- The member whose name it goes by.
  named_by integer not null,
  primary key (kind, id)
);
create table alias (
  kind text not null,
  member_id integer not null,
  group_id integer not null,
  primary key (kind, member_id),
  foreign key (kind, group_id) references alias_group on delete cascade,
  check (group_id < member_id)
);
create index alias_of_group on alias (kind, group_id);
-- Counted up with every change, so that whoever keeps aliases knows when they are old.
create table alias_version (
  organisation_id integer primary key references organisation on delete cascade,
  version bigint not null
);`,
  },
]

const VERSIONS = `
  select organisation_id, version from alias_version where organisation_id = any($1::integer[])
  order by organisation_id`
const ALIASES = `
  select a.kind, a.member_id, a.group_id from alias a
  join alias_group g on g.kind = a.kind and g.id = a.group_id
  where g.organisation_id = any($1::integer[])`
const GROUPS = `
  select g.id, g.named_by, array_agg(a.member_id order by a.member_id) as members
  from alias_group g join alias a on a.kind = g.kind and a.group_id = g.id
  where g.organisation_id = $1 and g.kind = $2 group by g.id, g.named_by`
const NAMED_BY = `
  select id, named_by from alias_group where kind = $1 and id = any($2::integer[])`
const NAMING = 'select named_by from alias_group where organisation_id = $1 and kind = $2'
const DROP = 'delete from alias_group where kind = $1 and id = any($2::integer[])'
const ADD_GROUPS = `
  insert into alias_group (kind, id, organisation_id, named_by)
  select $1, id, $2, named_by from unnest($3::integer[], $4::integer[]) as said (id, named_by)`
const ADD_MEMBERS = `
  insert into alias (kind, member_id, group_id)
  select $1, member_id, group_id from unnest($2::integer[], $3::integer[]) as said (member_id, group_id)`
const COUNT_UP = `
  insert into alias_version (organisation_id, version) values ($1, 1)
  on conflict (organisation_id) do update set version = alias_version.version + 1`

/** Reads the aliases of some owners; again only once they have changed. */
export function createAliasReader(reader: Reader): (owners: readonly number[]) => Promise<Aliases> {
  const kept = new Map<string, { readonly version: string; readonly aliases: Aliases }>()
  return async (owners) => {
    const rows = await reader.rows<{ organisation_id: number; version: bigint }>(VERSIONS, owners)
    if (rows.length === 0) return NO_ALIASES
    const key = owners.join(' ')
    const version = rows.map((row) => `${row.organisation_id}:${row.version}`).join(' ')
    const known = kept.get(key)
    if (known?.version === version) return known.aliases
    // Read after the version: what is kept under it is never older than it says.
    const aliases = await readAliases(reader, owners)
    kept.set(key, { version, aliases })
    return aliases
  }
}

async function readAliases(reader: Reader, owners: readonly number[]): Promise<Aliases> {
  type Found = { kind: AliasKind; member_id: number; group_id: number }
  const rows = await reader.rows<Found>(ALIASES, owners)
  const of = (kind: AliasKind) => {
    const some = rows.filter((row) => row.kind === kind)
    return new Map(some.map(({ member_id, group_id }) => [member_id, group_id]))
  }
  return { film: of('film'), cinema: of('cinema') }
}

/** The groups of an organisation become these; says whether that changed anything. */
export async function keepAliasGroups(
  transaction: Transaction,
  { organisationId, kind }: { readonly organisationId: number; readonly kind: AliasKind },
  groups: readonly AliasGroup[],
): Promise<boolean> {
  type Found = { id: number; named_by: number; members: number[] }
  const rows = await transaction.rows<Found>(GROUPS, organisationId, kind)
  const written = ({ id, namedBy, members }: AliasGroup) => `${id} ${namedBy} ${members.join()}`
  const standing = new Map(
    rows.map(({ id, named_by: namedBy, members }) => {
      return [written({ id, namedBy, members: [id, ...members] }), id]
    }),
  )
  const wanted = groups.map(({ members, ...group }) => {
    return { ...group, members: members.toSorted((one, other) => one - other) }
  })
  const stays = new Set(wanted.map(written).filter((key) => standing.has(key)))
  const gone = [...standing].filter(([key]) => !stays.has(key)).map(([, id]) => id)
  const added = wanted.filter((group) => !stays.has(written(group)))
  if (gone.length === 0 && added.length === 0) return false
  await transaction.run(DROP, kind, gone)
  await transaction.run(
    ADD_GROUPS,
    kind,
    organisationId,
    added.map(({ id }) => id),
    added.map(({ namedBy }) => namedBy),
  )
  const members = added.flatMap((group) =>
    group.members.filter((id) => id !== group.id).map((id) => [id, group.id] as const),
  )
  await transaction.run(
    ADD_MEMBERS,
    kind,
    members.map(([id]) => id),
    members.map(([, groupId]) => groupId),
  )
  await transaction.run(COUNT_UP, organisationId)
  return true
}

/** The members whose names the groups of an organisation go by. */
export async function namingMembers(
  reader: Reader,
  { organisationId, kind }: { readonly organisationId: number; readonly kind: AliasKind },
): Promise<ReadonlySet<number>> {
  const rows = await reader.rows<{ named_by: number }>(NAMING, organisationId, kind)
  return new Set(rows.map((row) => row.named_by))
}

/** Whose name each id goes by: its own, but for the ids of groups. */
export async function namedBy(
  reader: Reader,
  kind: AliasKind,
  ids: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await reader.rows<{ id: number; named_by: number }>(NAMED_BY, kind, ids)
  const groups = new Map(rows.map((row) => [row.id, row.named_by]))
  return new Map(ids.map((id) => [id, groups.get(id) ?? id]))
}
