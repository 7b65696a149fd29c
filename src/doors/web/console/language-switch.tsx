import { LANGS, useText } from './texts/text.tsx'

/** The languages by their own names: nobody has to read the other one to find theirs. */
export function LanguageSwitch() {
  const { lang, choose, t } = useText()
  return (
    <fieldset className="languages">
      <legend className="hidden-text">{t('language')}</legend>
      {LANGS.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          lang={id === 'zh' ? 'zh-CN' : 'en'}
          aria-pressed={id === lang}
          onClick={() => choose(id)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  )
}
