import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { returnPath } from './return-path.ts'

test.each([
  ['/shop/orders/7?token=a%2Fb#top', '/shop/orders/7?token=a%2Fb#top'],
  ['/shop/电影', '/shop/%E7%94%B5%E5%BD%B1'],
  ['/', '/'],
])('%s is a path of ours', (text, path) => {
  expect(returnPath(text)).toBe(path)
})

test.each([
  '',
  'shop',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/%2e//evil.example',
  'javascript:alert(1)',
  '/a\r\nset-cookie: x=1',
  `/${'a'.repeat(2_000)}`,
])('%j leaves the site, or is none', (text) => {
  expect(returnPath(text)).toBeUndefined()
})

test('whatever is let through stays here, wherever a browser stands', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '%2e',
    '%2f',
    'a',
    '\t',
    '@',
    ':',
    '?',
    '#',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const path = returnPath(`/${pieces.join('')}`)
      if (path === undefined) return
      expect(new URL(path, 'http://localhost:3000/pay/test/1').origin).toBe('http://localhost:3000')
    }),
    { numRuns: 2_000 },
  )
})
