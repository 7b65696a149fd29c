import { expect, test } from 'vitest'
import { furthestFromEven } from './earnings.ts'

test('what is said of cinemas is what is furthest from even, both ways', () => {
  const at = (name: string, efficiency: number) => ({ id: name, name, efficiency })
  const said = furthestFromEven([
    at('Cork', 1.24),
    at('Naas', 0.98),
    at('Bray', 0.9),
    at('Drogheda', 0.58),
    at('Galway', 1.1),
    at('Dublin', 1.3),
    at('Sligo', 0.8),
  ])
  expect(said.more.map(({ name }) => name)).toEqual(['Dublin', 'Cork'])
  expect(said.less.map(({ name }) => name)).toEqual(['Drogheda', 'Sligo'])
  expect(furthestFromEven([at('Naas', 1.04)])).toEqual({ more: [], less: [] })
})
