import { expect, test } from 'vitest'
import { readSpoken, spokenText } from './spoken.ts'

test('a language with its subtitles is one text, and is read again', () => {
  for (const spoken of [
    { language: 'en', subtitles: [] },
    { language: 'fr', subtitles: ['en'] },
    { language: 'zh-Hans', subtitles: ['en', 'pt-BR'] },
  ]) {
    expect(readSpoken(spokenText(spoken))).toEqual(spoken)
  }
  expect(spokenText({ language: 'fr', subtitles: ['en'] })).toBe('fr (en)')
  for (const text of ['', 'English', '国语', 'fr [en]', 'fr ()']) {
    expect(readSpoken(text)).toBeUndefined()
  }
})
