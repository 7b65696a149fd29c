import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Reader, Transaction } from '#store'
import type { PageSaid, SavedView } from './saved-view.ts'
import { readPage, readViewName, VIEWS_MAX } from './saved-view.ts'

type ViewRow = {
  id: number
  organisation_id: number
  name: string
  page: string
  search: string
  made_at: Date
}

const COLUMNS = 'id, organisation_id, name, page, search, made_at'
const VIEWS = `
  select ${COLUMNS} from saved_view where organisation_id = any($1::integer[])
  order by lower(name) collate "C", id limit ${VIEWS_MAX}`
const COUNT = 'select count(*)::int as views from saved_view where organisation_id = $1'
const ADD = `
  insert into saved_view (organisation_id, name, page, search) values ($1, $2, $3, $4)
  on conflict (organisation_id, lower(name)) do nothing returning ${COLUMNS}`
const ONE = `
  select ${COLUMNS} from saved_view
  where id = $1 and organisation_id = any($2::integer[]) for update`
const NAMED = `
  select id from saved_view where organisation_id = $1 and lower(name) = lower($2) and id <> $3`
const CHANGE = `
  update saved_view set name = $2, page = $3, search = $4 where id = $1 returning ${COLUMNS}`
const REMOVE = `
  delete from saved_view where id = $1 and organisation_id = any($2::integer[])
  returning ${COLUMNS}`

export async function savedViews(
  reader: Reader,
  owners: readonly number[],
): Promise<readonly SavedView[]> {
  return (await reader.rows<ViewRow>(VIEWS, owners)).map(view)
}

type NewView = PageSaid & { readonly organisationId: number; readonly name: string }

export async function addSavedView(
  transaction: Transaction,
  { organisationId, name: said, ...address }: NewView,
): Promise<Outcome<SavedView, 'name_taken' | 'name_unusable' | 'view_unusable'>> {
  const name = readViewName(said)
  if (!name.ok) return name
  const page = readPage(address)
  if (!page.ok) return page
  const count = await transaction.row<{ views: number }>(COUNT, organisationId)
  if (count && count.views >= VIEWS_MAX) {
    return refuse('view_unusable', `There are ${VIEWS_MAX} saved views; delete one of them first.`)
  }
  const values = [organisationId, name.value, page.value.page, page.value.search]
  const row = await transaction.row<ViewRow>(ADD, ...values)
  return row ? accept(view(row)) : taken(name.value)
}

/** What is left out stays. */
export type ViewChange = {
  readonly name?: string | undefined
  readonly page?: string | undefined
  readonly search?: string | undefined
}

/** Renames a view, or lets it show another page. */
export async function changeSavedView(
  transaction: Transaction,
  owners: readonly number[],
  id: number,
  said: ViewChange,
): Promise<Outcome<SavedView, 'name_taken' | 'name_unusable' | 'view_unknown' | 'view_unusable'>> {
  const before = await transaction.row<ViewRow>(ONE, id, owners)
  if (!before) return unknownView()
  const name = readViewName(said.name ?? before.name)
  if (!name.ok) return name
  // Another page has a search of its own.
  const search = said.search ?? (said.page === undefined ? before.search : '')
  const page = readPage({ page: said.page ?? before.page, search })
  if (!page.ok) return page
  const other = await transaction.row(NAMED, before.organisation_id, name.value, id)
  if (other) return taken(name.value)
  const values = [name.value, page.value.page, page.value.search]
  const row = await transaction.row<ViewRow>(CHANGE, id, ...values)
  return row ? accept(view(row)) : unknownView()
}

/** Takes a view away; gives it back, so that it can be saved again. */
export async function removeSavedView(
  transaction: Transaction,
  owners: readonly number[],
  id: number,
): Promise<Outcome<SavedView, 'view_unknown'>> {
  const row = await transaction.row<ViewRow>(REMOVE, id, owners)
  return row ? accept(view(row)) : unknownView()
}

function view(row: ViewRow): SavedView {
  return {
    id: String(row.id),
    organisationId: String(row.organisation_id),
    name: row.name,
    page: row.page,
    search: row.search,
    madeAt: row.made_at.toISOString(),
  }
}

function unknownView() {
  return refuse('view_unknown', 'There is no such saved view any more.')
}

function taken(name: string) {
  return refuse('name_taken', `There is a saved view “${name}” already.`)
}
