import { expect, test } from 'vitest'
import type { Environment } from './index.ts'
import { readConfig, SETTINGS } from './index.ts'

const HOME = '/home/ann'

function machine(variables: Environment['variables'], more: Partial<Environment> = {}) {
  return { variables, platform: 'linux', root: false, home: HOME, ...more }
}

test('nothing needs to be set', () => {
  expect(readConfig({}, machine({}))).toEqual({
    ok: true,
    value: {
      port: 3000,
      host: '127.0.0.1',
      dataFolder: '/home/ann/.local/share/fullhouse',
      sample: false,
    },
  })
})

test('the data folder is where each system expects it', () => {
  const folderOn = (environment: Environment) => {
    const config = readConfig({}, environment)
    return config.ok ? config.value.dataFolder : config.say
  }
  expect(folderOn(machine({}, { root: true }))).toBe('/var/lib/fullhouse')
  expect(folderOn(machine({ XDG_DATA_HOME: '/data' }))).toBe('/data/fullhouse')
  expect(folderOn(machine({ XDG_DATA_HOME: 'relative' }))).toBe('/home/ann/.local/share/fullhouse')
  expect(folderOn(machine({}, { platform: 'darwin' }))).toBe(
    '/home/ann/Library/Application Support/fullhouse',
  )
})

test('a flag wins over the environment, and an empty value counts as none', () => {
  const environment = machine({ FULLHOUSE_PORT: '4000', FULLHOUSE_DATA: '' })
  const config = readConfig({ port: '5000', sample: true, format: 'json' }, environment)
  expect(config).toMatchObject({ ok: true, value: { port: 5000, sample: true } })
  expect(readConfig({}, environment)).toMatchObject({ ok: true, value: { port: 4000 } })
})

test('a misspelt setting is refused with the names that are near', () => {
  expect(readConfig({}, machine({ FULLHOUSE_PROT: '1' }))).toMatchObject({
    ok: false,
    refusal: 'setting_invalid',
    choices: ['FULLHOUSE_PORT', 'FULLHOUSE_HOST'],
  })
})

test.each([
  [{ port: '65536' }, {}],
  [{ port: 'http' }, {}],
  [{ port: '-1' }, {}],
  [{}, { DATABASE_URL: 'mysql://secret@db' }],
  [{}, { CLICKHOUSE_URL: 'localhost' }],
  [{}, { FULLHOUSE_HOST: 'a b' }],
  [{}, { FULLHOUSE_HOLD_SECONDS: '0' }],
  [{}, { FULLHOUSE_HOLD_SECONDS: '7201' }],
])('a value that cannot be is refused: %j %j', (flags, variables) => {
  expect(readConfig(flags, machine(variables))).toMatchObject({
    ok: false,
    refusal: 'setting_invalid',
  })
})

test('an address is never repeated, since it may hold a password', () => {
  const config = readConfig({}, machine({ DATABASE_URL: 'mysql://ann:secret@db' }))
  expect(JSON.stringify(config)).not.toContain('secret')
})

test('every setting can be set somewhere and says what it does', () => {
  for (const { flag, variable, meaning } of SETTINGS) {
    expect(flag ?? variable).toBeDefined()
    expect(meaning).toMatch(/\.$/)
  }
})
