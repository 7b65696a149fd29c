import { useText } from './texts/text.tsx'
import type { SentFile } from './wire/client.ts'

/** The file's first rows, as they stand in it. */
export function FilePreview({ file }: { readonly file: SentFile }) {
  const { t } = useText()
  return (
    <div className="preview">
      <h3>{t('firstRows')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it must be reachable to be scrolled */}
      <section className="preview-table" tabIndex={0} aria-label={t('firstRows')}>
        <table>
          <thead>
            <tr>
              {file.header.map((head, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
                <th key={column} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {file.firstRows.map((row, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: equal rows are different rows
              <tr key={line}>
                {row.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
