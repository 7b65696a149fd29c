import type { ShopAssets, ShopPage } from './page.ts'
import { isOfSample } from './page.ts'
import { addressIn, headOf } from './page-head.ts'
import { PageView } from './page-view.tsx'
import { scriptText } from './script-text.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh.ts'
import { WordsContext, wordsOf } from './words.ts'

type DocumentProps = { readonly page: ShopPage; readonly assets: ShopAssets }

/** The whole document. Its style stands in its head: one round trip to the first words. */
export function ShopDocument({ page, assets }: DocumentProps) {
  const words = wordsOf(page.lang, page.lang === 'zh' ? zh : en)
  const { title, about, indexed, script, refreshSeconds } = headOf(page, words)
  const [own, ...imported] = script === undefined ? [] : (assets.scripts[script] ?? [])
  const text = assets.texts[page.lang]
  const ahead = own === undefined ? [] : [own, ...imported, ...(text ?? [])]
  return (
    <html lang={page.lang === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        {about !== undefined && <meta name="description" content={about} />}
        {!indexed && <meta name="robots" content="noindex" />}
        <link
          rel="preload"
          as="font"
          type="font/woff2"
          href={assets.font}
          crossorigin="anonymous"
        />
        {ahead.map((href) => (
          <link key={href} rel="modulepreload" href={href} />
        ))}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheet, as it was built */}
        <style dangerouslySetInnerHTML={{ __html: assets.style }} />
        <link rel="icon" type="image/svg+xml" href={ICON} />
        {indexed && <link rel="canonical" href={page.origin + addressIn(page, page.lang)} />}
        {indexed && (
          <>
            <link rel="alternate" hreflang="en" href={page.origin + addressIn(page, 'en')} />
            <link rel="alternate" hreflang="zh-CN" href={page.origin + addressIn(page, 'zh')} />
          </>
        )}
        {page.events && page.events.length > 0 && (
          <script
            type="application/ld+json"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: data, in which no tag can end
            dangerouslySetInnerHTML={{ __html: scriptText(page.events) }}
          />
        )}
        {refreshSeconds !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(refreshSeconds)} />
          </noscript>
        )}
        {own !== undefined && <script type="module" src={own} />}
      </head>
      <body>
        {isOfSample(page.body) && <p class="sample-line">{words.t.sample}</p>}
        <div id="shop" class="shop">
          <WordsContext.Provider value={words}>
            <PageView page={page} />
          </WordsContext.Provider>
        </div>
        {own !== undefined && (
          <script
            id="page"
            type="application/json"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: data, in which no tag can end
            dangerouslySetInnerHTML={{ __html: scriptText({ ...page, events: undefined }) }}
          />
        )}
      </body>
    </html>
  )
}

const ICON =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 18 18"' +
  ' fill="%2306717a"%3E%3Cpath d="M0 1h5v5H0zM6.5 1h5v5h-5zM13 1h5v5h-5zM0 7h5v5H0z' +
  'M6.5 7h5v5h-5zM13 7h5v5h-5zM0 13h5v5H0zM6.5 13h5v5h-5zM13 13h5v5h-5z"/%3E%3C/svg%3E'
