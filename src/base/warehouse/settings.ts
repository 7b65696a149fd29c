import type { Limits } from './warehouse.ts'

export type Settings = Readonly<Record<string, string | number>>

/** What a question may cost unless it says otherwise. */
export const LIMITS: Limits = {
  secondsMax: 30,
  memoryBytesMax: 2 * 1024 ** 3,
  rowsReadMax: 2_000_000_000,
}

/** A batch is one block, so that its token stands for all of it; more than this is refused. */
export const BATCH_ROWS_MAX = 1_000_000
const BATCH_BYTES_MAX = 1024 ** 3

/** The engine's default of 256 KiB is too little for a list of some 20,000 keys. */
export const STATEMENT_BYTES_MAX = 16 * 1024 ** 2

/** An answer larger than this is a mistake of the question, and would not fit through IPC well. */
const ANSWER_BYTES_MAX = 128 * 1024 ** 2

/** Beyond its time a request has so long to end by itself before its engine counts as stuck. */
export const STUCK_AFTER_SECONDS = 15
export const INSERT_SECONDS_MAX = 120
export const COMMAND_SECONDS_MAX = 900

/** Every question: its limits, and JSON that loses no digit on its way to us. */
export function questionSettings(limits: Limits): Settings {
  return {
    max_execution_time: limits.secondsMax,
    timeout_before_checking_execution_speed: 0,
    max_memory_usage: limits.memoryBytesMax,
    max_rows_to_read: limits.rowsReadMax,
    max_result_bytes: ANSWER_BYTES_MAX,
    output_format_json_array_of_rows: 1,
    output_format_json_quote_64bit_integers: 1,
    output_format_json_quote_decimals: 1,
    output_format_decimal_trailing_zeros: 1,
    // Compiling costs more than it saves: a question reads some millions of rows and its shape seldom
    // comes again (a third of a question's time on an empty warehouse).
    compile_expressions: 0,
    compile_aggregate_expressions: 0,
    compile_sort_description: 0,
    // Not a number is not known: null, and never the text "nan".
    output_format_json_quote_denormals: 0,
  }
}

/** Of an answer that goes to a file: as long as it is, a row a line. */
export function writingSettings(limits: Limits): Settings {
  return { ...questionSettings(limits), max_result_bytes: 0, output_format_json_array_of_rows: 0 }
}

/**
 * Every batch: its token, and whatever could cut it, or what a view makes of it, into several
 * blocks switched off; blocks are what the engine remembers and knows again.
 */
export function batchSettings(token: string): Settings {
  return {
    insert_deduplication_token: token,
    insert_deduplicate: 1,
    deduplicate_blocks_in_dependent_materialized_views: 1,
    async_insert: 0,
    max_insert_threads: 1,
    max_threads: 1,
    input_format_parallel_parsing: 0,
    max_insert_block_size: BATCH_ROWS_MAX,
    min_insert_block_size_rows: BATCH_ROWS_MAX,
    min_insert_block_size_bytes: BATCH_BYTES_MAX,
    max_block_size: BATCH_ROWS_MAX,
    group_by_two_level_threshold: 0,
    group_by_two_level_threshold_bytes: 0,
    // A file of ten years' tickets touches more months than the default of 100 allows.
    max_partitions_per_insert_block: 0,
    // A misspelt fact is a bug of ours, never a column silently left out.
    input_format_skip_unknown_fields: 0,
  }
}

export function settingsClause(settings: Settings): string {
  const parts = Object.entries(settings).map(([name, value]) => `${name} = ${settingText(value)}`)
  return `settings ${parts.join(', ')}`
}

function settingText(value: string | number): string {
  if (typeof value === 'number') return value.toString()
  if (!/^[\w.:/-]*$/.test(value)) throw new TypeError(`not a value for a setting: ${value}`)
  return `'${value}'`
}
