import { Plus, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useText } from '../texts/text.tsx'
import type { OfficialCodes } from '../wire/programme.ts'
import { TextField } from './fields.tsx'

export type CodeRow = { readonly key: string; readonly scheme: string; readonly code: string }

const SCHEMES = ['EIDR', 'ISAN', 'IMDb', '国家编码']
const SCHEME_MAX = 40
const CODE_MAX = 120

export function codeRowsOf(codes: OfficialCodes = {}): readonly CodeRow[] {
  return Object.entries(codes).map(([scheme, code]) => ({ key: scheme, scheme, code }))
}

/** What is whole among the rows; a row without a scheme or a code says nothing. */
export function codesOf(rows: readonly CodeRow[]): OfficialCodes {
  const whole = rows
    .map(({ scheme, code }) => [scheme.trim(), code.trim()] as const)
    .filter(([scheme, code]) => scheme !== '' && code !== '')
  return Object.fromEntries(whole)
}

type CodeRowsProps = {
  readonly rows: readonly CodeRow[]
  readonly onChange: (rows: readonly CodeRow[]) => void
}

/** Codes by which authorities and others know a film or a release. */
export function CodeRows({ rows, onChange }: CodeRowsProps) {
  const { t } = useText()
  const put = (key: string, changed: Partial<CodeRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...changed } : row)))
  return (
    <fieldset className="code-rows">
      <legend>{t('officialCodes')}</legend>
      {rows.map(({ key, scheme, code }) => (
        <div className="code-row" key={key}>
          <TextField
            label={t('codeScheme')}
            value={scheme}
            most={SCHEME_MAX}
            suggest={SCHEMES}
            onChange={(said) => put(key, { scheme: said })}
          />
          <TextField
            label={t('code')}
            value={code}
            most={CODE_MAX}
            onChange={(said) => put(key, { code: said })}
          />
          <Button
            className="icon-button"
            aria-label={t('codeRemove', { scheme })}
            onPress={() => onChange(rows.filter((row) => row.key !== key))}
          >
            <X size={16} />
          </Button>
        </div>
      ))}
      <Button
        className="quiet-button"
        onPress={() => onChange([...rows, { key: crypto.randomUUID(), scheme: '', code: '' }])}
      >
        <Plus size={16} />
        {t('codeAdd')}
      </Button>
    </fieldset>
  )
}
