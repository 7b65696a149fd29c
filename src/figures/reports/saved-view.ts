import type { Outcome } from '#kernel/pure'
import { accept, refuse, tidyText } from '#kernel/pure'

/** A page under a name: its path and what stands behind the question mark of its address. */
export type SavedView = {
  readonly id: string
  readonly organisationId: string
  readonly name: string
  /** Such as /explore. */
  readonly page: string
  /** Without the question mark; empty where the page is shown as it opens. */
  readonly search: string
  /** ISO instant. */
  readonly madeAt: string
}

export const VIEW_NAME_CHARACTERS_MAX = 80
export const VIEWS_MAX = 500
const PAGE = /^\/[a-z0-9-]+(\/[A-Za-z0-9_-]+){0,6}$/
const PAGE_CHARACTERS_MAX = 200
const SEARCH_CHARACTERS_MAX = 8_000

/** A name as it is kept, or what is wrong with it. */
export function readViewName(said: string): Outcome<string, 'name_unusable'> {
  const name = tidyText(said)
  const fits = name.length > 0 && name.length <= VIEW_NAME_CHARACTERS_MAX
  if (fits && !/[\p{Cc}\p{Cs}]/u.test(name)) return accept(name)
  return refuse('name_unusable', `A name has 1 to ${VIEW_NAME_CHARACTERS_MAX} characters.`)
}

export type PageSaid = { readonly page: string; readonly search?: string | undefined }

/** A page of this console, never a way out of it. */
export function readPage({
  page,
  search = '',
}: PageSaid): Outcome<{ page: string; search: string }, 'view_unusable'> {
  if (page.length > PAGE_CHARACTERS_MAX || !PAGE.test(page)) {
    return refuse('view_unusable', 'A page is a path of the console such as /explore.')
  }
  const bare = search.replace(/^\?/, '')
  if (bare.length > SEARCH_CHARACTERS_MAX || /[\p{Cc}\p{Cs}#]/u.test(bare)) {
    const say = `What stands behind the question mark has at most ${SEARCH_CHARACTERS_MAX} characters.`
    return refuse('view_unusable', say)
  }
  return accept({ page, search: bare })
}
