import type { Mapping } from '#collate'
import {
  mappingById,
  mappingViews,
  OWN_ORGANISATION,
  previewForFile,
  proposeForFile,
  readMappingText,
  readMappingValue,
  saveMapping,
} from '#collate'
import type { Outcome } from '#kernel'
import { accept, parseId, refuse } from '#kernel'
import { addOrganisation } from '#venues'
import type { House } from './house.ts'
import type { Route } from './route.ts'
import { answers } from './route.ts'
import {
  mappingsWire,
  mappingToSaveWire,
  previewRequestWire,
  previewWire,
  proposalRequestWire,
  proposalWire,
  savedMappingWire,
} from './wire-mappings.ts'

/** How files that no layout knows are read: proposed, tried on the first rows, kept and listed. */
export const MAPPING_ROUTES: readonly Route[] = [
  answers({
    name: 'proposeMapping',
    method: 'POST',
    path: '/v1/mappings/propose',
    summary: 'Proposes how a kept file might be read, and asks what nothing settles',
    refusals: ['file_missing', 'file_unreadable'],
    body: proposalRequestWire,
    response: proposalWire,
    answer: ({ house, body }) => proposeForFile(desk(house), body),
  }),
  answers({
    name: 'previewMapping',
    method: 'POST',
    path: '/v1/mappings/preview',
    summary: 'The first rows of a kept file as a mapping reads them; nothing is written',
    refusals: ['file_missing', 'file_unreadable', 'mapping_unusable'],
    body: previewRequestWire,
    response: previewWire,
    async answer({ house, body }) {
      const mapping = mappingIn(body)
      return mapping.ok ? previewForFile(desk(house), body, mapping.value) : mapping
    },
  }),
  answers({
    name: 'saveMapping',
    method: 'POST',
    path: '/v1/mappings',
    summary: 'Saves a mapping as the next version of its name; the same again changes nothing',
    refusals: ['mapping_unusable'],
    body: mappingToSaveWire,
    status: 201,
    response: savedMappingWire,
    async answer({ house, body }) {
      const mapping = mappingIn(body)
      if (!mapping.ok) return mapping
      const id = await house.store.write(async (transaction) => {
        const own = { name: OWN_ORGANISATION, sample: false }
        const organisationId = await addOrganisation(transaction, own)
        return saveMapping(transaction, organisationId, mapping.value)
      })
      const saved = await mappingById(house.store, id)
      if (!saved) throw new Error('The mapping just saved is not there')
      return accept(saved)
    },
  }),
  answers({
    name: 'mappings',
    method: 'GET',
    path: '/v1/mappings',
    summary: 'The newest version of every saved mapping',
    refusals: [],
    response: mappingsWire,
    async answer({ house }) {
      const own = { name: OWN_ORGANISATION, sample: false }
      const organisationId = await house.store.write((transaction) =>
        addOrganisation(transaction, own),
      )
      return accept({ mappings: await mappingViews(house.store, organisationId) })
    },
  }),
  answers({
    name: 'mapping',
    method: 'GET',
    path: '/v1/mappings/{id}',
    summary: 'A saved mapping, with its YAML',
    refusals: ['mapping_unknown'],
    response: savedMappingWire,
    async answer({ house, params }) {
      const saved = await mappingById(house.store, parseId(params['id'] ?? '') ?? 0)
      return saved
        ? accept(saved)
        : refuse('mapping_unknown', `There is no mapping ${params['id']}.`)
    },
  }),
]

function desk({ store, sources }: House) {
  return { store, folder: sources }
}

type Given = {
  readonly text?: string | undefined
  readonly mapping?: Parameters<typeof readMappingValue>[0] | undefined
}

/** The mapping of a request, as YAML or as a value: both are read by the same rules. */
function mappingIn({ text, mapping }: Given): Outcome<Mapping, 'mapping_unusable'> {
  if (text !== undefined) return readMappingText(text)
  if (mapping !== undefined) return readMappingValue(mapping)
  return refuse('mapping_unusable', 'Send the mapping, as “text” or as “mapping”.')
}
