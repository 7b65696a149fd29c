import { accept } from '#kernel'
import { addSavedView, changeSavedView, removeSavedView, savedViews } from '#reports'
import type { Route } from './route.ts'
import { answers } from './route.ts'
import { organisationFor, ownersOf } from './routes-annotations.ts'
import { idOf } from './routes-venues.ts'
import {
  newSavedViewWire,
  savedViewChangeWire,
  savedViewsWire,
  savedViewWire,
} from './wire-reports.ts'

export const SAVED_VIEW_ROUTES: readonly Route[] = [
  answers({
    name: 'savedViews',
    method: 'GET',
    path: '/v1/saved-views',
    summary: 'Pages that were saved under a name, by name',
    refusals: [],
    response: savedViewsWire,
    async answer({ house, asker }) {
      const owners = await ownersOf(house, asker)
      return accept({ views: [...(await savedViews(house.store, owners))] })
    },
  }),
  answers({
    name: 'saveView',
    method: 'POST',
    path: '/v1/saved-views',
    summary: 'Saves a page of the console, as its address says it, under a name',
    refusals: ['name_taken', 'name_unusable', 'organisation_unknown', 'view_unusable'],
    body: newSavedViewWire,
    status: 201,
    response: savedViewWire,
    async answer({ house, asker, body }) {
      const { organisation, ...view } = body
      const owner = await organisationFor(house, asker, organisation)
      if (!owner.ok) return owner
      const organisationId = owner.value
      return house.store.write((transaction) =>
        addSavedView(transaction, { organisationId, ...view }),
      )
    },
  }),
  answers({
    name: 'changeSavedView',
    method: 'POST',
    path: '/v1/saved-views/{id}',
    summary: 'Renames a saved view, or lets it show another page',
    refusals: ['name_taken', 'name_unusable', 'view_unknown', 'view_unusable'],
    body: savedViewChangeWire,
    response: savedViewWire,
    async answer({ house, asker, params, body }) {
      const owners = await ownersOf(house, asker)
      return house.store.write((transaction) =>
        changeSavedView(transaction, owners, idOf(params), body),
      )
    },
  }),
  answers({
    name: 'removeSavedView',
    method: 'DELETE',
    path: '/v1/saved-views/{id}',
    summary: 'Takes a saved view away; the answer is the view, so that it can be saved again',
    refusals: ['view_unknown'],
    response: savedViewWire,
    async answer({ house, asker, params }) {
      const owners = await ownersOf(house, asker)
      return house.store.write((transaction) => removeSavedView(transaction, owners, idOf(params)))
    },
  }),
]
