import { buffer } from 'node:stream/consumers'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WrittenRow } from '#files'
import type { FileFormat } from './answer-file.ts'
import { FILE_FORMATS, fileOf } from './answer-file.ts'
import { fileWords } from './answer-file-words.ts'
import { faultProblem } from './problem.ts'
import { disposition, sendFile } from './send-file.ts'

const COLUMNS = [{ name: 'film', title: 'Film', kind: 'text' }] as const
const BLOCK: readonly WrittenRow[] = Array.from({ length: 20_000 }, (_, at) => [
  `${at} ${Math.sin(at)} a title that is hardly made smaller`,
])

let closed = 0
let made = 0
const server = Fastify()
server.get('/:format/:blocks', async (request, reply) => {
  const { format, blocks } = Object(request.params)
  const rows = async function* () {
    for (let at = 0; at < Number(blocks); at++) {
      made++
      yield BLOCK
    }
    throw new Error('the disk is gone')
  }
  const words = fileWords('en')
  const content = { title: 'Films', columns: COLUMNS, blocks: rows(), rows: 1, about: [], words }
  const file = fileOf(content, { format, lang: 'en' })
  const close = async () => {
    closed++
  }
  try {
    return await sendFile(reply, { ...file, close }, () => faultProblem('1'))
  } catch {
    // As the mount does with a fault before the first byte.
    return reply.code(500).type('application/problem+json').send('{}')
  }
})
let url = ''
beforeAll(async () => {
  url = await server.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => server.close())

test.each(FILE_FORMATS)('%s that fails on its way breaks off', async (format: FileFormat) => {
  const before = closed
  const response = await fetch(`${url}/${format}/30`)
  expect(response.status).toBe(200)
  const { body } = response
  if (!body) throw new Error('there is no body')
  // Nobody takes part of a file for all of it.
  await expect(buffer(body)).rejects.toThrow('terminated')
  expect(closed - before).toBe(1)
})

test('what fails before its first byte is told in words', async () => {
  const before = closed
  const response = await fetch(`${url}/parquet/1`)
  expect([response.status, response.headers.get('content-type')]).toEqual([
    500,
    'application/problem+json; charset=utf-8',
  ])
  expect(closed - before).toBe(1)
})

test('a slow reader is waited for, and one who goes away lets go of everything', async () => {
  const before = closed
  made = 0
  const leaving = new AbortController()
  const response = await fetch(`${url}/csv/100000`, { signal: leaving.signal })
  const reader = response.body?.getReader()
  await reader?.read()
  const madeFirst = made
  await new Promise((later) => setTimeout(later, 300))
  // What the buffers on the way hold and no more.
  expect(made - madeFirst).toBeLessThan(12)
  leaving.abort()
  await expect.poll(() => closed - before, { timeout: 10_000 }).toBe(1)
})

test.each([
  ['plain.csv', 'attachment; filename="plain.csv"; filename*=UTF-8\'\'plain.csv'],
  ['票房.csv', 'attachment; filename="_.csv"; filename*=UTF-8\'\'%E7%A5%A8%E6%88%BF.csv'],
  [
    'a"b\\c;d\r\nx: y%.csv',
    'attachment; filename="a_b_c_d_x: y_.csv"; filename*=UTF-8\'\'a%22b%5Cc%3Bd%0D%0Ax%3A%20y%25.csv',
  ],
  [
    "it's (1)*.csv",
    "attachment; filename=\"it's (1)*.csv\"; filename*=UTF-8''it%27s%20%281%29%2A.csv",
  ],
])('%j is named as %s', (name, header) => expect(disposition({ name })).toBe(header))
