import type { ClientBase } from 'pg'
import { hash64 } from '#kernel'
import { bindValue } from './column-types.ts'
import type { Row, Transaction } from './store.ts'

export async function readRows<Shape extends Row>(
  client: ClientBase,
  sql: string,
  values: readonly unknown[],
): Promise<readonly Shape[]> {
  return (await client.query<Shape>(sql, values.map(bindValue))).rows
}

export async function readRow<Shape extends Row>(
  client: ClientBase,
  sql: string,
  values: readonly unknown[],
): Promise<Shape | undefined> {
  return (await readRows<Shape>(client, sql, values))[0]
}

export async function transact<Value>(
  client: ClientBase,
  work: (transaction: Transaction) => Promise<Value>,
): Promise<Value> {
  await client.query('begin')
  let value: Value
  try {
    value = await work({
      rows: (sql, ...values) => readRows(client, sql, values),
      row: (sql, ...values) => readRow(client, sql, values),
      run: async (sql, ...values) => (await client.query(sql, values.map(bindValue))).rowCount ?? 0,
    })
  } catch (fault) {
    // Where even that fails the connection is dropped, and PostgreSQL rolls back by itself.
    await client.query('rollback').catch(() => undefined)
    throw fault
  }
  return committed(client, value)
}

const NAMES = new Map<string, string>()
/** Statements are constants of the program; one made of values would fill every connection. */
const NAMES_MAX = 500

/**
 * As `transact`, but nothing waits for the answer before it: `begin` goes out with the first statement.
 * Should it fail, so does all that follows, since only a lost connection can make it.
 */
export async function transactShort<Value>(
  client: ClientBase,
  work: (transaction: Transaction) => Promise<Value>,
): Promise<Value> {
  const begun = client.query('begin')
  begun.catch(() => undefined) // heard below, or by what follows it
  const ask = <Shape extends Row>(sql: string, values: readonly unknown[]) =>
    client.query<Shape>({ name: nameOf(sql), text: sql, values: values.map(bindValue) })
  let value: Value
  try {
    value = await work({
      rows: async <Shape extends Row>(sql: string, ...values: readonly unknown[]) =>
        (await ask<Shape>(sql, values)).rows,
      row: async <Shape extends Row>(sql: string, ...values: readonly unknown[]) =>
        (await ask<Shape>(sql, values)).rows[0],
      run: async (sql, ...values) => (await ask(sql, values)).rowCount ?? 0,
    })
    await begun
  } catch (fault) {
    // Where even that fails the connection is dropped, and PostgreSQL rolls back by itself.
    await client.query('rollback').catch(() => undefined)
    throw fault
  }
  return committed(client, value)
}

function nameOf(sql: string): string {
  const known = NAMES.get(sql)
  if (known !== undefined) return known
  if (NAMES.size >= NAMES_MAX) throw new Error('too many different statements in the short lane')
  const name = `s${hash64(sql).toString(36)}`
  NAMES.set(sql, name)
  return name
}

async function committed<Value>(client: ClientBase, value: Value): Promise<Value> {
  // After a statement that failed and was swallowed, PostgreSQL answers `commit` by rolling back.
  const { command } = await client.query('commit')
  if (command !== 'COMMIT') throw new Error('a statement had failed: all was rolled back')
  return value
}
