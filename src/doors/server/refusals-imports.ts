import type { RefusalRule } from './refusal-rule.ts'

/** What can be wrong with a file, its import and its rows in quarantine. */
export const IMPORT_REFUSALS = {
  column_unknown: {
    status: 422,
    title: 'The file has no such column',
    remedy: 'Name one of its columns.',
  },
  contract_broken: {
    status: 422,
    title: 'Rows break the contract',
    remedy: 'Mend what was sent, save a mapping that knows it, or send under another contract.',
  },
  file_unreadable: {
    status: 422,
    title: 'The file cannot be read',
    remedy: 'Save it again as CSV, XLSX, JSON or Parquet, and give it again.',
  },
  import_built_on: {
    status: 409,
    title: 'A later import stands on it',
    remedy: 'Undo the later imports of its source first.',
  },
  import_under_way: {
    status: 409,
    title: 'The import is still being read',
    remedy: 'Mend its rows when it is done.',
  },
  import_undone: {
    status: 409,
    title: 'The import was undone',
    remedy: 'Give the file again; its rows then have their fate anew.',
  },
  mapping_unknown: {
    status: 404,
    title: 'There is no such mapping',
    remedy: 'List the mappings to see which there are.',
  },
  mapping_unusable: {
    status: 422,
    title: 'The mapping does not hold together',
    remedy: 'Mend the line that the reason names.',
  },
  row_settled: {
    status: 409,
    title: 'The row does not wait any more',
    remedy: 'Read the quarantine again.',
  },
  row_unreadable: {
    status: 422,
    title: 'The row still cannot count',
    remedy: 'Correct what the reason names, or set the row aside.',
  },
  territory_needed: {
    status: 422,
    title: 'The country is not known',
    remedy: 'Name it by the two letters of ISO 3166, such as CN, or 001 for the world.',
  },
} as const satisfies Record<string, RefusalRule>
